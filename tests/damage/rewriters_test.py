#!/usr/bin/python3
"""Everything that rewrites a journal, at once, with writers among it, and killed at any system call.

usage: rewriters_test.py BIN [WRITERS ENTRIES [SEED]]

WRITERS processes write ENTRIES entries each (3 and 2 if not said). Meanwhile entries are changed in an editor, taken back and erased, the
journal of another machine is joined into this one again and again, and the whole is encrypted and decrypted; more than half of these
commands are killed with SIGKILL at one of their system calls, by strace. Then every entry whose command ended well stands there once, what
was changed is changed, what was taken back is gone, what was erased is in no file any more, encrypted or not, and while the journal was
encrypted no file beside it held what the writers wrote.
"""
import collections, itertools, json, os, random, shutil, sys, tempfile, threading

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sessions"))
import homes
from homes import case, run_cases
from kills import calls_from_the_journal_on, kill_at, strace_to, was_killed

BIN = os.path.abspath(sys.argv[1])
WRITERS, ENTRIES = (int(number) for number in sys.argv[2:4]) if len(sys.argv) > 3 else (3, 2)
SEED = int(sys.argv[4]) if len(sys.argv) > 4 else 1
TRY_AGAIN = 75
# What commands may say, with status 1, because of what others do meanwhile: nothing is encrypted; it is decrypted just as a draft is to be
# encrypted; somebody's draft, who began before, stays in the clear.
MEANWHILE = {"decrypt": "expected an encrypted journal", "edit": "recipients: expected this file", "encrypt": "something else is at work on it"}
AGE = b"age-encryption.org/"


class Home(homes.NewHome):
    """A home with a journal of one entry, the journal of another machine, and an identity."""

    def __init__(self):
        super().__init__(BIN + ":/usr/bin:/bin")
        self.env["EDITOR"] = self.write("bin/change", "#!/bin/sh\nsed -i 's/^Setback: .*/&, changed/' \"$1\"\n", 0o700)
        self.memory = self.env["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(dir="/dev/shm")  # where drafts of editors lie
        self.key = self.path + "/bin/key"
        done = self.run("age-keygen", "-o", self.key, text=True)
        self.recipient = done.stderr.split()[-1]
        self.env["STUMBLE_IDENTITY"] = self.key
        self.laptop = self.path + "/laptop.rec"
        self.calls, self.kills, self.done = {}, collections.Counter(), collections.Counter()
        assert self.log("the first").returncode == 0

    def __exit__(self, *_):
        shutil.rmtree(self.memory)
        super().__exit__()

    def log(self, *words):
        """Logs, as somebody does who is told to try again."""
        while True:
            done = self.run("log-setback", "--no-input", *words, text=True)
            if done.returncode != TRY_AGAIN:
                return done

    def may_be_killed(self, chance, kind, *command):
        """Runs a command, and kills it more often than not, at one of the calls that the first of its kind made; its status, or None if it was
        killed."""
        if kind not in self.calls:
            with tempfile.NamedTemporaryFile("r") as trace:
                done = self.run(*strace_to(trace.name), *command, text=True)
                if done.returncode == 0:
                    self.calls[kind] = calls_from_the_journal_on(trace.read())
        elif chance.random() < 0.4:
            done = self.run(*command, text=True)
        else:
            done = self.run(*kill_at(*chance.choice(self.calls[kind])), *command, text=True)
            if was_killed(done.returncode):
                self.kills[kind] += 1
                return None
        expected = kind in MEANWHILE and MEANWHILE[kind] in done.stderr
        assert done.returncode in (0, TRY_AGAIN) or expected, "%s ended with %d: %s" % (kind, done.returncode, done.stderr)
        self.done[kind] += done.returncode == 0
        return done.returncode

    def entries(self):
        """How often each is there, by what it says happened."""
        done = self.run("recall", "--format", "json", text=True)
        assert done.returncode == 0 and not done.stderr, done.stderr
        counts = {}
        for line in filter(None, done.stdout.split("\n")):
            said = json.loads(line)["Setback"]
            counts[said] = counts.get(said, 0) + 1
        return counts

    def files(self):
        """The bytes of each file, and of what age encrypted in it. One that goes meanwhile is passed over."""
        for directory, _, names in itertools.chain(os.walk(self.path), os.walk(self.memory)):
            for path in (os.path.join(directory, name) for name in names):
                try:
                    with open(path, "rb") as file:
                        held = file.read()
                except (FileNotFoundError, NotADirectoryError):
                    continue
                yield path, held


def words_in(home, words, in_the_clear=False):
    """The files that hold these words; `in_the_clear`: those that anybody can read, but for the other machine's journal."""
    found = []
    for path, held in home.files():
        if path.startswith(home.path + "/bin/") or (in_the_clear and path == home.laptop):
            continue
        if held.startswith(AGE) and not in_the_clear:
            held = home.run("age", "-d", "-i", home.key, path).stdout
        if words.encode() in held:
            found.append(path)
    return found


class Work:
    """What is done at once, each in a thread, and what is to be true in the end."""

    def __init__(self, home):
        self.home = home
        self.raised = []
        self.writing = WRITERS
        self.once, self.perhaps, self.never, self.either = set(), set(), set(), []
        self.erased = []

    def goes_on(self):
        return self.writing > 0 and not self.raised

    def write(self, writer):
        try:
            for entry in range(ENTRIES):
                said = "writer %d entry %d" % (writer, entry)
                done = self.home.log(said)
                assert done.returncode == 0, done.stderr
                self.once.add(said)
        finally:
            self.writing -= 1

    def rounds(self):
        """Numbers for as long as anybody writes, and one at least."""
        number = 0
        while number == 0 or self.goes_on():
            yield number
            number += 1

    def change(self, chance):
        for number in self.rounds():
            said = "to change %d" % number
            entry_id = self.home.log(said).stdout.strip()
            status = self.home.may_be_killed(chance, "edit", "log-setback", "--edit", entry_id)
            changed = said + ", changed"
            if status == 0:
                self.once.add(changed)
                self.never.add(said)
            elif status is None:
                self.either.append({said, changed})
            else:
                self.once.add(said)
                self.never.add(changed)

    def take_back(self, chance):
        for number in self.rounds():
            said = "to take back %d" % number
            entry_id = self.home.log(said).stdout.strip()
            status = self.home.may_be_killed(chance, "undo", "log-setback", "--no-input", "--undo", entry_id)
            (self.never if status == 0 else self.perhaps if status is None else self.once).add(said)

    def erase(self, chance):
        for number in self.rounds():
            said = "to erase the %d heron" % number
            entry_id = self.home.log(said).stdout.strip()
            forget = ("recall", "--no-input", "--forget", entry_id)
            self.home.may_be_killed(chance, "forget", *forget)
            done = self.home.run(*forget, text=True)
            while done.returncode == TRY_AGAIN:
                done = self.home.run(*forget, text=True)
            is_gone = done.returncode == 1 and "no entry" in done.stderr
            assert done.returncode == 0 or is_gone, "it can't be erased: " + done.stderr
            self.never.add(said)
            self.erased.append(said)

    def join(self, chance):
        for number in self.rounds():
            said = "on the laptop %d" % number
            assert self.home.log("-f", self.home.laptop, said).returncode == 0
            self.once.add(said)
            self.home.may_be_killed(chance, "merge", "recall", "--merge", self.home.journal, self.home.laptop, "-o", self.home.journal)

    def convert(self, chance):
        for _ in self.rounds():
            if self.home.may_be_killed(chance, "encrypt", "recall", "--encrypt", "-r", self.home.recipient) == 0:
                left = words_in(self.home, "writer", in_the_clear=True)
                assert not left, "while the journal is encrypted, %s holds words in the clear" % left
            self.home.may_be_killed(chance, "decrypt", "recall", "--decrypt")

    def read(self):
        """What was acknowledged before a reading began is in it, whatever the journal becomes meanwhile."""
        for _ in self.rounds():
            acknowledged = set(self.once)
            missing = acknowledged - set(self.home.entries()) - {said for said in acknowledged if said.startswith("on the laptop")}
            assert not missing, "a reader does not find %s" % missing

    def all_at_once(self):
        def guarded(work, *arguments):
            try:
                work(*arguments)
            except BaseException as wrong:
                self.raised.append(wrong)

        works = [(self.write, writer) for writer in range(WRITERS)]
        works.append((self.read,))
        works += [(work, random.Random("%d %d" % (SEED, i)))
                  for i, work in enumerate((self.change, self.take_back, self.erase, self.join, self.convert))]
        threads = [threading.Thread(target=guarded, args=work) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if self.raised:
            raise self.raised[0]


@case
def nothing_that_was_acknowledged_is_lost_and_nothing_that_was_erased_is_left(home):
    work = Work(home)
    work.all_at_once()
    if os.path.isdir(home.journal):
        done = home.run("recall", "--decrypt", text=True)
        assert done.returncode == 0, done.stderr
    done = home.run("recall", "--merge", home.journal, home.laptop, "-o", home.journal, text=True)
    assert done.returncode == 0, done.stderr
    counts = home.entries()
    for said in work.once | {"the first"}:
        assert counts.get(said) == 1, "%r is there %d times" % (said, counts.get(said, 0))
    for said in work.never:
        assert said not in counts, "%r is there" % said
    for pair in work.either:
        assert sum(counts.get(said, 0) for said in pair) == 1, "of %r there are %r" % (pair, [counts.get(said, 0) for said in pair])
    for said in work.perhaps:
        assert counts.get(said, 0) <= 1, "%r is there twice" % said
    for said in work.erased:
        left = words_in(home, said)
        assert not left, "%r was erased and stands in %s" % (said, left)
    done = home.run("recall", "--check", text=True)
    assert done.returncode == 0 and not done.stderr, done.stderr
    if WRITERS * ENTRIES >= 50:  # with fewer, chance may have it otherwise
        rare = [kind for kind in ("edit", "undo", "forget", "merge", "encrypt", "decrypt") if not home.done[kind] or not home.calls.get(kind)]
        assert not rare and sum(home.kills.values()) > 5, "never done: %s; killed: %s" % (rare, home.kills)
    print("        %d entries, %d erased, killed: %s" %
          (len(counts), len(work.erased), ", ".join("%d %s" % (count, kind) for kind, count in home.kills.items()) or "none"))


if __name__ == "__main__":
    sys.exit(run_cases(Home))
