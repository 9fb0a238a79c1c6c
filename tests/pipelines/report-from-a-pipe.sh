recall -t silence | resilience-report -f - | head -3
