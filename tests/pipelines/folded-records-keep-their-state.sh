log-setback "Froze on the phone again" -t silence
log-setback --about @1 --recovered
log-setback --about @1 --came-back
recall --since today --fold | resilience-report -f -
