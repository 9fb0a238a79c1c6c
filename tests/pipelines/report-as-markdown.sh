resilience-report --format markdown --detail
