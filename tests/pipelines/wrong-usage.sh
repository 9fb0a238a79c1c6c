log-setback
log-setback x -i 11
log-setback x -i "very strong"
log-setback x --set "just words"
log-setback x --set Id=1
log-setback "" -t silence
recall --format yaml
recall --bogus
recall --match Setback='('
reframe --explain nothing-known
prompt nonsense
prompt run nonsense
resilience-report --format word
