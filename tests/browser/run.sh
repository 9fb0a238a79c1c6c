#!/bin/sh
# Judges the pages that resilience-report writes, in a browser: each privacy, a week, a quarter, a year, and nothing noted at all.
# usage: run.sh BIN-DIR [OPTION OF browser_test.py...]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
bin=$1
shift

pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
export LC_ALL=C.UTF-8 TZ=EST5EDT,M3.2.0,M11.1.0 STUMBLE_NOW=2026-11-20T21:30:00-05:00
write() {
  name=$1
  shift
  HOME=$pages "$bin/resilience-report" --format html "$@" >"$pages/$name.html"
}
journal=$here/../../share/examples/journal.rec
write counts -f "$journal" --last year --privacy counts
write themes -f "$journal" --last quarter --privacy themes
write full -f "$journal" --last week --privacy full
write nothing -f /dev/null --privacy full

/usr/bin/python3 "$here/browser_test.py" --self-test --axe "$bin/browser" "$@" "$pages"/*.html
