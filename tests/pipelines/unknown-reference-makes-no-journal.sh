log-setback -f new/journal.rec --about @1 --learned "Something"
echo $?
ls -A new
