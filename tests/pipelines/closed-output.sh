recall @1 >&-
echo $?
log-setback "not into the journal by mistake" >&-
echo $?
recall --check
recall @1 --only Setback
