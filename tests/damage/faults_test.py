#!/usr/bin/python3
"""What can go wrong outside of the tools, and what they make of it.

usage: faults_test.py BIN [every]

A disk that is full, files that can't be read, written or locked, homes that are gone, something else in the journal's place, signals. Each
time the tool ends with the exit status of stumble(7) and names the path and what was expected on standard error, which never repeats the
person's words; the journal is byte for byte as it was, and no file is left over, but for the draft that a message names. strace makes the
system calls fail. With `every`, each tool meets everything, and each failing call at every place where it makes it.
"""
import fcntl, os, re, resource, shutil, signal, subprocess, sys, time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sessions"))
import homes
from homes import case, run_cases

BIN = os.path.abspath(sys.argv[1])
EVERY = sys.argv[2:] == ["every"]
NOBODY = 65534
WORDS = "heron"  # stands in all that the person writes here, and never in a message
ENTRIES = """%rec: Entry

Id: 01KAJ6YV3N6Z8V4M2Q1T0R9S7X
Date: 2026-11-18T09:00:00-05:00
Setback: the first heron

Id: 01KAJ6YV3N6Z8V4M2Q1T0R9S7Y
Date: 2026-11-19T09:00:00-05:00
Setback: the second heron
"""

APPEND = ("log-setback", "--no-input", "a third heron")
APPEND_MUCH = ("log-setback", "--no-input", "heron " * 1500)  # more than the room that a page has left
EDIT = ("log-setback", "--edit", "@1")
UNDO = ("log-setback", "--undo", "@1", "--no-input")
FORGET = ("recall", "--forget", "@1", "--no-input")
RECALL = ("recall",)
REPORT = ("resilience-report",)
WRITING = (APPEND, EDIT, FORGET)
SOME = WRITING + (RECALL, REPORT) if EVERY else (APPEND, FORGET, REPORT)


class Home(homes.Home):
    """A home with a journal of two entries, and an editor that changes the one it gets."""

    def __init__(self):
        super().__init__(BIN + ":/usr/bin:/bin")
        self.journal = self.write(".local/share/stumble/journal.rec", ENTRIES)
        self.env["EDITOR"] = self.write("editor", "#!/bin/sh\nsed -i 's/second/& changed/' \"$1\"\n", 0o700)

    def start(self, *command, **how):
        return subprocess.Popen(command, env=self.env, cwd=self.path, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **how)

    def files(self):
        """Every file in the home with what it holds, by its path. What can't be read counts by its kind."""
        held = {}
        for directory, directories, names in os.walk(self.path):
            for name in names + [name for name in directories if os.path.islink(os.path.join(directory, name))]:
                path = os.path.join(directory, name)
                if os.path.islink(path):
                    held[path] = os.readlink(path)
                elif os.path.isfile(path):
                    with open(path, "rb") as file:
                        held[path] = file.read()
                else:
                    held[path] = "special"
        return held

    def fails(self, command, *says, status=1, before=(), at=None, **how):
        """Runs a command that is to fail, and checks what it says and leaves. `before`: what runs it, such as strace with its options."""
        old = self.files()
        done = self.run(*before, *command, **how)
        self.is_clear(command, done.returncode, done.stderr.decode(), says, status, at or self.journal)
        self.is_as_it_was(command, old, done.stderr.decode())

    def is_clear(self, command, status, complaint, says, expected_status, path):
        name = " ".join(command)[:40]
        assert status == expected_status, "%s ended with %d, not %d: %s" % (name, status, expected_status, complaint)
        assert path in complaint, "%s does not name %s: %s" % (name, path, complaint)
        for part in says:
            assert part in complaint, "%s does not say '%s': %s" % (name, part, complaint)
        assert WORDS not in complaint, "%s repeats the person's words: %s" % (name, complaint)
        assert "filesystem error" not in complaint and "terminate" not in complaint, complaint

    def is_as_it_was(self, command, old, complaint):
        new = self.files()
        for path in set(new) - set(old):
            assert "draft" in path and path in complaint and "--edit" in command, "%s left %s" % (" ".join(command)[:40], path)
            os.unlink(path)  # the words that were just written, kept and named
            del new[path]
        assert new == old, "%s changed something: %s" % (" ".join(command)[:40], [path for path in old if new.get(path) != old[path]])


def strace(calls, error, path=None, when="1+"):
    """Runs a command whose calls fail: those on this path if there is one, and the first, or whichever `when` says."""
    return ("strace", "-qq", "-f", "-o", "/dev/null") + (("-P", path) if path else ()) + (
        "-e", "trace=" + calls, "-e", "inject=%s:error=%s:when=%s" % (calls, error, when))


def cannot_inject(home):
    if shutil.which("strace") is None:
        return "skipped: strace is not installed"
    probe = home.run("strace", "-qq", "-o", "/dev/null", "-e", "inject=openat:error=EIO", "true")
    return "" if probe.returncode != 0 and b"ptrace" not in probe.stderr else "skipped: strace may not trace here"


def as_nobody(home):
    """What runs a command as a user whom permissions stop; the home becomes that user's."""
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        return None
    for directory, _, names in os.walk(home.path):
        for path in [directory] + [os.path.join(directory, name) for name in names]:
            os.chown(path, NOBODY, NOBODY)
    before = ("setpriv", "--reuid=%d" % NOBODY, "--regid=%d" % NOBODY, "--clear-groups")
    reaches = home.run(*before, "recall", "-V").returncode == 0
    return before if reaches else None


NOT_NOBODY = "skipped: expected setpriv, and tools that another user may run"


# The disk.


@case
def a_full_disk_is_named_and_the_journal_stays(home):
    disk = home.path + "/disk"
    os.mkdir(disk, 0o700)
    kept = home.path + "/kept"
    script = """mount -t tmpfs -o size=64k,mode=700 tmpfs "$1" || exit 99
        cp -p "$2" "$1/journal.rec" && cat /dev/zero >"$1/filler" 2>/dev/null
        disk=$1 kept=$3; shift 3
        "$@"; status=$?
        rm "$disk/filler"; cp -pR "$disk" "$kept"; exit $status"""
    root = () if os.geteuid() == 0 else ("-r",)
    home.env["STUMBLE_JOURNAL"] = disk + "/journal.rec"
    for command in (APPEND_MUCH, EDIT, FORGET):
        old = home.files()
        done = home.run("unshare", *root, "-m", "sh", "-c", script, "sh", disk, home.journal, kept, *command)
        if done.returncode == 99 or b"unshare" in done.stderr:
            return "skipped: no file system may be mounted here"
        complaint = done.stderr.decode()
        home.is_clear(command, done.returncode, complaint, ["No space left on device"], 1, disk + "/journal.rec")
        assert os.listdir(kept) == ["journal.rec"], "%s left %s" % (command[0], os.listdir(kept))
        with open(kept + "/journal.rec") as file:
            assert file.read() == ENTRIES, "%s changed the journal on the full disk" % command[0]
        shutil.rmtree(kept)
        home.is_as_it_was(command, old, complaint)


@case
def a_file_that_may_grow_no_further_is_named_and_the_journal_stays(home):
    def limited(bytes_more):
        return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (len(ENTRIES) + bytes_more, resource.RLIM_INFINITY))

    for bytes_more in (0, 30):  # nothing more, and the first part of an entry
        home.fails(APPEND, "as it was", preexec_fn=limited(bytes_more))
    for command in (EDIT, FORGET):
        home.fails(command, "File too large", preexec_fn=limited(-200), at=".local/")


@case
def a_quota_is_named_and_the_journal_stays(home):
    if skipped := cannot_inject(home):
        return skipped
    home.fails(APPEND, "as it was", "quota", before=strace("write", "EDQUOT", home.journal))
    for command in (EDIT, FORGET):
        home.fails(command, "quota", before=strace("mkdir,mkdirat,fsync", "EDQUOT"), at=".local/")


@case
def a_disk_that_reads_with_errors_is_named(home):
    if skipped := cannot_inject(home):
        return skipped
    for command in (RECALL, REPORT, APPEND, FORGET):
        home.fails(command, "could not be read", "Input/output error", before=strace("read,pread64", "EIO", home.journal))
    home.fails(RECALL, "could not be opened", before=strace("openat", "ESTALE", home.journal))


@case
def a_disk_that_writes_with_errors_is_named_and_the_journal_stays(home):
    if skipped := cannot_inject(home):
        return skipped
    home.fails(APPEND, "as it was", "Input/output error", before=strace("write", "EIO", home.journal))
    home.fails(APPEND, "as it was", "Input/output error", before=strace("fdatasync", "EIO", home.journal, "1"))
    for command in (EDIT, UNDO, FORGET):
        home.fails(command, "Input/output error", before=strace("rename,renameat,renameat2", "EIO"), at=".local/")
    home.fails(FORGET, "Input/output error", before=strace("fsync", "EIO", when="1"))


@case
def an_end_that_could_not_be_taken_back_is_said(home):
    if skipped := cannot_inject(home):
        return skipped
    done = home.run(*strace("fdatasync,ftruncate", "EIO"), *APPEND)
    complaint = done.stderr.decode()
    home.is_clear(APPEND, done.returncode, complaint, ["may stand at the journal's end"], 1, home.journal)
    with open(home.journal) as file:
        assert file.read().startswith(ENTRIES), "what stood in the journal changed"


@case
def calls_that_a_signal_breaks_off_are_made_again(home):
    if skipped := cannot_inject(home):
        return skipped
    done = home.run(*strace("read,pread64,write,flock", "EINTR", home.journal, when="1"), *APPEND)
    assert done.returncode == 0, done.stderr
    done = home.run(*strace("read", "EINTR", home.journal, when="1"), *RECALL)
    assert done.returncode == 0 and done.stdout.count(b"heron") == 3, done.stderr


# Locks.


@case
def a_lock_that_is_never_given_ends_in_seconds_with_75(home):
    old = home.files()
    with open(home.journal, "rb") as holder:
        fcntl.flock(holder, fcntl.LOCK_EX)
        began = time.monotonic()
        running = [(command, home.start(*command)) for command in WRITING + (RECALL,)]
        ended = [(command, process.communicate(timeout=30), process.returncode) for command, process in running]
        took = time.monotonic() - began
    assert took < 20, "they waited %d seconds" % took
    for command, (out, complaint), status in ended[:-1]:
        home.is_clear(command, status, complaint.decode(), ["locked by another program"], 75, home.journal)
        # The others ran beside it: what they left is looked at once, below.
    assert ended[-1][2] == 0 and ended[-1][1][0].count(b"heron") == 2, "reading waits for a lock"
    said = "".join(complaint.decode() for _, (_, complaint), _ in ended)
    home.is_as_it_was(EDIT, old, said)


@case
def a_lock_that_the_file_system_can_not_give_is_named(home):
    if skipped := cannot_inject(home):
        return skipped
    for error, says in (("ENOLCK", "No locks available"), ("ESTALE", "Stale file handle")):
        home.fails(APPEND, "could not be locked; nothing was written", says, before=strace("flock", error))
    home.fails(EDIT, "could not be locked", before=strace("flock", "ENOLCK"))
    done = home.run(*strace("flock", "ENOLCK"), *RECALL)
    assert done.returncode == 0 and done.stdout.count(b"heron") == 2, done.stderr


# Permissions.


@case
def a_journal_that_may_only_be_read_is_named_and_stays(home):
    before = as_nobody(home)
    if before is None:
        return NOT_NOBODY
    os.chmod(home.journal, 0o400)
    for command in WRITING:
        home.fails(command, "could not be opened for writing", "Permission denied", before=before)
    os.chmod(home.journal, 0o000)
    if before:  # else we could not look at it either
        home.fails(RECALL, "could not be opened", "Permission denied", before=before)
        home.fails(REPORT, "could not be opened", "Permission denied", before=before)


@case
def a_directory_that_may_only_be_read_takes_an_entry_and_no_change(home):
    before = as_nobody(home)
    if before is None:
        return NOT_NOBODY
    os.chmod(os.path.dirname(home.journal), 0o500)
    for command in (EDIT, FORGET):
        home.fails(command, "Permission denied", before=before)
    done = home.run(*before, *APPEND)
    assert done.returncode == 0, done.stderr
    os.unlink(home.journal)
    home.fails(APPEND, "could not be opened for writing", "Permission denied", before=before)
    os.chmod(os.path.dirname(home.journal), 0o700)


@case
def a_journal_of_another_user_is_read_and_not_written(home):
    before = as_nobody(home)
    if not before:
        return NOT_NOBODY
    os.chown(home.journal, 0, 0)
    os.chmod(home.journal, 0o644)
    for command in (APPEND, FORGET):
        home.fails(command, "could not be opened for writing", "Permission denied", before=before)
    done = home.run(*before, *RECALL)
    assert done.returncode == 0 and done.stdout.count(b"heron") == 2, done.stderr


# What is not where it was.


@case
def a_home_that_is_gone_is_named(home):
    before = as_nobody(home)
    if before is None:
        return NOT_NOBODY
    gone = home.path + "/away/home"
    os.mkdir(os.path.dirname(gone), 0o500)  # nobody makes it anew
    os.chown(os.path.dirname(gone), *(os.stat(home.path).st_uid, os.stat(home.path).st_gid))
    home.env["HOME"] = gone
    home.fails(APPEND, "the directory could not be made", "Permission denied", before=before, at=gone)
    for command in (RECALL, REPORT):
        done = home.run(*before, *command)
        assert done.returncode == 0 and not done.stderr, "%s: %s" % (command[0], done.stderr)


@case
def a_working_directory_that_is_gone_does_not_matter(home):
    gone = home.path + "/gone"
    os.mkdir(gone)
    for command in (EDIT, RECALL, FORGET, APPEND):
        done = home.run("sh", "-c", 'rmdir "$0" && "$@"; status=$?; mkdir "$0"; exit $status', gone, *command, cwd=gone)
        assert done.returncode == 0, "%s: %s" % (command[0], done.stderr)


@case
def no_home_at_all_is_said(home):
    del home.env["HOME"]
    for command in SOME:
        home.fails(command, "expected -f FILE, or $STUMBLE_JOURNAL, $XDG_DATA_HOME or $HOME to be set", at="no journal is known")


@case
def a_directory_in_the_place_of_the_journal_is_named(home):
    os.unlink(home.journal)
    os.mkdir(home.journal, 0o700)
    for command in SOME:
        home.fails(command, "expected a file")


@case
def a_pipe_in_the_place_of_the_journal_is_named_and_nobody_waits_for_it(home):
    os.unlink(home.journal)
    os.mkfifo(home.journal, 0o600)
    home.fails(APPEND, "expected a regular file", timeout=30)
    old = home.files()
    running = [(command, home.start(*command)) for command in (EDIT, FORGET, RECALL, REPORT)]
    for command, process in running:
        _, complaint = process.communicate(timeout=30)
        home.is_clear(command, process.returncode, complaint.decode(), ["nobody writes to; expected a file"], 1, home.journal)
    assert home.files() == old, "files were left over"


@case
def a_pipe_that_somebody_writes_to_is_read(home):
    pipe = home.path + "/pipe"
    os.mkfifo(pipe)
    writer = subprocess.Popen(["sh", "-c", 'sleep 0.5; exec >"$1"; sleep 0.3; cat "$2"', "sh", pipe, home.journal])
    done = home.run("recall", "-f", pipe, timeout=15)
    writer.wait()
    assert done.returncode == 0 and done.stdout.decode() == home.run("recall").stdout.decode(), done.stderr
    # As the shells hand over what another command writes, or does not.
    done = home.run("bash", "-c", 'recall -f <(cat "$0"); recall -f <(true)', home.journal)
    assert done.returncode == 0 and done.stdout.count(b"heron") == 2, done.stderr


@case
def a_link_in_the_place_of_the_journal_stays_a_link(home):
    real = home.path + "/synced/real.rec"
    os.mkdir(os.path.dirname(real), 0o700)
    os.rename(home.journal, real)
    os.symlink(real, home.journal)
    for command, says in ((APPEND, b"a third heron"), (("log-setback", "--edit", "@2"), b"second changed")):
        done = home.run(*command)
        assert done.returncode == 0, done.stderr
        assert os.readlink(home.journal) == real, "the link is no link any more"
        with open(real, "rb") as file:
            assert says in file.read(), "%s did not reach the file" % command[1]
    assert home.run(*FORGET).returncode == 0 and os.path.islink(home.journal), "the link is no link any more"
    with open(real, "rb") as file:
        assert b"third" not in file.read()
    assert [name for name in os.listdir(os.path.dirname(home.journal))] == ["journal.rec"], "files were left beside the link"


@case
def links_that_lead_nowhere_are_named(home):
    os.unlink(home.journal)
    os.symlink(os.path.basename(home.journal), home.journal)
    for command in SOME:
        home.fails(command, "Too many levels of symbolic links")
    os.unlink(home.journal)
    os.symlink(home.path + "/no/such/directory/journal.rec", home.journal)
    home.fails(APPEND, "No such file or directory")


# Signals.


@case
def a_signal_while_an_entry_is_written_leaves_it_there_or_not(home):
    if skipped := cannot_inject(home):
        return skipped
    for number, name in enumerate(("INT", "TERM", "HUP", "PIPE")):
        old = home.files()
        call = ("write", "fdatasync", "flock", "lseek")[number]
        done = home.run("strace", "-qq", "-o", "/dev/null", "-P", home.journal, "-e", "trace=" + call,
                        "-e", "inject=%s:signal=%s:when=1" % (call, name), *APPEND)
        assert done.returncode in (-signal.Signals["SIG" + name], 128 + signal.Signals["SIG" + name]), "%s: %d" % (name, done.returncode)
        assert WORDS not in done.stderr.decode(), done.stderr
        new = home.files()
        assert set(new) == set(old), "SIG%s: files were left over" % name
        entry = new[home.journal][len(old[home.journal]):].decode()
        assert new[home.journal].startswith(old[home.journal]), "SIG%s changed what stood there" % name
        assert not entry or re.fullmatch(r"\nId: \w{26}\nDate: \S+\nSetback: a third heron\n", entry), "SIG%s: half an entry" % name
    assert home.run("recall", "--check").returncode == 0


@case
def a_signal_while_something_is_shown_ends_it(home):
    with open(home.journal, "a") as journal:
        journal.write("".join("\nId: 01KAJ6YV3N6Z8V4M2Q1T0%05d\nDate: 2026-11-19\nNote: heron\n" % i for i in range(5000)))
    old = home.files()
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGPIPE"):
        shows = home.start(*RECALL, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))  # which background jobs ignore
        shows.stdout.read(1000)  # and no more, so that it waits
        if name == "SIGPIPE":
            shows.stdout.close()
        else:
            shows.send_signal(signal.Signals[name])
        assert shows.wait(timeout=30) == -signal.Signals[name], "%s: %d" % (name, shows.returncode)
        assert shows.stderr.read() == b"", name
        if name != "SIGPIPE":
            shows.stdout.close()
        shows.stderr.close()
        assert home.files() == old, "%s: files changed" % name


@case
def an_entry_is_kept_where_nobody_takes_its_id(home):
    done = home.run("sh", "-c", '"$@" | true; :', "sh", *APPEND)
    assert done.returncode == 0 and not done.stderr, done.stderr
    assert home.run("recall", "@1", "--only", "Setback").stdout == b"a third heron\n"


@case
def a_signal_while_an_editor_is_open_leaves_no_text_that_nobody_changed(home):
    # The editor waits until its parent was told to end.
    waits = "#!/bin/sh\n%s\necho >'" + home.path + "/open'\nsleep 1\n"
    for change, name in (("", "SIGTERM"), ("", "SIGHUP"), ("sed -i 's/second/& changed/' \"$1\"", "SIGTERM")):
        home.env["EDITOR"] = home.write("waits", waits % change, 0o700)
        old = home.files()
        edits = home.start(*EDIT)
        while not os.path.exists(home.path + "/open"):
            assert edits.poll() is None, edits.stderr.read()
            time.sleep(0.02)
        edits.send_signal(signal.Signals[name])
        _, complaint = edits.communicate(timeout=30)
        os.unlink(home.path + "/open")
        assert edits.returncode in (128 + signal.Signals[name], -signal.Signals[name]), edits.returncode
        assert WORDS.encode() not in complaint, complaint
        new = home.files()
        left = set(new) - set(old)
        assert new[home.journal] == old[home.journal], "%s changed the journal" % name
        if change:
            assert len(left) == 1 and b"changed heron" in new[left.pop()], "what was written is lost"
        else:
            assert not left, "%s left %s" % (name, left)


# The long sweep.


def each_failing_call(home, command, call, error):
    """Lets the first, the second, ... of these calls fail until there are no more."""
    count = 0
    while True:
        old = home.files()
        trace = home.path + "/trace"
        done = home.run("strace", "-qq", "-o", trace, "-e", "trace=" + call, "-e", "inject=%s:error=%s:when=%d" % (call, error, count + 1), *command)
        with open(trace) as file:
            was_injected = "(INJECTED)" in file.read()
        os.unlink(trace)
        if not was_injected:
            return count
        count += 1
        complaint = done.stderr.decode()
        assert WORDS not in complaint.replace(BIN, ""), "%s, %s %d: it repeats the person's words: %s" % (command, call, count, complaint)
        assert done.returncode in (0, 1, 75, 2, 127), "%s, %s %d: ended with %d: %s" % (command, call, count, done.returncode, complaint)
        journal = home.files().get(home.journal)
        if done.returncode in (1, 75) and b"all the same" not in done.stderr:
            may_differ = b"may stand at the journal's end" in done.stderr
            assert may_differ or journal == old[home.journal], "%s, %s %d: the journal changed: %s" % (command, call, count, complaint)
        for path in set(home.files()) - set(old):
            assert done.returncode == 0 or "draft" in path or ".former-" in path, "%s, %s %d left %s" % (command, call, count, path)
            os.unlink(path)
        for path, bytes_of in old.items():
            with open(path, "wb") as file:
                file.write(bytes_of)


@case
def each_call_of_each_tool_may_fail(home):
    if not EVERY:
        return "skipped: asked for with `every`"
    if skipped := cannot_inject(home):
        return skipped
    failures = {"openat": "EACCES", "read": "EIO", "pread64": "EIO", "write": "ENOSPC", "fsync": "EIO", "fdatasync": "EIO", "flock": "ENOLCK",
                "ftruncate": "EIO", "rename": "EIO", "lseek": "ESTALE", "newfstatat": "ESTALE", "fchmod": "EPERM", "unlink": "EACCES",
                "mkdir": "EDQUOT"}
    total = 0
    for command in (APPEND, EDIT, UNDO, FORGET, RECALL, REPORT):
        for call, error in failures.items():
            total += each_failing_call(home, command, call, error)
    print("        %d failing calls" % total)


if __name__ == "__main__":
    sys.exit(run_cases(Home))
