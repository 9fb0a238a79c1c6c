resilience-report
