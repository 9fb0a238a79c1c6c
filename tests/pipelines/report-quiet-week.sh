resilience-report --since 2026-01-05 --until 2026-01-11
resilience-report --since 2026-01-05 --until 2026-01-11 --if-any
resilience-report -f /dev/null
