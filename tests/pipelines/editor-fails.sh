cp journal.rec before.rec
VISUAL=false log-setback -e "Froze"
VISUAL='sh -c "echo typed >>\$1; exit 3" sh' log-setback -e "Froze" 2>&1 | sed 's/draft-[^.]*/draft-NAME/g'
tail -n 1 "$HOME"/.local/state/stumble/*
cmp before.rec journal.rec
