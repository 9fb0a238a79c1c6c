log-setback "Froze when she asked about my father" -t silence -i 7
log-setback --about @1 --recovered --learned "Silence was me protecting myself" --helped "Walking home"
recall --helped -t silence -n 2
recall --fold @1
