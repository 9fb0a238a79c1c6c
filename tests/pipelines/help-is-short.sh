for tool in log-setback prompt recall reframe resilience-report; do
  $tool -h | grep -c '^  -'
done
recall -h
log-setback --version
