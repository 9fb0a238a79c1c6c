log-setback -q "Left early" -t Noise --when 2026-11-01 --helped "A walk" >/dev/null
log-setback -q "Left early again" -t noise >/dev/null
recall --fold @1 | reframe --evidence | grep -e Setback -e Helped
