recall --fold -t silence --since 120d | resilience-report -f - --since 120d
