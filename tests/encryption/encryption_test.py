#!/usr/bin/python3
"""An encrypted journal as people have it: every tool on it, and after each step no word of it in the clear anywhere.

usage: encryption_test.py BIN-DIR [NAME...]

A test is a function whose name is a sentence. Without the program age all are skipped (77).
"""
import glob, os, pty, re, select, shutil, signal, subprocess, sys, tempfile, termios, threading, time

BIN = os.path.abspath(sys.argv[1])
SECRET = "zebra"  # stands in all that is written here, and nowhere else


class Home:
    """A place for one test: home, temporary files, keys."""

    def __init__(self):
        self.root = tempfile.mkdtemp()
        self.home, self.keys = os.path.join(self.root, "home"), os.path.join(self.root, "keys")
        for directory in (self.home, self.keys, os.path.join(self.root, "tmp")):
            os.mkdir(directory)
        self.memory = tempfile.mkdtemp(dir="/dev/shm")  # of its own: drafts there are found by every program of this person's
        self.env = {"PATH": BIN + ":/usr/bin:/bin", "HOME": self.home, "TMPDIR": os.path.join(self.root, "tmp"), "LC_ALL": "C", "TZ": "UTC",
                    "XDG_RUNTIME_DIR": self.memory, "TERM": "dumb", "STUMBLE_NOW": "2026-11-20T21:30:00+00:00"}
        if "ASAN_OPTIONS" in os.environ:
            self.env["ASAN_OPTIONS"] = os.environ["ASAN_OPTIONS"]
        self.journal = os.path.join(self.home, ".local/share/stumble/journal.rec")
        self.recipient = self.key("mine")

    def key(self, name):
        path = os.path.join(self.keys, name)
        subprocess.run(["age-keygen", "-o", path], check=True, stderr=subprocess.DEVNULL)
        return subprocess.run(["age-keygen", "-y", path], check=True, stdout=subprocess.PIPE).stdout.decode().strip()

    def run(self, command, status=0, identity="mine", **env):
        """What a command says, standard error too. It has no terminal."""
        env = {**self.env, **env}
        if identity:
            env["STUMBLE_IDENTITY"] = os.path.join(self.keys, identity)
        done = subprocess.run(["/bin/sh", "-c", command], env=env, cwd=self.root, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, start_new_session=True, timeout=60)
        said = done.stdout.decode()
        assert done.returncode == status, "%s: expected status %d, got %d: %s" % (command, status, done.returncode, said)
        return said

    def in_the_clear(self):
        """The files in which a secret word stands as it is."""
        found = []
        for place in (self.root, self.memory):
            for directory, _, names in os.walk(place):
                for name in names:
                    with open(os.path.join(directory, name), "rb") as file:
                        if SECRET.encode() in file.read():
                            found.append(os.path.join(directory, name))
        return found

    def all_opened(self):
        """What plain age makes of every encrypted file."""
        text = ""
        for path in sorted(glob.glob(self.journal + "/*.age")) + sorted(glob.glob(self.journal + ".*.age")):
            text += subprocess.run(["age", "-d", "-i", os.path.join(self.keys, "mine"), path], check=True, stdout=subprocess.PIPE).stdout.decode()
        return text

    def write_many(self, count):
        """Many appends, as another machine's program would have made them."""
        subprocess.run(["sh", "-c", 'umask 077; mkdir -p "$1"', "sh", self.journal], check=True)
        with open(self.journal + "/recipients", "w") as file:
            file.write(self.recipient + "\n")
        for number in range(count):
            entry = "Id: 01KAJ6YV3N6Z8V4M2Q1T00%04d\nDate: 2026-11-20\nSetback: %s %d\n" % (number, SECRET, number)
            subprocess.run(["age", "-r", self.recipient, "-o", "%s/01KAJ6YV3N6Z8V4M2Q1T00%04d.age" % (self.journal, number)], input=entry.encode(), check=True)

    def remove(self):
        shutil.rmtree(self.root)
        shutil.rmtree(self.memory)


def same(actual, expected):
    assert actual == expected, "expected %r\n     got %r" % (expected, actual)


def has(text, *parts):
    text = " ".join(text.split())  # lines are wrapped at a terminal
    for part in parts:
        part = " ".join(part.split())
        assert part in text, "expected %r in %r" % (part, text)


def every_tool_works_and_no_word_is_in_the_clear(home):
    home.run("log-setback 'One %s' -t silence --thought 'I always ruin the %s' --helped 'A walk past the %s'" % ((SECRET,) * 3))
    home.run("log-setback 'Two %s'; log-setback --undo @1 --no-input" % SECRET)
    before = home.run("recall")
    plain = open(home.journal).read()
    same(len(home.in_the_clear()), 2)  # the journal and a former version
    said = home.run("recall --encrypt -r " + home.recipient)
    has(said, "The journal is encrypted now", "What stood in the clear is removed", "journal.rec.former-1", "an SSD above all")
    same(home.in_the_clear(), [])
    same(home.run("recall"), before)
    has(home.all_opened(), plain, "Two " + SECRET)

    same(len(home.run("log-setback 'Three %s' -t silence" % SECRET, identity=None)), 27)
    home.run("printf 'Four %s\\n\\nFive %s\\n' | log-setback -" % (SECRET, SECRET), identity=None)
    has(home.run("log-setback --about @1 --learned x", status=1, identity=None), "expected --identity FILE, or $STUMBLE_IDENTITY")
    same(home.in_the_clear(), [])

    home.run("log-setback --about @3 --recovered --learned 'The %s was tired'; recall @4 | reframe | log-setback --about @4 -" % SECRET)
    has(home.run("recall --check; recall --only Setback; recall --only Pattern"), "Three " + SECRET, "Five " + SECRET)
    has(home.run("reframe 'I always ruin the %s' --evidence -t silence || reframe --evidence 'I always ruin the %s'" % (SECRET, SECRET)), SECRET)
    has(home.run("prompt --for @3"), "?")
    has(home.run("resilience-report --privacy full"), SECRET)
    home.run("EDITOR='sed -i s/Five/Fifth/' log-setback --edit @1")
    has(home.run("recall @1"), "Fifth " + SECRET)
    home.run("log-setback 'Six %s'; log-setback --undo @1 --no-input; recall --forget @1 --no-input" % SECRET)
    same(home.in_the_clear(), [])
    opened = home.all_opened()
    assert "Fifth" not in opened and "Five" not in opened, "erased words are still there"
    has(opened, "Six")  # in a former version

    has(home.run("recall --compact"), "one encrypted file now")
    same(len(glob.glob(home.journal + "/*.age")), 1)
    before = home.run("recall")
    home.run("recall --decrypt")
    same(home.run("recall", identity=None), before)
    same(os.stat(home.journal).st_mode & 0o7777, 0o600)
    home.run("recfix --check " + home.journal)
    same(sorted(os.listdir(os.path.dirname(home.journal)))[0], "journal.rec")
    same(glob.glob(home.journal + "*.age") + glob.glob(home.journal + "/*"), [])


def what_can_not_be_read_is_said_and_nothing_is_lost(home):
    home.write_many(3)
    home.key("other")
    said = home.run("recall", status=1, identity="other")
    same(said.count("\n"), 1)
    has(said, "does not open with this identity", "nothing is lost")
    has(home.run("recall", status=1, identity=None), "expected --identity FILE")
    for name in ("recall", "log-setback"):
        os.symlink(os.path.join(BIN, name), os.path.join(home.root, name))
    has(home.run("./recall; ./log-setback 'Not %s'" % SECRET, status=1, PATH="/nowhere"), "the program age, which encrypts and decrypts the journal, was not found",
        "nothing was written")
    parts = sorted(glob.glob(home.journal + "/*.age"))
    with open(parts[1], "r+b") as file:
        file.truncate(os.path.getsize(parts[1]) - 1)
    shutil.copy(parts[0], parts[0].replace(".age", ".sync-conflict-20261120-213000-ABCDEFG.age"))
    said = home.run("recall --only Setback", status=1)
    same(re.sub(r"(?m)^recall: warning: .*\n", "", said), "%s 0\n%s 2\n" % (SECRET, SECRET))
    has(said, os.path.basename(parts[1]) + ": could not be decrypted; it is kept as it is")
    home.run("recall --compact", status=1)
    same(sorted(os.path.exists(part) for part in parts), [False, False, True])
    same(home.in_the_clear(), [])


def a_single_encrypted_file_is_not_appended_to(home):
    path = os.path.join(home.root, "one.age")
    subprocess.run(["age", "-r", home.recipient, "-o", path], input=b"Setback: x\n", check=True)
    before = open(path, "rb").read()
    has(home.run("log-setback -f one.age 'More %s'" % SECRET, status=1), "is a single file that age encrypted", "age -d", "recall --encrypt")
    same(open(path, "rb").read(), before)


def age_gets_no_words_as_arguments(home):
    home.write_many(1)
    between = os.path.join(home.root, "between")
    os.mkdir(between)
    with open(between + "/age", "w") as file:
        file.write('#!/bin/sh\nenv >>"$RECORD"; echo "$0 $@" >>"$RECORD"; exec /usr/bin/age "$@"\n')
    os.chmod(between + "/age", 0o700)
    record = os.path.join(home.root, "record")
    home.run("printf 'Quiet %s' | log-setback -; recall -n 1" % SECRET, PATH=between + ":" + home.env["PATH"], RECORD=record)
    same(len(re.findall(r"(?m)^/.*/age -d -i /dev/fd/3$", open(record).read())), 2)
    same(home.in_the_clear(), [])


class Terminal:
    """A command on a terminal of its own."""

    def __init__(self, home, command, **env):
        self.seen = b""
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            os.chdir(home.root)
            os.execvpe("sh", ["sh", "-c", command], {**home.env, **env})

    def wait_for(self, text, times=1):
        deadline = time.time() + 20
        while self.seen.count(text.encode()) < times:
            assert time.time() < deadline, "%r did not come; seen: %r" % (text, self.seen[-2000:])
            self.read()
        return self

    def read(self):
        if select.select([self.master], [], [], 0.1)[0]:
            try:
                block = os.read(self.master, 65536)
            except OSError:
                return False
            self.seen += block
            return bool(block)
        return True

    def type(self, keys):
        time.sleep(0.1)  # until the terminal is quieted
        os.write(self.master, keys.encode())
        return self

    def end(self):
        while self.read():
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def protect(home, passphrase):
    """An identity under a passphrase, as people make it."""
    t = Terminal(home, "age -p -o keys/protected keys/mine")
    t.wait_for("Enter passphrase").type(passphrase + "\n").wait_for("Confirm passphrase").type(passphrase + "\n")
    same(t.end(), 0)


def a_passphrase_is_asked_for_once_for_all_files(home):
    protect(home, "horse staple")
    home.write_many(300)
    identity = {"STUMBLE_IDENTITY": os.path.join(home.keys, "protected")}
    begin = time.time()
    t = Terminal(home, "recall --only Setback >out; echo status $?", **identity)
    t.wait_for("Enter passphrase").type("horse staple\n").wait_for("status 0")
    print("  300 files, in all %.1f s" % (time.time() - begin))
    t.end()
    same(t.seen.count(b"Enter passphrase"), 1)
    has(t.seen.decode(), "this journal has 300 files to decrypt; 'recall --compact' gathers them into one")
    same(open(os.path.join(home.root, "out")).read(), "".join("%s %d\n" % (SECRET, n) for n in range(300)))
    os.unlink(os.path.join(home.root, "out"))

    t = Terminal(home, "recall; echo status $?", **identity)
    t.wait_for("Enter passphrase").type("wrong\n").wait_for("status 1")
    t.end()
    has(t.seen.decode(), "could not be unlocked; age says: incorrect passphrase")
    said = home.run("resilience-report", status=1, identity="protected")
    has(said, "is under a passphrase, which can only be asked for at a terminal; where there is none, as in cron, expected an identity without one")

    t = Terminal(home, "log-setback 'At night, %s'; echo status $?" % SECRET, **identity)  # and nothing is asked
    t.wait_for("status 0")
    t.end()
    assert b"passphrase" not in t.seen, t.seen
    t = Terminal(home, "exec recall", **identity)
    t.wait_for("Enter passphrase").type("\x03")
    same(t.end(), -signal.SIGINT)
    assert termios.tcgetattr(t.master)[3] & termios.ECHO, "the terminal hides what is typed"
    same(home.in_the_clear(), [])


def what_is_begun_is_kept_encrypted(home):
    home.write_many(1)
    state = os.path.join(home.home, ".local/state/stumble")
    t = Terminal(home, "log-setback")
    t.wait_for("> ").type("Half a %s\x03" % SECRET)
    t.end()
    same([name[-8:] for name in os.listdir(state)], [".rec.age"])
    same(home.in_the_clear(), [])
    t = Terminal(home, "log-setback")
    t.wait_for("> ").type("\x04")
    t.end()
    has(t.seen.decode(), "could not be opened now: this journal is encrypted", "--identity FILE")
    t = Terminal(home, "log-setback", STUMBLE_IDENTITY=os.path.join(home.keys, "mine"))
    t.wait_for("Half a " + SECRET).wait_for("> ").type("\n").wait_for("Kept.")
    t.end()
    has(home.run("recall"), "Half a " + SECRET)
    same(os.listdir(state), [])

    editor = os.path.join(home.root, "editor")
    with open(editor, "w") as file:
        file.write('#!/bin/sh\nsed -i "s/^Setback:.*/Setback: Formed $WORD/" "$1"; cp "$1" "$1~"; echo "$1" >>edited; exit $STATUS\n')
    os.chmod(editor, 0o700)
    said = home.run("log-setback -e", status=1, EDITOR=editor, WORD=SECRET, STATUS="1")
    has(said, "what you wrote is kept here", "age -d -i IDENTITY")
    same(home.in_the_clear(), [])
    same([name[-8:] for name in os.listdir(state)], [".rec.age"])
    home.run("age -d -i keys/mine .%s/*.age | log-setback -" % state[len(home.root):])
    home.run("log-setback -e", EDITOR=editor, WORD=SECRET, STATUS="0")
    same(home.in_the_clear(), [])
    same(home.run("recall --only Setback").count("Formed " + SECRET), 2)
    for path in open(os.path.join(home.root, "edited")).read().split():
        assert path.startswith(home.memory), path


def begin_to_write(home, command, words):
    """A draft of what was typed before Ctrl-C."""
    t = Terminal(home, command)
    t.wait_for("> ").type(words + "\x03")
    t.end()


def kinds_of_drafts(home, word):
    """How the names of the drafts with this word end; it is looked for in those in the clear."""
    state = os.path.join(home.home, ".local/state/stumble")
    return sorted("encrypted" if name.endswith(".rec.age") else "in the clear" for name in os.listdir(state)
                  if name.endswith(".age") or word in open(os.path.join(state, name)).read())


def drafts_of_another_journal_stay_as_they_are(home):
    home.write_many(1)
    said = home.run("recall --encrypt -f other.rec -r " + home.recipient)
    has(said, "The journal is encrypted now")
    assert "stood in the clear" not in said, said  # nothing was there before
    begin_to_write(home, "log-setback -f other.rec", "Other " + SECRET)
    begin_to_write(home, "log-setback", "Own " + SECRET)
    same(kinds_of_drafts(home, SECRET), ["encrypted", "encrypted"])
    home.run("recall --decrypt")
    same(kinds_of_drafts(home, "Own"), ["encrypted", "in the clear"])
    home.run("recall --encrypt -r " + home.recipient)
    home.run("recall --decrypt -f other.rec")
    same(kinds_of_drafts(home, "Other"), ["encrypted", "in the clear"])
    has(home.run("recall --encrypt -r " + home.key("other")), "-r was not used", "recipients", "recall --compact")
    same(kinds_of_drafts(home, "Other"), ["encrypted", "in the clear"])


def a_former_recipient_opens_nothing_after_a_compaction(home):
    home.write_many(2)
    with open(home.journal + "/recipients", "a") as file:
        file.write(home.key("other") + "\n")
    home.run("log-setback --undo 0000 --no-input; log-setback 'Three %s'" % SECRET)
    begin_to_write(home, "log-setback", "Half a " + SECRET)
    with open(home.journal + "/recipients", "w") as file:
        file.write(home.recipient + "\n")
    has(home.run("recall --compact"), "one encrypted file now", "can still open copies that were made before")
    files = [path for path in glob.glob(home.root + "/**/*.age", recursive=True) + glob.glob(home.home + "/.local/**/*.age", recursive=True)]
    same(len(set(files)), 3)  # the journal, a former version, a draft
    for path in files:
        opened = subprocess.run(["age", "-d", "-i", os.path.join(home.keys, "other"), path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert opened.returncode != 0, path + " still opens"
        subprocess.run(["age", "-d", "-i", os.path.join(home.keys, "mine"), path], check=True, stdout=subprocess.PIPE)


def a_compaction_that_gathers_nothing_says_why(home):
    home.run("recall --encrypt -r " + home.recipient)
    has(home.run("recall --compact"), "nothing is written in the journal yet")
    home.write_many(1)
    part = glob.glob(home.journal + "/*.age")[0]
    os.truncate(part, 30)
    has(home.run("recall --compact", status=1), "none of the journal's files could be opened", "They stay as they are")
    assert os.path.exists(part)


def nothing_is_erased_while_a_former_version_can_not_be_opened(home):
    home.write_many(2)
    former = home.journal + ".former-1.age"
    subprocess.run(["age", "-r", home.key("other"), "-o", former], input=b"Id: 01KAJ6YV3N6Z8V4M2Q1T000001\nSetback: x\n", check=True)
    before = open(former, "rb").read()
    has(home.run("recall --forget 000001 --no-input", status=1), "journal.rec.former-1.age: may hold the entry", "nothing was erased", "--identity FILE")
    same(open(former, "rb").read(), before)
    same(home.run("recall --only Setback").count("\n"), 2)
    os.truncate(former, len(before) - 1)
    has(home.run("recall --forget 000001 --no-input", status=1), "nothing was erased")  # whose it is can't be told either
    subprocess.run(["age", "-r", home.recipient, "-o", former], input=b"Setback: x\n", check=True)
    os.truncate(former, os.path.getsize(former) - 1)
    home.run("recall --forget 000001 --no-input")
    assert not os.path.exists(former)
    same(home.run("recall --only Setback").count("\n"), 1)


def a_form_that_was_encrypted_is_kept_on_the_disk(home):
    home.write_many(1)
    state = os.path.join(home.home, ".local/state/stumble")
    editor = os.path.join(home.root, "editor")
    with open(editor, "w") as file:
        file.write('#!/bin/sh\nsed -i "s/^Setback:.*/Setback: Formed %s/" "$1"; echo "$1" >edited; exit 1\n' % SECRET)
    os.chmod(editor, 0o700)
    home.run("log-setback -e", status=1, EDITOR=editor)
    form = glob.glob(state + "/*.rec.age")[0]
    shutil.copy(form, home.root)
    home.run("recall --decrypt")
    os.unlink(form[:-4])
    shutil.move(os.path.join(home.root, os.path.basename(form)), form)
    t = Terminal(home, "log-setback -e", STUMBLE_IDENTITY=os.path.join(home.keys, "mine"), EDITOR=editor)
    t.wait_for("Open it again").type("\n")
    t.end()
    has(t.seen.decode(), "kept here")
    assert open(os.path.join(home.root, "edited")).read().startswith(home.memory)
    same([name[-4:] for name in os.listdir(state)], [".rec"])
    has(open(os.path.join(state, os.listdir(state)[0])).read(), "Formed " + SECRET)
    same([path for path in home.in_the_clear() if path.startswith(home.memory)], [])

    # One that lay in memory when the machine stopped.
    left = os.path.join(home.memory, "stumble-%d" % os.getuid(), os.listdir(state)[0])
    shutil.move(os.path.join(state, os.listdir(state)[0]), left)
    home.run("recall --encrypt -r " + home.recipient)
    same([path for path in home.in_the_clear() if path != editor], [])
    same([name[-8:] for name in os.listdir(state)], [".rec.age"])


def many_write_at_once_while_it_is_compacted(home):
    home.write_many(1)
    acknowledged, problems = [], []

    def write(number):
        words = "\n\n".join("%s %d-%d" % (SECRET, number, each) for each in range(3))
        done = subprocess.run(["log-setback", "-"], env={**home.env, "STUMBLE_NOW": "2026-11-21"}, input=words.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode == 0:
            acknowledged.extend(done.stdout.decode().split())
        else:
            problems.append(done.stderr.decode())

    writers = [threading.Thread(target=write, args=(number,)) for number in range(12)]
    for writer in writers:
        writer.start()
    home.run("recall --compact; recall --compact")
    for writer in writers:
        writer.join()
    same(problems, [])
    same(len(set(acknowledged)), 36)
    there = home.run("recall --only Id").split()
    same(len(there), len(set(there)))
    same(sorted(set(acknowledged) - set(there)), [])
    same(home.in_the_clear(), [])


def an_entry_that_is_changed_while_the_journal_is_encrypted_leaves_nothing_in_the_clear(home):
    home.run("log-setback --no-input 'A %s'" % SECRET)
    editor = os.path.join(home.keys, "editor")
    with open(editor, "w") as file:
        file.write("#!/bin/sh\nrecall -q --encrypt -r %s\nsed -i 's/^Setback: A/&n old/' \"$1\"\n" % home.recipient)
    os.chmod(editor, 0o700)
    home.run("log-setback --edit @1", EDITOR=editor)
    has(home.run("recall --only Setback"), "An old " + SECRET)
    same(home.in_the_clear(), [])
    has(home.run("age -d -i keys/mine %s.former-1.age" % home.journal), "Setback: A " + SECRET)


def a_former_version_of_the_other_kind_is_kept_as_the_journal_is(home):
    # As a decryption leaves them that is cut short.
    home.run("log-setback --no-input '%s to keep'; log-setback --no-input '%s to erase'; log-setback --no-input --undo @1" % (SECRET, SECRET))
    home.run("log-setback --no-input '%s again'; recall -q --encrypt -r %s" % (SECRET, home.recipient))
    former = home.journal + ".former-1"
    shutil.copy(former + ".age", home.root + "/former")
    home.run("recall -q --decrypt")
    erased = re.search(r"Id: (\w+)\nDate: .*\nSetback: %s to erase" % SECRET, open(former).read())[1]
    os.unlink(former)
    shutil.copy(home.root + "/former", former + ".age")
    home.run("recall -q --no-input --forget " + erased)
    assert not os.path.exists(former + ".age")
    text = open(former).read()
    has(text, SECRET + " to keep")
    assert "to erase" not in text
    home.run("recall -q --encrypt -r " + home.recipient)
    same(home.in_the_clear(), [])


def nobody_is_asked_to_write_what_could_not_be_encrypted(home):
    home.write_many(1)
    without_age = os.path.join(home.root, "without-age")
    os.mkdir(without_age)
    for program in ("sh", "sed", "stty"):
        os.symlink(shutil.which(program), os.path.join(without_age, program))
    for command in ("log-setback", "log-setback -e", "prompt", "prompt run thought-record", "reframe -i It went wrong"):
        t = Terminal(home, command + "; echo status $?", PATH=BIN + ":" + without_age, EDITOR="sed -i s/^/x/")
        t.wait_for("status 1").end()
        has(t.seen.decode(), "the program age", "was not found")
        assert "What happened?" not in t.seen.decode(), t.seen


def main():
    if not shutil.which("age-keygen"):
        print("the program age is not there; skipped")
        return 77
    tests = [(name, test) for name, test in list(globals().items()) if type(test) is type(main) and test.__code__.co_varnames[:1] == ("home",)
             and test.__code__.co_argcount == 1]
    failed = 0
    for name, test in tests:
        if sys.argv[2:] and name not in sys.argv[2:]:
            continue
        begin, home = time.time(), Home()
        try:
            test(home)
            print("passed  %s (%.1f s)" % (name.replace("_", " "), time.time() - begin))
        except AssertionError as error:
            failed += 1
            print("FAILED  %s\n  %s" % (name.replace("_", " "), error))
        home.remove()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
