printf 'The first thing,\nin two lines\n\nThe second thing\n' | log-setback - -t work
recall -n 2 --only Setback
printf '\357\273\277# a heading\n\nI never get it right\n' | reframe
