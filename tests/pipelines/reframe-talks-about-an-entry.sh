export STUMBLE_PLAIN=1
log-setback "She left early" -t silence --thought "I always ruin everything" >/dev/null
printf '80\n\n\n\nSome evenings go well\n40\n\n' | script -E never -qec 'reframe -i -n 1 --about @1' /dev/null | tr -d '\r'
recall --fold @1
log-setback "I want to kill myself" >/dev/null
script -E never -qec 'reframe -i --about @1 --region US' /dev/null </dev/null | tr -d '\r' | head -3
reframe --about @1
