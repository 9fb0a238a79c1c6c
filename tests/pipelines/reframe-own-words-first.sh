# The person's own reframe comes before any of ours, dated; never one that is private or held, and never one of ours.
export STUMBLE_JOURNAL="$PWD/own.rec"
log() { log-setback --input records - >/dev/null; }
printf 'Date: 2026-05-03\nSetback: s\nThought: They must think I am dull\nReframe: I talk when I know people, and that is fine.\n' | log
printf 'Date: 2026-05-04\nSetback: s\nThought: They must think I am odd\nReframe: Kept to myself.\nPrivate: yes\n' | log
printf 'Date: 2026-05-05\nSetback: I want to die\nThought: They must think I am bad\nReframe: Kept as well.\n' | log
ours=$(reframe --only Reframe "They must think I am a bore")
printf 'Date: 2026-05-06\nSetback: s\nThought: They must think I am a bore\nReframe: %s\n' "$ours" | log
script -E never -qec 'reframe -n 1 "They must think I am a fool"' /dev/null </dev/null | tr -d '\r'
reframe --evidence -n 1 --columns Date,Thought,Reframe --format tsv "They must think I am a fool" | tail -n +3
reframe --evidence "They must think I am a fool" | log-setback --input records - >/dev/null
recall --since 2026-05-01 --until 2026-05-07 --only Date
