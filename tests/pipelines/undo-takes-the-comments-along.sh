printf '\n# apart\n\n# mine\nId: ABCD1\nDate: 2026-11-01\nSetback: x\n# end\n\n# last\n' >>journal.rec
log-setback --undo ABCD1
tail -n 4 journal.rec
