unset STUMBLE_JOURNAL
recall
resilience-report
umask 0
log-setback "The first one"
stat -c '%a %n' home/.local/share/stumble home/.local/share/stumble/journal.rec
recall --only Setback
