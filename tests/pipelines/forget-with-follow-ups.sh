cp journal.rec before.rec
recall --no-input --forget 01KY8J7CHN07VHC8AWWVE0C002
echo $?
cmp before.rec journal.rec
recall -q --no-input --forget 01KY8J7CHN07VHC8AWWVE0C002 --with-follow-ups
grep -c 01KY8J7CHN07VHC8AWWVE0C002 journal.rec
recall --check
