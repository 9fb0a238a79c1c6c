mkdir -p repo/.git repo/deep
mv journal.rec repo/deep/real.rec
ln -s repo/deep/real.rec journal.rec
printf 'half a file' >repo/deep/real.rec.new-aB3xY9
printf 'broken\n\nSetback: x\n' >repo/deep/real.rec.former-1
recall --no-input --forget 01KY15Z973YP0WQFSE9H49M4QY
grep -c 01KY15Z973YP0WQFSE9H49M4QY journal.rec
ls -F . repo/deep
