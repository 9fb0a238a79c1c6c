log-setback "I want to die" -t silence
recall @1 | reframe | log-setback -
recall @1
resilience-report | grep -c die
resilience-report --format json | jq '.setbacks | length'
log-setback "Froze again" -t silence --private
resilience-report --format json | jq '.setbacks | length'
