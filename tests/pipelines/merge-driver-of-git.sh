# The driver of stumble-journal(5): two machines log at the same time, and git joins their journals.
export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org
umask 077
mkdir notes && cd notes && cp ../journal.rec . && git init -q -b one && unset STUMBLE_JOURNAL
echo 'journal.rec merge=stumble' >.gitattributes
git config merge.stumble.name "join two stumble journals"
git config merge.stumble.driver "recall --merge %A %B -o %A"
git add . && git commit -qm one && git branch two
log-setback -f journal.rec "Late for the session" -t bus >ids && git commit -qam here
git checkout -q two && log-setback -f journal.rec --helped "Walking home" >ids && git commit -qam there
git merge -q -m both one >merged 2>&1
recall -f journal.rec --since today --only Setback
recall -f journal.rec --since today --only Helped
recall -f journal.rec --check
grep -c '^Id: ' journal.rec ../journal.rec
