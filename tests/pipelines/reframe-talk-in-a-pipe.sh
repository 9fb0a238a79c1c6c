export STUMBLE_PLAIN=1
printf '\n\n\n\n\n\n' | script -E never -qec 'reframe -i -n 1 "She will think I am stupid" >record' /dev/null >/dev/null
cat record
reframe -i "without a terminal"
