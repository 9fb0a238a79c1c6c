echo "I should be over this by now" | reframe
