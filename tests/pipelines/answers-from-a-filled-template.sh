prompt run thought-record --no-input | sed 's/^Thought:$/Thought: I bore everyone/; s/^Belief:$/Belief: very/' | prompt run thought-record --answers -
