prompt run thought-record --no-input | sed 's/^Thought:$/Thought: I bore everyone/' | log-setback -
recall -n 1
