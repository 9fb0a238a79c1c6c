#!/bin/sh
# The manual pages are sound mdoc and fit 80 columns.
# usage: run.sh
set -u
cd "$(dirname "$0")/../../man" || exit 1
# A page's text without overstriking.
plain() { sed "s/.$(printf '\b')//g"; }

passed=0 failed=0
judge() {  # judge NAME COMPLAINTS
  if [ -z "$2" ]; then passed=$((passed + 1)); else failed=$((failed + 1)); printf 'failed: %s\n%s\n' "$1" "$2"; fi
}

for page in *.[1-8]; do
  # References to the pages beside it are not on the search path of a machine that only builds.
  judge "$page is sound" "$(mandoc -Tlint -W warning "$page" | grep -v 'referenced manual not found')"
  judge "$page fits 80 columns" "$(mandoc -Tascii "$page" | plain | awk 'length($0) > 80')"
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
