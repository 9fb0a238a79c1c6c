log-setback --undo 01KY15Z973YP0WQFSE9H49M4QY >/dev/null
grep -c "train home" journal.rec.former-1
recall -q --no-input --forget 01KY15Z973YP0WQFSE9H49M4QY
grep -c "train home" journal.rec.former-1
recall --no-input --forget 01KY15Z973YP0WQFSE9H49M4QY
echo $?
