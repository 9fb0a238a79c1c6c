printf 'She looked away\nI bore everyone\nashamed\n\n6\n70\n\n\nMaybe tired\nAsk her\n' | script -E never -qec 'prompt run thought-record | reframe | log-setback -' /dev/null >/dev/null
recall @1
