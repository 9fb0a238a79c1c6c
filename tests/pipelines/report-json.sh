resilience-report --last year --format json | jq '.recovery, (.setbacks | length), .period'
