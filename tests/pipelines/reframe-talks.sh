export STUMBLE_PLAIN=1
printf '80\nshe nodded\n\nI do not know what she thinks\n40\n\n' | script -E never -qec 'reframe -i -n 1 "She will think I am stupid"' /dev/null | tr -d '\r'
recall -n 2
