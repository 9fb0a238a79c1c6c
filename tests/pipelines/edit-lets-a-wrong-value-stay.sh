printf '\nId: ABCD1\nDate: some day\nSetback: x\nIntensity: a lot\n' >>journal.rec
VISUAL='sed -i "s/^Setback:.*/Setback: y/"' log-setback -q --edit ABCD1
tail -n 4 journal.rec
