# The journal of another machine comes into this one, and nothing that stands here is touched.
cp "$STUMBLE_JOURNAL" before.rec && cp before.rec phone.rec
log-setback -f phone.rec "Missed the bus" >/dev/null
printf '\n# a line of my own\n' >>"$STUMBLE_JOURNAL"
recall --merge "$STUMBLE_JOURNAL" phone.rec -o "$STUMBLE_JOURNAL" && recall -n 1 --only Setback
cmp -n "$(stat -c %s before.rec)" before.rec "$STUMBLE_JOURNAL" && grep '^# a line' "$STUMBLE_JOURNAL"
cp "$STUMBLE_JOURNAL" again.rec && recall --merge phone.rec "$STUMBLE_JOURNAL" -o "$STUMBLE_JOURNAL" && cmp again.rec "$STUMBLE_JOURNAL"
# into a new file
recall --merge before.rec phone.rec -o both.rec && cmp both.rec phone.rec && stat -c %a both.rec
# One that is there and not joined would be lost.
recall --merge before.rec -o phone.rec; echo "status $?"; cmp both.rec phone.rec
# What can't be read stops it.
printf 'Id: broken\nno field\n' >>phone.rec
recall --merge before.rec phone.rec -o before.rec; echo "status $?"; grep -c Missed before.rec
recall --merge before.rec both.rec -o before.rec --only Id; echo "status $?"
