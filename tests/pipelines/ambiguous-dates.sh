recall --since 03/04/2026
log-setback x --when 03/04/2026
log-setback x --when "some day"
recall --last decade
