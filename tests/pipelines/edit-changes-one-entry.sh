cp journal.rec before.rec
VISUAL='sed -i "s/^Trigger:.*/Trigger: a new word/"' log-setback --edit @1
diff before.rec journal.rec
cmp before.rec journal.rec.former-1
recall @1 --only Trigger
find "$HOME" -type f
