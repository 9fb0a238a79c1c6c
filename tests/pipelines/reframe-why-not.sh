reframe --why-not mind-reading "He said he was busy on Friday" | head -n 1 | sed 's/[-0-9.]* of the [0-9.]*/SUM of the SUM/'
reframe --why-not labeling "I'm such an idiot" | grep -c '^  [+-]'
reframe --why-not labeling "I want to die, I am such an idiot"
reframe --why-not labelling "I'm such an idiot"
