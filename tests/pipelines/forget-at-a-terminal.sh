cp journal.rec before.rec
printf '\n' | script -qec 'recall --forget 01KY15Z973YP0WQFSE9H49M4QY' -E never /dev/null | tr -d '\r'
cmp before.rec journal.rec
printf 'yes\n' | script -qec 'recall --forget 01KY15Z973YP0WQFSE9H49M4QY' -E never /dev/null | tr -d '\r'
grep -c 01KY15Z973YP0WQFSE9H49M4QY journal.rec
