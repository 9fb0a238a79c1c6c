VISUAL='sed -i "s/^Setback:.*/Setback: Froze/; s/^Intensity:.*/Intensity: eleven/"' log-setback -e 2>/dev/null
form=$(echo "$HOME"/.local/state/stumble/entry-*.rec)
log-setback - <"$form"
find "$HOME" -type f | wc -l
sed -i 's/eleven/7/' "$form"
log-setback -q - <"$form"
recall -n 1 --only Intensity
find "$HOME" -type f | wc -l
