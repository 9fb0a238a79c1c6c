mkdir -p home/.config/stumble
printf 'region = "US"\ncontact = "Ada, 555 0100"\nsafety-plan = "~/plan.rec"\n' >home/.config/stumble/config.toml
printf 'Date: 2026-11-01\nPrompt: my-plan/signs\nAnswer: no \033[31msleep\nPrompt: my-plan/people\nAnswer: Ada\nPrompt: my-plan/my-garden\nAnswer: the beans, and sitting by them until the light goes and somebody calls me in\n' >home/plan.rec
prompt crisis | head -6 | cat -v
script -qec 'log-setback -q "I want to die"' /dev/null </dev/null | tr -d '\r' | sed -n 3,8p | cat -v
log-setback -q 'I want to die' --notice always 2>&1 >/dev/null | sed -n 3,4p
for step in own-coping company professionals safer-surroundings reasons more; do printf '\nDate: 2026-11-02\nPrompt: my-plan/%s\nAnswer: something\n' $step; done >>home/plan.rec
script -qec 'log-setback -q "I want to die"' /dev/null </dev/null | tr -d '\r' | sed -n 3,4p
echo 'broken' >home/plan.rec
prompt crisis | head -2
rm home/plan.rec && mkdir home/plan.rec && prompt crisis | head -2
unset HOME && prompt crisis | head -1
