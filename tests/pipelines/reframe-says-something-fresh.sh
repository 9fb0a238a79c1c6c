# What was offered for another thought lately comes after what was not; without a journal it depends on the thought and the seed alone.
said() { reframe -n 1 --only Reframe "$1"; }
none() { STUMBLE_JOURNAL=none.rec said "$1"; }
none "She will never call me" >first
first=$(cat first)
printf 'Date: 2026-11-10\nSetback: s\nThought: Something else\nPattern: fortune-telling\nReframe: %s\n' "$first" | log-setback --input records - >/dev/null
[ "$(none "She will never call me")" = "$first" ] && echo the same without a journal
[ "$(said "She will never call me")" != "$first" ] && echo another with it
[ "$(said "She will never call me")" = "$(said "She will never call me")" ] && echo and the same each time
