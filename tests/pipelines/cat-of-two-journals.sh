log-setback -f a.rec "On one machine" >/dev/null
log-setback -f b.rec "On the other" >/dev/null
cat a.rec b.rec a.rec >both.rec
recall -f both.rec --only Setback
recall -f both.rec --check && echo sound
recall --merge both.rec | grep -c '^%rec'
cat both.rec | recall - --format json | jq -r 'keys[]' | sort -u | tr '\n' ' '
