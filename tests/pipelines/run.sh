#!/bin/sh
# Golden pipelines: runs each NAME.sh beside this file and holds what it says against NAME.out.
# usage: run.sh BIN-DIR [--update] [NAME...]
#
# A pipeline runs in an empty directory with a fresh copy of the sample journal as $STUMBLE_JOURNAL, at a fixed time in a fixed
# zone. Standard error is part of what is held. Ids made at that time read NEW-ID.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
bin=$(cd "${1:?usage: run.sh BIN-DIR [--update] [NAME...]}" && pwd)
shift
update=no
[ "${1-}" != --update ] || { update=yes; shift; }
[ $# -gt 0 ] || set -- "$here"/*.sh

# Those that need a terminal are skipped, and counted so, where no pseudo-terminal can be had.
terminal=yes
script -qec true /dev/null </dev/null >/dev/null 2>&1 || terminal=no

passed=0 failed=0 skipped=0
for name in "$@"; do
  name=$(basename "$name" .sh)
  [ "$name" != run ] || continue
  if [ $terminal = no ] && grep -q '^[^#]*script .*-qec' "$here/$name.sh"; then
    skipped=$((skipped + 1))
    continue
  fi
  work=$(mktemp -d)
  mkdir "$work/home"
  cp "$root/share/examples/journal.rec" "$work/journal.rec"
  chmod 600 "$work/journal.rec"
  (
    cd "$work" || exit 1
    env -i PATH="$bin:$PATH" HOME="$work/home" LC_ALL=C TZ=EST5EDT,M3.2.0,M11.1.0 SHELL=/bin/sh \
      STUMBLE_NOW=2026-11-20T21:30:00-05:00 STUMBLE_JOURNAL="$work/journal.rec" SAMPLE="$root/share/examples" \
      ASAN_OPTIONS="${ASAN_OPTIONS-}" sh "$here/$name.sh" </dev/null 2>&1
    status=$?
    [ $status -eq 0 ] || echo "exit $status"
  ) | sed -E "s/01M7XZ0V20[0-9A-Z]{16}/NEW-ID/g; s|$work|WORK|g; s|$root|ROOT|g" >"$work/out"
  if [ $update = yes ]; then
    cp "$work/out" "$here/$name.out"
  elif diff -u "$here/$name.out" "$work/out"; then
    passed=$((passed + 1))
  else
    echo "failed: $name"
    failed=$((failed + 1))
  fi
  rm -rf "$work"
done
[ $update = yes ] || echo "$passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ]
