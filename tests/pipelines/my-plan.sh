printf 'no sleep\nnot answering\n\ncold water\n\n\nAda, 555 0100\n' | prompt run my-plan - >record
cat record
plan=home/.local/share/stumble/my-plan.rec
stat -c %a $plan && recfix --check $plan && sed -n '/^Date/,$p' $plan
printf 'staring at the wall\n\n\n-\nthe library\n\n' | script -E never -qec 'prompt run my-plan --now 2026-11-21' /dev/null | tr -d '\r' | grep -e 'So far' -e kept
prompt crisis --region US --now 2026-11-22 | head -6
printf 'Date: 2026-11-23\nPrompt: my-plan/signs\nAnswer: a dream\n' | log-setback - -q >/dev/null
prompt crisis --region US | head -5
resilience-report --since 2026-11-21 --until 2026-11-24 --format json | grep -c dream
HOME=/dev/null prompt run my-plan - <record | head -1
