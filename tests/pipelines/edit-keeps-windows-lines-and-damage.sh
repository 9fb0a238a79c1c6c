printf '\357\273\277Id: ABCD1\r\nDate: 2026-11-01\r\nSetback: x\r\n\r\nbroken\r\n\r\nId: ABCD2\r\nDate: 2026-11-01\r\nSetback: y' >j.rec
VISUAL='sed -i "s/^Setback.*/&z/"' log-setback -f j.rec --edit ABCD1
VISUAL='sed -i "s/^Setback.*/&z/"' log-setback -q -f j.rec --edit ABCD2
od -c j.rec | head -n 20
