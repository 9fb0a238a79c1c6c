log-setback --note "A good walk with Ada" --tag walk >ids
recall -n 1 | grep -v '^Id'
recall --open --tag walk --exit-code
echo "exit $?"
resilience-report | grep walk
log-setback -q --about @1 --note "She called back" >ids
recall --about @1 -n 1 --only Answer
