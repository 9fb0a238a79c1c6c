recall | grep -v '^%' >copy.rec
recall -f copy.rec | cmp - copy.rec && echo the same
sed -n '/^%/d; p' "$STUMBLE_JOURNAL" | grep -c '^#'
grep -c '^#' copy.rec
