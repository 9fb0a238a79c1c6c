resilience-report --last quarter --detail
