# The whole page of a year, as a browser gets it.
resilience-report --format html --last year
