cp journal.rec before.rec
printf '#!/bin/sh\nlog-setback "Logged meanwhile" >ids\nsed -i "s/^Setback:.*/Setback: changed/" "$1"\n' >ed
chmod +x ed
VISUAL=./ed log-setback --edit 01KY3TVHTJ6611NRSKJ87SASP9
diff before.rec journal.rec | sed 's/^\([<>] Id:\).*/\1/'
