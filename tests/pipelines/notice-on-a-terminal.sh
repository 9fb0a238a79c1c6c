script -qec 'log-setback -q "I want to die" --region IE' /dev/null </dev/null | tr -d '\r'
log-setback "I want to die" --region IE
script -qec 'log-setback "I want to die" 2>errors' /dev/null </dev/null | tr -d '\r'
cat errors
