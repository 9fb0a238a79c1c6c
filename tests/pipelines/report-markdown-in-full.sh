# A quarter beside others, month by month.
resilience-report --format markdown --last quarter --detail --compare --by month
