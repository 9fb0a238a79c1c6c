recall >/dev/full
echo $?
reframe "I always fail" >/dev/full
echo $?
resilience-report >/dev/full
echo $?
log-setback "kept all the same" >/dev/full
echo $?
recall @1 --only Setback
