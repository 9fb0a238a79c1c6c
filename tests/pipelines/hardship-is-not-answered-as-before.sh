# Almost the same words as an hour ago, and a death among them: what was named then is not named again by habit.
log-setback "Dinner at home" --thought "I always ruin everything with my family at every single dinner and nobody there ever wants me near their table" --now 2026-11-20T20:30:00-05:00 >/dev/null
recall @1 | reframe --now 2026-11-20T20:30:00-05:00 | log-setback --about @1 --now 2026-11-20T20:31:00-05:00 - >/dev/null
reframe "I always ruin everything with my family at every single dinner and nobody there ever wants me near their table" | grep -c '^#'
reframe "I always ruin everything with my family at every single dinner and nobody there ever wants me near their table since my mother died" | grep -c '^#' || true
