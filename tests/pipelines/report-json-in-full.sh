# All that a program gets of a month, with what can be asked for besides.
resilience-report --format json --last month --compare --by trigger
