VISUAL='sed -i "s/^Learned:.*/Learned: Silence was me protecting myself/; w seen.txt"' log-setback -e --about @1
grep -n -m 2 -E '^(About|Helped):' seen.txt
recall --about @1 --only Learned
