cp journal.rec before.rec
flock journal.rec sh -c 'touch held; sleep 6' &
while [ ! -e held ]; do sleep 0.1; done
VISUAL=true log-setback -e "Froze" 2>&1 | sed 's/draft-[^.]*/draft-NAME/g'
wait
cmp before.rec journal.rec
log-setback - <"$(echo "$HOME"/.local/state/stumble/*)" >/dev/null
recall @1 --only Setback
