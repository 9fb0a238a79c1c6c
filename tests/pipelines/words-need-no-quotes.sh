log-setback -f new.rec Froze again on the phone -t silence -i 5
log-setback -f new.rec '[so, tired]' of it
log-setback -f new.rec Called her - she hung up
recall -f new.rec --only Setback
reframe I always ruin everything
