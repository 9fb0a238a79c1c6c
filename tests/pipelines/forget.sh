printf '\n# of this one\nId: ABCD1\nDate: 2026-11-01\nSetback: words to forget\n' >>journal.rec
cp journal.rec before.rec
VISUAL='sed -i "s/words to forget/other words to forget/"' log-setback --edit ABCD1 2>/dev/null
log-setback --undo 01KY15Z973YP0WQFSE9H49M4QY >/dev/null
mkdir -p "$HOME/.local/state/stumble"
echo 'Id: ABCD1' >"$HOME/.local/state/stumble/change-draft-abcdef.rec"
echo 'Id: another' >"$HOME/.local/state/stumble/change-draft-ghijkl.rec"
recall --no-input --forget ABCD1
grep -l -e ABCD1 -e "words to forget" -e "of this one" journal.rec*
find "$HOME" -type f | sed 's|.*/||'
diff before.rec journal.rec.former-2
stat -c '%a %n' journal.rec*
recall --check
