age-keygen -o key 2>/dev/null
recall --encrypt -q -r "$(age-keygen -y key)" --identity key
log-setback "Written without a secret"
log-setback --about @1 --learned "That takes one"
recall @1
export STUMBLE_IDENTITY=key
recall @1
recall -t silence --only Date | tail -n 1
recall @1 | reframe | log-setback --about @1 -
resilience-report | sed -n 1,4p
recall --compact -q && recall --check && ls journal.rec | grep -c '\.age$'
recall --decrypt -q && head -n 1 journal.rec
