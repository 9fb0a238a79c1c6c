reframe --list
reframe --explain mind-reading
reframe --patterns labeling --format json "Everyone must think I'm an idiot. I'm such a fool" | jq -c .Pattern
reframe -n 1 --only Pattern "Everyone must think I'm an idiot"
