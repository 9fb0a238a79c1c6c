VISUAL='cp -t .' log-setback -e -t silence --set SleepHours=5 "Froze" >/dev/null
cat entry-draft-*.rec
