recall @1 --color always | head -1 | od -c | grep -c '033'
recall @1 --color always | sed 's/\x1b\[[0-9]*m//g' | tail -n +3
recall @1 | tr -dc '\033' | wc -c
