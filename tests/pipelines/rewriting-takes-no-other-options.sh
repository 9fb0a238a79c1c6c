log-setback --undo @1 -t silence
log-setback --edit @1 more
log-setback --edit @1 --learned x
log-setback -e --undo
echo x | log-setback -e -
recall --forget @1 @2
recall --forget @1 --check
echo $?
recall --with-follow-ups
