printf 'Forgot the appointment\nI felt small\n' | script -E never -qec 'log-setback' /dev/null | tr -d '\r'
recall -n 2
printf '\n' | script -E never -qec 'log-setback' /dev/null | tr -d '\r'
recall -n 1 --only Answer
