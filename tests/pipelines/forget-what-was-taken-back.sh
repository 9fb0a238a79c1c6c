log-setback --undo 01KY15Z973YP0WQFSE9H49M4QY >/dev/null
grep -c "train home" journal.rec.former-1
recall -q --forget 01KY15Z973YP0WQFSE9H49M4QY
grep -c "train home" journal.rec.former-1
recall --forget 01KY15Z973YP0WQFSE9H49M4QY
echo $?
