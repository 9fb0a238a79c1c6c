# The page for the next session, to print, and the same as text.
resilience-report --for therapist --last quarter --privacy full --format html
resilience-report --for therapist --last quarter --privacy full --detail
