recall --since 90d | reframe --only Pattern | sort | uniq -c | sort -rn
