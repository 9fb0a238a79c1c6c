VISUAL='sed -i "s/^Setback:.*/Setback: Froze again\n+ and went home/; s/^Helped:.*/Helped: Tea/; s/^Date:.*/Date: yesterday 21:00/"' log-setback -e -t silence
recall @1
find "$HOME" -type f
