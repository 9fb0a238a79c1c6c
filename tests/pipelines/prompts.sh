prompt --seed 1
prompt beliefs --seed 2 -n 2
prompt --daily >a
prompt --daily | cmp - a && echo the same all day
prompt path --seed 3 --format json
prompt --for @1 --seed 5
recall @1 | prompt --for - --seed 5
prompt show thought-record | head -5
prompt list beliefs | wc -l
prompt packs | cut -f 1-3
