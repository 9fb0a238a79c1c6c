# The whole letter, as sendmail gets it.
resilience-report --mail-to me@example.org --mail-from 'Me <me@example.org>' --seed 7
