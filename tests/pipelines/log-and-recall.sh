log-setback "Froze when she asked about my father" -t silence -i 7 --thought "I always ruin everything"
recall @1
