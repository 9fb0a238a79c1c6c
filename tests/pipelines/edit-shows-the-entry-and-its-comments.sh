printf '\n# mine\n#! mine too\nId: ABCD1\nDate: 2026-11-01\nSetback: x\n+ y\nWeather: rain\n# last\n\nbroken\n\n# alone' >>journal.rec
cp journal.rec before.rec
VISUAL='sed -i "w seen.txt"' log-setback --edit ABCD1
cat seen.txt
VISUAL='sed -i "s/^Weather.*/&\n# added/"' log-setback --edit ABCD1
diff before.rec journal.rec
