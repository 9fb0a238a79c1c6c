resilience-report --last year --privacy counts >one
resilience-report --last year --privacy counts -f journal.rec -f "$STUMBLE_JOURNAL" >both
cmp one both && sed -n 2,3p both
