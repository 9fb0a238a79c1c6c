printf 'Forgot the appointment\ny\nphone calls\n11\n6\n\nTea\n' | script -E never -qec 'log-setback' /dev/null | tr -d '\r'
recall @1
recall --about @1
