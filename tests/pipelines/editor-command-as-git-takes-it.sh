mkdir "$HOME/my tools"
printf '#!/bin/sh\nfor a in "$@"; do echo "<$a>" | sed s/draft-.*/draft/; done >>args\n' >"$HOME/my tools/ed"
chmod +x "$HOME/my tools/ed"
VISUAL='"$HOME/my tools/ed" --wait "two words" \; ~/x' EDITOR=false log-setback -e
EDITOR="~/my\\ tools/ed 'a b'" log-setback -e
sed "s|$HOME|HOME|" args
for command in 'ed; rm -f args' '$(rm args)' '`rm args`' '"open' ' ' no-such-editor; do
  VISUAL=$command log-setback -e
  echo $?
done
PATH=$(dirname "$(command -v log-setback)") log-setback -e
ls args
