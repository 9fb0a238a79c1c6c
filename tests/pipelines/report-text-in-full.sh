# All that a terminal without Unicode gets.
resilience-report --last quarter --detail --ascii --compare --by domain
