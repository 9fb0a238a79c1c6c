log-setback -secretword Froze
log-setback --secretword Froze
log-setback Froze --trigge silence
log-setback Froze --private=secretword
recall -n secretword
