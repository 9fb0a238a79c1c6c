# What the record says is acknowledged, and kindness and something to hold on to come before other questions.
printf 'Thought: My boss is going to fire me\nFeeling: fear\nIntensity: 9\nBelief: 90\n' >strong
reframe -n 1 --input records <strong
for seed in 1 2 3; do reframe -n 1 --only Reframe --seed $seed --input records <strong; done
script -E never -qec 'reframe -n 1 -f strong' /dev/null </dev/null | tr -d '\r' | head -3
