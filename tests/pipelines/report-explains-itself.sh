resilience-report --explain
