resilience-report --privacy counts
echo
resilience-report --privacy themes --last month
for privacy in counts themes; do
  for format in text markdown html json; do
    resilience-report --last year --detail --privacy $privacy --format $format >report
    # What the sample journal says in words.
    recall --format json | jq -r '(.Setback, .Helped[]?, .Learned[]?, .Kindness[]?, .NextStep[]?, .Thought[]?, .Why[]?) // empty' |
      grep -cFf - report
  done
done
resilience-report --privacy some
