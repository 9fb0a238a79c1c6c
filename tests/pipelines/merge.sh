cp "$STUMBLE_JOURNAL" other.rec
log-setback "Only here" >/dev/null
STUMBLE_NOW=2026-11-20T22:00:00-05:00 log-setback -f other.rec "Only there" >/dev/null
recall --merge "$STUMBLE_JOURNAL" other.rec >merged.rec
recall -f merged.rec -n 2 --only Setback
grep -c '^%rec' merged.rec
recfix --check merged.rec && recall -f merged.rec --check && echo sound
cat "$STUMBLE_JOURNAL" other.rec >both.rec
resilience-report --now 2026-11-20T23:00:00-05:00 -f both.rec --last year --format json | jq '.setbacks | length'
resilience-report --now 2026-11-20T23:00:00-05:00 -f merged.rec --last year --format json | jq '.setbacks | length'
