cp journal.rec before.rec
flock journal.rec sh -c 'printf "Froze at the phone\n" | script -E never -qec "log-setback" /dev/null | tr -d "\r" | sed "s/draft-[^,.]*/draft-NAME/g"'
cmp before.rec journal.rec
stat -c %a "$HOME"/.local/state/stumble/*
printf '\n' | script -E never -qec 'log-setback' /dev/null | tr -d '\r'
recall @1 --only Setback
find "$HOME/.local/state" -type f
