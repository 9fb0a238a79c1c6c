recall --triger silence
log-setback --next_step "Walk home"
log-setback --i-ruin-everything-always-and-ever
recall --trigger
recall --format jsn
prompt crysis
prompt emergency | head -1
prompt belifs
prompt run five-why
prompt show beleifs-01
reframe --explain mind-redaing
reframe --patterns catastrophising "It will all fall apart"
log-setback "Late again" --set Triger=train >/dev/null
log-setback "Late again" --set Weather=rain >/dev/null
recall --only Kindnes
recall --match triger=silence
recall --columns Date,Setbck --format csv -n 1
prompt crisis --region Irland | grep mean
