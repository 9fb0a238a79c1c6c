cp journal.rec before.rec
VISUAL=true log-setback --edit @1
VISUAL='truncate -s 0' log-setback --edit @1
VISUAL='sed -i "/^#!/d"' log-setback --edit @1
cmp before.rec journal.rec
ls
