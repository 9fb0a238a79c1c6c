log-setback "The same again" -i 7 >/dev/null
log-setback --about @1 --recovered -i 3 >/dev/null
log-setback --about @1 --came-back -i 6 >/dev/null
recall @1 | log-setback --recovered -i 3 - | wc -l
recall --fold @1 --only State
log-setback --about @1 --recovered yesterday
log-setback x --set State=open
