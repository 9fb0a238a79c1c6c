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
for more in '--only Id' '--since 1d' '-t silence' '-n 1'; do recall --merge before.rec both.rec -o before.rec $more; echo "status $?"; done
for name in '' -; do recall --merge before.rec both.rec -o "$name"; echo "status $?"; done
# A name that is mistyped makes no new journal.
recall --merge before.rec nope.rec -o nope.rec; echo "status $?"; ls nope.rec
# One of a later stumble would make this one unwritable.
printf '# stumble journal, format 2: later\n%%rec: Entry\n\nId: 01KAJ6YV3N6Z8V4M2Q1T0R9S7Z\nDate: 2030-01-01\n' >later.rec
recall --merge before.rec later.rec -o before.rec; echo "status $?"
# Nobody waits for the lock while a pipe is slow.
(sleep 2; cat both.rec) | recall --merge before.rec - -o before.rec & log-setback -f before.rec "Meanwhile" >id && wait
recall -f before.rec --only Setback | grep -c 'Missed the bus\|Meanwhile'
