#!/bin/sh
# The manual pages are sound mdoc, fit 80 columns, and name every option of their tool.
# usage: run.sh BIN-DIR
set -u
bin=$(cd "${1:?usage: run.sh BIN-DIR}" && pwd)
cd "$(dirname "$0")/../../man" || exit 1
# A page's text without overstriking.
plain() { sed "s/.$(printf '\b')//g"; }

passed=0 failed=0
judge() {  # judge NAME: by the status of the command before
  if [ $? -eq 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "failed: $1"; fi
}

for page in *.[1-8]; do
  # References to the pages beside it are not on the search path of a machine that only builds.
  complaints=$(mandoc -Tlint -W warning "$page" | grep -v 'referenced manual not found')
  [ -z "$complaints" ] || printf '%s\n' "$complaints"
  [ -z "$complaints" ]
  judge "$page is sound"
  wide=$(mandoc -Tascii "$page" | plain | awk 'length($0) > 80')
  [ -z "$wide" ] || printf '%s\n' "$wide"
  [ -z "$wide" ]
  judge "$page fits 80 columns"
done

options_of() { "$bin/$1" ${2:+"$2"} --help-all | sed -n 's/^  \(-[^ ]*\).*/\1/p' | sed 's/{[^}]*}//g' | tr ',' '\n' | sort -u; }
for tool in log-setback prompt recall reframe resilience-report; do
  for sub in '' $([ $tool = prompt ] && echo list show run crisis packs lint try); do
    text=$(mandoc -Tascii "$tool.1" | plain)
    for option in $(options_of "$tool" "$sub"); do
      printf '%s\n' "$text" | grep -qE -- "(^|[^a-z-])$option([^a-z-]|\$)"
      judge "$tool.1 names $option${sub:+ of $sub}"
    done
  done
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
