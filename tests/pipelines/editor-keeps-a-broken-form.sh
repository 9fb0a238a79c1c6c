VISUAL='sed -i "s/^Setback:.*/Setback: Froze\nand then went home/; s/^Intensity:.*/Intensity: eleven/"' log-setback -e 2>&1 | sed 's/draft-[^.]*/draft-NAME/g'
find "$HOME" -type f | sed 's/draft-[^.]*/draft-NAME/'
stat -c %a "$HOME"/.local/state/stumble "$HOME"/.local/state/stumble/*
sed -i 's/^and then/+ and then/; s/eleven/7/; s/^Date:.*/Date: yesterday/' "$HOME"/.local/state/stumble/*
log-setback - <"$(echo "$HOME"/.local/state/stumble/*)"
recall @1
