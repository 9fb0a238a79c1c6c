#!/bin/sh
# Judges the pages that resilience-report writes, in a browser: each privacy, a week, a quarter, a year, nothing noted at all, side by
# side, for the next session, of a journal that wants to break the page, and of a large one.
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
write side-by-side -f "$journal" --last month --compare --by trigger --privacy full
write by-domain -f "$journal" --since start --compare --by domain --privacy full
write by-month -f "$journal" --since start --by month --privacy full
write handout -f "$journal" --for therapist --since last-session --privacy full
write handout-themes -f "$journal" --for therapist --last quarter --privacy themes

# Words that would be markup, that would turn the direction of others, that have no end, in all scripts, and names by the thousand.
hostile=$pages/hostile.rec
{
  printf 'Id: A\nDate: 2026-11-16T09:00:00-05:00\nSetback: </title></svg><script>alert(1)</script><img src=x onerror=alert(1)>\n'
  printf 'Trigger: "><a href="https://example.org">&amp;{setback}\nDomain: <!-- \nHelped: ]]><style>*{display:none}</style>\n\n'
  printf 'Date: 2026-11-17T09:00:00-05:00\nSetback: \342\200\256turned around \342\201\246and never back\nTrigger: \342\200\256silence\n'
  printf 'Helped: \342\200\217\327\251\327\234\327\225\327\235 \330\263\331\204\330\247\331\205\nLearned: \345\244\234\343\201\257\351\225\267\343\201\204\n\n'
  printf 'Date: 2026-11-18T09:00:00-05:00\nTrigger: silence\nSetback: '
  awk 'BEGIN { for (i = 0; i < 1048576; i++) printf "w"; print "" }'
  printf 'Why: '
  awk 'BEGIN { for (i = 0; i < 100000; i++) printf "w"; print "" }'
  printf 'About: A\nRecovered: yes\n\n'
  awk 'BEGIN {
    for (i = 0; i < 3000; i++) {
      printf "Date: 2026-11-%02dT%02d:00:00-05:00\nSetback: one of many\n", 14 + i % 6, i % 24
      for (j = 0; j < 2; j++) printf "Trigger: a name of its own that goes on for longer than a phone is wide, number %d\n", (i * 2 + j) % 5000
      printf "Cause: %s\nIntensity: %d\n\n", i % 7 ? "haste" : "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", i % 11
    }
  }'
} >"$hostile"
chmod 600 "$hostile"
write hostile -f "$hostile" --last week --compare --by trigger --privacy full
write hostile-handout -f "$hostile" --for therapist --last week --detail --privacy full

large=$pages/large.rec
awk 'BEGIN {
  split("silence phone rain crowds letters mirrors Sundays noise", names, " ")
  for (i = 0; i < 5000; i++) {
    day = i % 28 + 1; month = int(i / 28) % 12 + 1; year = 2012 + int(i / 336)
    if (year == 2026 && month > 11) continue
    printf "Id: E%d\nDate: %d-%02d-%02dT%02d:15:00-05:00\nSetback: number %d\nTrigger: %s\nDomain: work\nIntensity: %d\nBelief: %d\nHelped: tea %d\n\n",
      i, year, month, day, (i * 7) % 24, i, names[i % 8 + 1], i % 11, i % 101, i % 40
    if (i % 5) printf "Date: %d-%02d-%02dT23:50:00-05:00\nAbout: E%d\nRecovered: yes\nIntensity: %d\nBelief: %d\n\n", year, month, day, i, i % 7, i % 61
  }
}' >"$large"
chmod 600 "$large"
write large -f "$large" --since start --compare --by trigger --privacy full

/usr/bin/python3 "$here/browser_test.py" --self-test --axe "$bin/browser" "$@" "$pages"/*.html
