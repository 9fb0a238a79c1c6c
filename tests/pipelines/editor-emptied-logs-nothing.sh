cp journal.rec before.rec
VISUAL='truncate -s 0' log-setback -e "Froze"
echo $?
VISUAL=true log-setback -e
echo $?
cmp before.rec journal.rec
find "$HOME" -type f
