printf 'A bad night\nI want to die\nsee\ngo\nsad\nstop\n' | script -E never -qec 'prompt run after-a-setback --region US >record' /dev/null | tr -d '\r'
cat record
