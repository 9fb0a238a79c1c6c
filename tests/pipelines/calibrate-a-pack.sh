cat >mine.yaml <<'YAML'
pack: mine
version: 1
title: Mine
language: en
license: CC0-1.0
sources: [me]
signs:
  - {id: never, phrases: [never], examples: [never]}
  - {id: always, phrases: [always], examples: [always]}
  - {id: bus, phrases: [bus], examples: [bus]}
patterns:
  # whatever else stands here stays
  - id: rules
    plain: making a rule of it
    threshold: 1
    signs: {never: 1, always: 1}
    examples: ["I always lose", "I never win"]
    counterexamples: ["The bus always comes at nine"]
YAML
{
  printf 'text\tlabels\n'
  for i in 1 2 3 4 5 6 7 8 9; do
    printf 'I never win\trules\nI always lose\trules\nI lost\tnone\nThe bus was late\tnone\n'
  done
} >thoughts.tsv
{
  printf 'kind\ttext\n'
  for i in 1 2 3 4 5; do printf 'habit\tThe bus is always late\n'; done
} >plain.tsv
cp mine.yaml before.yaml
calibrate-patterns --pack mine.yaml thoughts.tsv plain.tsv=2
diff before.yaml mine.yaml
cp mine.yaml once.yaml
calibrate-patterns --pack mine.yaml thoughts.tsv plain.tsv=2 >/dev/null
cmp once.yaml mine.yaml && echo the same again
prompt lint mine.yaml 2>&1 | grep -c match
calibrate-patterns --pack mine.yaml before.yaml
