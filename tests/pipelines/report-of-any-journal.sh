# An empty one, one entry, all open, dates that are missing or to come.
resilience-report -f /dev/null --detail
printf 'Date: 2026-11-18\nSetback: One\n' | resilience-report -f - --detail
{
  for day in 1 2 3 4 5 6 7 8 9 10 11 12; do printf 'Date: 2026-11-%02d\nSetback: open %s\n\n' $day $day; done
  printf 'Setback: no day\n\nDate: 2027-01-01\nSetback: to come\n'
} | resilience-report -f - --last month --detail
