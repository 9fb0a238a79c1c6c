script -qec 'log-setback "Went quiet again" -t silence' /dev/null </dev/null | tr -d '\r'
