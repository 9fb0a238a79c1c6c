printf 'Id: X1\nDate: 2026-11-20\nSetback: I cut myself again last night\nThought: I always fail\n\nId: X2\nDate: 2026-11-20\nThought: I always fail\nPrompt: p\nAnswer: he hits me\n' >in
for format in rec json tsv csv; do reframe -f in --format $format; done
reframe -f in --only Safety
reframe -f in --csv-safe --format csv --columns Thought,Pattern,Safety
echo 's u i c i d e again' | reframe --format json | jq -c 'keys'
printf 'Setback: k1ll my$elf\nThought: I always fail\n' | log-setback - >id
recall @1 | grep -c Safety
recall @1 | reframe | log-setback -
recall @1 --format json | jq -c '[.Setback, .Safety, .Pattern]'
resilience-report --format json | jq -r '.. | strings' | grep -i k1ll | cat
