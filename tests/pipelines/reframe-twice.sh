recall --since 90d | reframe >once
reframe <once | cmp - once && echo the same
