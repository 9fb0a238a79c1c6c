umask 0
for i in 1 2 3 4 5 6 7; do VISUAL="sed -i 's/^Setback:.*/Setback: version $i/'" log-setback --edit 01KY3TVHTJ6611NRSKJ87SASP9 >/dev/null; done
stat -c '%a %n' journal.rec*
recall -f journal.rec.former-1 01KY3TVHTJ6611NRSKJ87SASP9 --only Setback
recall -f journal.rec.former-5 01KY3TVHTJ6611NRSKJ87SASP9 --only Setback
cp journal.rec.former-1 journal.rec
recall 01KY3TVHTJ6611NRSKJ87SASP9 --only Setback
