recall -f "$SAMPLE/journal.rec" -t silence -n 1 | reframe --evidence | tail -n +9
reframe --evidence "She will think I don't want to get better" | log-setback -
reframe --evidence --only Learned "She will think I don't want to get better"
