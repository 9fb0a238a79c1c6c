cp journal.rec before.rec
log-setback --undo 01KY8J7CHN07VHC8AWWVE0C002
echo $?
log-setback --undo NOSUCH
echo $?
log-setback --undo
echo $?
cmp before.rec journal.rec
ls
