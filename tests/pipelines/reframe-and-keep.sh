log-setback "Froze when she asked about my father" -t silence -i 7 --thought "I always ruin everything"
recall @1 | reframe | log-setback --about @1 -
recall --about @1
# The same again is nothing new.
recall @1 | reframe | log-setback --about @1 -
recall --fold @1 | reframe | log-setback -
recall @1 | reframe | log-setback -
