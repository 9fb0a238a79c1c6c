printf '#!/bin/sh\n[ -e once ] && sed -i s/eleven/7/ "$1" || sed -i "s/^Intensity:.*/Intensity: eleven/" "$1"\ntouch once\n' >ed
chmod +x ed
printf '\n' | VISUAL=./ed script -qec 'log-setback -e Froze' -E never /dev/null | tr -d '\r' | sed 's/draft-[^.]*/draft-NAME/g'
recall @1 --only Intensity
find "$HOME" -type f
