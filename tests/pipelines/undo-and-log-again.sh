cp journal.rec before.rec
log-setback "Froze" -t silence >/dev/null
cp journal.rec with.rec
log-setback --undo @1
cmp before.rec journal.rec
cp with.rec journal.rec
log-setback --undo @1 | log-setback -
cmp with.rec journal.rec
ls
