cat >ed <<'END'
#!/bin/sh
log-setback "Logged meanwhile" >>ids
VISUAL='sed -i "s/^Setback:.*/Setback: changed by another/"' log-setback --edit 01KY3TVHTJ6611NRSKJ87SASP9
sed -i 's/^Setback:.*/Setback: changed by me/' "$1"
END
chmod +x ed
VISUAL=./ed log-setback --edit 01KY3TVHTJ6611NRSKJ87SASP9 2>&1 | sed 's/draft-[^.]*/draft-NAME/g'
recall 01KY3TVHTJ6611NRSKJ87SASP9 --only Setback
recall @1 --only Setback
grep Setback "$HOME"/.local/state/stumble/*
