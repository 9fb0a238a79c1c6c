printf 'I want to die\n\nhe hits me\n\nI cut myself again last night\n' | log-setback -q - --notice always 2>notice >ids
grep -c 'That sounds very hard to carry' notice
wc -l <ids
printf 'I want to die\n' | log-setback - 2>&1 >/dev/null
printf 'Setback: I want to die, he said in the play\nSafety: no\n' | log-setback - --notice always >/dev/null
recall @1 | grep Safety
