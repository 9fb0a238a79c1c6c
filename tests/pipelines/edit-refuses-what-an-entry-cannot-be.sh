cp journal.rec before.rec
for change in 's/^Id:.*/Id: OTHER/' '/^Id:/d' 's/^Date:.*/Date: 03\/04\/2026/' '/^Date:/d' 's/^Setback:/Setback: again\n\n&/' \
  's/^Setback:/Setback: again\n&/' 's/^Setback:/Intensity: 11\n&/' 's/^Setback:/About: NOBODY\n&/' 's/^Setback:/no field\n&/'; do
  VISUAL="sed -i '$change'" log-setback --edit @1 2>&1 | sed 's/draft-[^.]*/draft-NAME/g' | head -n 1
done
cmp before.rec journal.rec
find . -name '*.former-*'
find "$HOME" -type f | wc -l
