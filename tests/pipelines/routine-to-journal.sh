printf '%s\n' 'She looked away' 'I bore everyone' ashamed '' 6 70 'She looked at her watch' '' 'She wrote to me yesterday' '' 'Maybe she was tired' 'Ask her on Friday' >answers
prompt run thought-record - <answers | reframe | log-setback -
recall @1
