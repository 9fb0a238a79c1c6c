unset HOME STUMBLE_JOURNAL
recall
echo $?
log-setback x
echo $?
