script -qec 'reframe "Everyone must think I am an idiot"' /dev/null </dev/null | tr -d '\r'
