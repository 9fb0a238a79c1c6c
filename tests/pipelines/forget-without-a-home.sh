env -u HOME recall -q --no-input --forget 01KY15Z973YP0WQFSE9H49M4QY
echo $?
grep -c 01KY15Z973YP0WQFSE9H49M4QY journal.rec
VISUAL=true env -u HOME log-setback -e
