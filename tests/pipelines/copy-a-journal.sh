recall -t silence | log-setback -f new.rec - | wc -l
recall -f new.rec >a
recall -t silence >b
cmp a b && echo the same
recfix --check new.rec && echo sound
