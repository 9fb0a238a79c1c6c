log-setback "The talk" --when tomorrow
recall @1
