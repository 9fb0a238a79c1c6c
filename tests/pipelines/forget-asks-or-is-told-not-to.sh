cp journal.rec before.rec
recall --forget 01KY15Z973YP0WQFSE9H49M4QY
cmp before.rec journal.rec
recall -q --no-input --forget 01KY15Z973YP0WQFSE9H49M4QY
grep -c 01KY15Z973YP0WQFSE9H49M4QY journal.rec
