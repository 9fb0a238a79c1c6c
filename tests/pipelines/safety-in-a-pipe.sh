printf 'Id: X1\nDate: 2026-11-20\nSetback: bad night\nThought: I always fail\nThought: I want to die\n' >in
reframe -f in
reframe -f in | reframe | cmp - in
reframe "I want to die" --notice always --region GB
reframe "he hits me when he drinks" --notice always --region US
reframe "I want to die" --notice always --region XX
printf 'Setback: said it in a film\nSafety: no\nThought: I want to die, he said\nThought: I always fail\n' | reframe --only Pattern
