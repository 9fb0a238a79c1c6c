log-setback --about @1 --helped "Tea" >/dev/null
cp journal.rec before.rec
printf '\n' | script -qec 'log-setback --undo' -E never /dev/null | tr -d '\r'
cmp before.rec journal.rec
printf 'y\n' | script -qec 'log-setback --undo' -E never /dev/null | tr -d '\r'
recall --about @1 --since today
