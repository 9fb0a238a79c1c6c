reframe --list
reframe --explain mind-reading
reframe --patterns labeling --format json "Everyone must think I'm an idiot" | jq -c .Pattern
reframe -n 1 --only Pattern "Everyone must think I'm an idiot"
