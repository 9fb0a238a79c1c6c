#!/usr/bin/python3
"""Many writers of one journal at once.

usage: writers_test.py BIN [WRITERS ENTRIES]

WRITERS processes write ENTRIES entries each (4 and 3 if not said), while others read the journal, change entries in an editor and take
some back. Then every entry whose command ended well stands there once and whole, what was changed is changed, what was taken back is gone,
and recall --check finds nothing. Two machines' journals come together in the same way, by recall --merge, in git, and by cat.
"""
import fcntl, json, os, subprocess, sys, threading

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sessions"))
import homes
from homes import case, run_cases

BIN = os.path.abspath(sys.argv[1])
WRITERS, ENTRIES = (int(number) for number in sys.argv[2:4]) if len(sys.argv) > 2 else (4, 3)


class Home(homes.NewHome):
    def __init__(self):
        super().__init__(BIN + ":/usr/bin:/bin")

    def log(self, *words, **how):
        return self.run("log-setback", "--no-input", "-q", *words, **{"stdout": subprocess.DEVNULL, **how})

    def entries(self, *options):
        """The journal's entries as recall gives them, by what they say happened."""
        done = self.run("recall", "--format", "json", *options, text=True)
        assert done.returncode == 0, done.stderr
        entries = {}
        for entry in map(json.loads, filter(None, done.stdout.split("\n"))):
            said = entry["Setback"]
            said = said[0] if isinstance(said, list) else said
            assert said not in entries, "an entry stands twice"
            entries[said] = entry
        return entries

    def is_sound(self):
        done = self.run("recall", "--check", text=True)
        assert done.returncode == 0 and not done.stderr, done.stderr


def together(works):
    """Runs functions at once, and raises what one of them raised."""
    raised = []

    def guarded(work):
        try:
            work()
        except BaseException as wrong:
            raised.append(wrong)

    threads = [threading.Thread(target=guarded, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if raised:
        raise raised[0]


@case
def every_entry_that_was_acknowledged_is_there_once_and_whole(home):
    kept, changed, gone, busy = set(), set(), set(), []
    long_text = " ".join(["long"] * 1000)  # more than a pipe's block
    editor = home.write("change", "#!/bin/sh\nsed -i 's/^Setback: .*/&, changed/' \"$1\"\n", 0o700)
    home.env["EDITOR"] = editor

    def write(writer):
        for entry in range(ENTRIES):
            said = "writer %d entry %d" % (writer, entry)
            done = home.log(said, "--trigger", "t%d" % writer, "--note", long_text)
            while done.returncode == 75:  # the lock was not to be had in time; who is told to try again does
                busy.append(said)
                done = home.log(said, "--trigger", "t%d" % writer, "--note", long_text)
            assert done.returncode == 0, done.stderr
            kept.add(said)

    def change_and_take_back(number):
        for entry in range(max(1, ENTRIES // 2)):
            for what in ("changed", "taken back"):
                said = "%s by %d, %d" % (what, number, entry)
                done = home.run("log-setback", "--no-input", said, text=True)
                if done.returncode != 0:
                    continue
                entry_id = done.stdout.strip()
                if what == "changed":
                    done = home.run("log-setback", "--edit", entry_id)
                    (changed if done.returncode == 0 else kept).add(said)
                else:
                    done = home.run("log-setback", "--no-input", "--undo", entry_id)
                    (gone if done.returncode == 0 else kept).add(said)

    def read():
        for _ in range(ENTRIES):
            done = home.run("recall", "--format", "json", "-n", "5")
            assert done.returncode == 0 and not done.stderr, done.stderr

    home.log("the first")
    kept.add("the first")
    together([lambda writer=writer: write(writer) for writer in range(WRITERS)] +
             [lambda number=number: change_and_take_back(number) for number in range(max(1, WRITERS // 6))] + [read])
    entries = home.entries()
    assert not kept - set(entries), "%d entries are lost" % len(kept - set(entries))
    for said in changed:
        assert said + ", changed" in entries, "a change is lost"
        assert said not in entries, "an entry stands as it was and changed"
    for said in gone:
        assert said not in entries, "an entry that was taken back is there"
    for said, entry in entries.items():
        if said.startswith("writer"):
            note = entry["Answer"]
            assert (note[0] if isinstance(note, list) else note) == long_text, "an entry is not whole"
    home.is_sound()
    assert sum(said.startswith("writer") for said in entries) == WRITERS * ENTRIES, "%d entries of %d" % (len(entries), WRITERS * ENTRIES)
    print("        %d entries by %d writers, %d changed, %d taken back, %d tried again" %
          (len(kept), WRITERS, len(changed), len(gone), len(busy)))


@case
def the_journals_of_two_machines_come_together_with_nothing_lost_or_counted_twice(home):
    home.log("before they parted")
    with open(home.journal, encoding="utf-8") as file:
        common = file.read()
    laptop = home.write("laptop.rec", common)
    phone = home.write("phone.rec", common)
    for i in range(2):
        assert home.log("on the laptop %d" % i, "-f", laptop).returncode == 0
        assert home.log("on the phone %d" % i, "-f", phone).returncode == 0
    expected = {"before they parted"} | {"on the %s %d" % (where, i) for where in ("laptop", "phone") for i in range(2)}
    done = home.run("recall", "--merge", laptop, phone)
    assert done.returncode == 0, done.stderr
    home.write("merged.rec", done.stdout.decode())
    with open(laptop) as one, open(phone) as other:
        home.write("both.rec", one.read() + "\n" + other.read())
    for name in ("merged.rec", "both.rec"):
        assert set(home.entries("-f", home.path + "/" + name)) == expected, name


@case
def git_merges_branches_that_both_wrote(home):
    def git(*command):
        done = home.run("git", "-c", "user.name=me", "-c", "user.email=me@localhost", "-C", home.path + "/repository", *command)
        assert done.returncode == 0, done.stdout + done.stderr

    os.makedirs(home.path + "/repository")
    journal = home.path + "/repository/journal.rec"
    git("init", "-q", "-b", "main")
    git("config", "merge.stumble.driver", "recall --merge %A %B -o %A")
    home.write("repository/.gitattributes", "*.rec merge=stumble\n")
    assert home.log("before they parted", "-f", journal).returncode == 0
    git("add", ".")
    git("commit", "-qm", "a")
    git("checkout", "-qb", "phone")
    assert home.log("on the phone", "-f", journal).returncode == 0
    git("commit", "-qam", "b")
    git("checkout", "-q", "main")
    assert home.log("on the laptop", "-f", journal).returncode == 0
    git("commit", "-qam", "c")
    git("merge", "-q", "phone")
    assert set(home.entries("-f", journal)) == {"before they parted", "on the phone", "on the laptop"}


@case
def a_writer_whose_journal_was_replaced_while_it_waited_writes_to_the_new_one(home):
    home.log("before")
    with open(home.journal, "r+b") as old:
        fcntl.flock(old, fcntl.LOCK_EX)
        waiting = subprocess.Popen(["log-setback", "--no-input", "-q", "after"], env=home.env, cwd=home.path, stdin=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE)
        inode = os.fstat(old.fileno()).st_ino
        for _ in range(600):  # until it waits, or tries again and again
            if waiting.poll() is not None:
                break
            try:
                opened = any(os.stat("/proc/%d/fd/%s" % (waiting.pid, fd)).st_ino == inode for fd in os.listdir("/proc/%d/fd" % waiting.pid))
            except OSError:
                opened = False
            if opened:
                break
            threading.Event().wait(0.02)
        new = home.write("new.rec", old.read().decode())
        os.rename(new, home.journal)
    _, complaint = waiting.communicate(timeout=60)
    assert waiting.returncode == 0, complaint
    assert set(home.entries()) == {"before", "after"}


if __name__ == "__main__":
    sys.exit(run_cases(Home))
