recall -t nobody
echo $?
recall -t nobody --exit-code
echo $?
