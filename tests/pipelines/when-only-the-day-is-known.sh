log-setback "Missed the call" --when yesterday
log-setback "Missed it again" --when "9am yesterday"
log-setback "And again" --when "10:30 2026-10-30"
recall -n 3 --only Date
