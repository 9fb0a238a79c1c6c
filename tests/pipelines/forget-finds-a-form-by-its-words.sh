VISUAL='sed -i "s/^Setback:.*/Setback: words to forget/; s/^Intensity:.*/Intensity: eleven/"' log-setback -e 2>/dev/null
cd "$HOME/.local/state/stumble"
sed 's/eleven/7/' *.rec >"$HOME/mended" 
log-setback -q - <"$HOME/mended"
printf 'Journal: x\nSetback: words of another day\n' >draft-journal-1-1.rec
rm "$HOME/mended"
recall --no-input --forget @1
find "$HOME" -type f | sed 's|.*/||'
