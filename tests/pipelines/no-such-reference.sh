log-setback --about @99 --recovered
recall @99
recall QQQQ
log-setback --about ab --recovered
tail -c 40 "$STUMBLE_JOURNAL" | tail -1
