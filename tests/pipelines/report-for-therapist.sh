resilience-report --for therapist --since 2026-11-05
echo
resilience-report --for therapist --since last-session --privacy full
resilience-report --for friend
printf 'Setback: no session yet\n' | resilience-report --since last-session -f -
