cp journal.rec before.rec
log-setback "Froze" >/dev/null
cp journal.rec with.rec
log-setback --undo @1 >/dev/full
cmp with.rec journal.rec
