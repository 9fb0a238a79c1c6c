printf '\nDate: 2026-11-01\nSetback: no Id here\n\n# stays\n' >>journal.rec
log-setback "Froze" >/dev/null
log-setback --undo @1 >/dev/null
recall -q --no-input --forget @1
grep -c "no Id here" journal.rec journal.rec.former-1
tail -n 1 journal.rec
