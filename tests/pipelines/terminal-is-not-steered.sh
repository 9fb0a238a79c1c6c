printf 'Date: 2026-11-20\nSetback: red \033[31m and \342\200\256 back\n' >odd.rec
script -qec 'recall -f odd.rec' /dev/null </dev/null | tr -d '\r' | od -c | grep -c '033'
recall -f odd.rec | cmp - odd.rec && echo the same
