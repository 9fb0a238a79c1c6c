#!/usr/bin/python3
"""A tool is killed at a system call, at each in turn, and another finds the journal as it was or as it should be.

usage: crash_test.py BIN [changing | every]

strace kills the tool with SIGKILL as it enters a system call that changes what is on disk; with no argument at every second while it adds an entry, with
`changing` at each in all cases, with `every` at every system call that it makes from its first look at the journal on. After each time the journal
holds the old state or the new one, the next tool works, nothing that was erased is left anywhere, and what was acknowledged stays.
"""
import json, os, re, shutil, sys, tempfile

for room in ("sessions", "terminal"):
    sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", room))
import homes
from homes import case, run_cases
from kills import CHANGING, calls_from_the_journal_on, kill_at, strace_to, was_killed
from terminal_test import Session, plain

BIN = os.path.abspath(sys.argv[1])
EVERY = sys.argv[2:] == ["every"]
ALL = len(sys.argv) > 2
CALLS = "all" if EVERY else CHANGING
ERASED = "the words that are to go"


def files_below(directory):
    """Every file there, with its bytes."""
    for place, _, names in os.walk(directory):
        for path in (os.path.join(place, name) for name in names):
            with open(path, "rb") as file:
                yield path, file.read()


class Home(homes.Home):
    """A home with a journal of three entries, of which the second has words that may have to go."""

    def __init__(self):
        super().__init__(BIN + ":/usr/bin:/bin")
        self.journal = self.path + "/.local/share/stumble/journal.rec"
        self.write(".local/share/stumble/journal.rec", "")
        os.unlink(self.journal)
        for said in ("the first", ERASED, "the third"):
            assert self.run("log-setback", "--no-input", "-q", said).returncode == 0
        self.env["EDITOR"] = self.write("editor", "#!/bin/sh\nsed -i 's/the third/the third, changed/' \"$1\"\n", 0o700)
        self.kept = self.files()

    def files(self):
        """Everything in the home, by its path."""
        return {os.path.relpath(path, self.path): bytes_of for path, bytes_of in files_below(self.path)}

    def restore(self):
        """Puts everything back as it was before the tool was killed."""
        for name in set(self.files()) - set(self.kept):
            os.unlink(os.path.join(self.path, name))
        for name, bytes_of in self.kept.items():
            with open(os.path.join(self.path, name), "wb") as file:
                file.write(bytes_of)

    def said(self):
        done = self.run("recall", "--format", "json", text=True)
        assert done.returncode == 0, done.stderr
        return [json.loads(line)["Setback"] for line in done.stdout.split("\n") if line]


def calls_of(home, *command):
    """The calls of a command from its first look at the journal, or its place, on."""
    with tempfile.NamedTemporaryFile("r") as trace:
        done = home.run(*strace_to(trace.name, CALLS), *command)
        assert done.returncode == 0, done.stderr
        calls = calls_from_the_journal_on(trace.read())
    home.restore()
    return calls


def is_killed_everywhere(home, states, *command, erases=False):
    """Kills the command at each of its calls; `states`: what the journal may say afterwards, the old state first."""
    old = home.said()
    assert old == states[0], old
    killed = 0
    for at, (name, number) in enumerate(calls_of(home, *command)[:: 1 if ALL else 2]):
        where = "killed at %s %d " % (name, number)
        done = home.run(*kill_at(name, number), *command)
        if not was_killed(done.returncode):  # it has fewer of these calls now
            home.restore()
            continue
        killed += 1
        said = home.said()
        assert said in states, where + "the journal says %r" % said
        if ALL or at % 4 == 0:  # each starts a tool three times more
            assert home.run("recall", "--check").returncode == 0, where + "the journal is damaged"
            # The next tool works, and what it was told stays.
            assert home.run("log-setback", "--no-input", "-q", "and on").returncode == 0
            assert home.said() == said + ["and on"], where + "the next entry is not where it belongs"
        if erases:
            done = home.run(*command)
            assert done.returncode in (0, 1), done.stderr
            left = [name for name, bytes_of in home.files().items() if ERASED.encode() in bytes_of]
            assert not left, where + "and run again, words that were erased stand in %s" % left
        home.restore()
    assert killed > 2, "it was killed %d times only" % killed
    print("        killed at %d system calls" % killed)


@case
def an_entry_is_there_or_not(home):
    old = ["the first", ERASED, "the third"]
    is_killed_everywhere(home, [old, old + ["new"]], "log-setback", "--no-input", "-q", "new")


@case
def the_first_entry_of_a_journal_is_there_or_not(home):
    if not ALL:
        return "skipped: with `changing` or `every`"
    os.unlink(home.journal)
    home.kept = home.files()
    is_killed_everywhere(home, [[], ["new"]], "log-setback", "--no-input", "-q", "new")


@case
def an_edit_is_made_or_not(home):
    if not ALL:
        return "skipped: with `changing` or `every`"
    old = ["the first", ERASED, "the third"]
    is_killed_everywhere(home, [old, ["the first", ERASED, "the third, changed"]], "log-setback", "--edit", "@1")


@case
def an_entry_is_taken_back_or_not(home):
    if not ALL:
        return "skipped: with `changing` or `every`"
    old = ["the first", ERASED, "the third"]
    is_killed_everywhere(home, [old, ["the first", ERASED]], "log-setback", "--no-input", "--undo", "@1")


@case
def words_that_were_erased_are_nowhere_once_the_command_ran_to_its_end(home):
    if not ALL:
        return "skipped: with `changing` or `every`"
    old = ["the first", ERASED, "the third"]
    with open(home.journal, encoding="utf-8") as file:
        entry_id = re.findall(r"^Id: (\w+)", file.read(), re.M)[1]
    is_killed_everywhere(home, [old, ["the first", "the third"]], "recall", "--no-input", "--forget", entry_id, erases=True)


# What is asked, and what is typed there. Each answer but the first goes into a draft, the first into the journal.
CONVERSATION = (("What happened?", "froze on the phone again"), ("Add anything?", "y"), ("What set it off", "the long silence"),
                ("How strong", "7"), ("Was there a thought", "they all hear it"))


def converse(before):
    """The conversation up to an interrupt, `before` in front of the command; the session, and the answers after which another question came."""
    session = Session(" ".join(before) + " log-setback")
    taken = []
    try:
        for at, (question, words) in enumerate(CONVERSATION):
            session.answer(question, words)
            taken = [words for _, words in CONVERSATION[:at] if words != "y"]
            session.wait_for(words).type("\r" if at + 1 < len(CONVERSATION) else "\x03")
        session.wait_for("What you typed is kept")
    except (AssertionError, OSError):
        pass  # it ended before that
    return session, taken


@case
def an_answer_that_was_taken_is_in_the_journal_or_in_a_draft_that_is_offered(_):
    if not ALL:
        return "skipped: with `changing` or `every`"
    with tempfile.NamedTemporaryFile("r") as trace:
        session, taken = converse(strace_to(trace.name, CALLS))
        assert session.end() == 130 and len(taken) == len(CONVERSATION) - 2, session.text()
        shutil.rmtree(session.home)
        calls = calls_from_the_journal_on(trace.read())
    killed = 0
    for name, number in calls:
        session, taken = converse(kill_at(name, number))
        if not was_killed(session.end()):
            shutil.rmtree(session.home)
            continue
        killed += 1
        again = Session("log-setback", home=session.home)
        again.wait_for("> ")
        offered = "Keep it now?" in again.text()
        again.type("yes\r" if offered else "\r")
        assert again.end() == 0, again.text()
        said = plain("recall", again)
        for words in taken:
            assert words in said, "killed at %s %d, %r was taken and is lost: %s" % (name, number, words, said)
        assert plain("recall --check", again) == "", "killed at %s %d the journal is damaged" % (name, number)
        # What is erased then is erased from unfinished files too.
        if said:
            plain("recall --no-input --forget @1 --with-follow-ups", again)
            held = [path for path, bytes_of in files_below(again.home) if CONVERSATION[0][1].encode() in bytes_of]
            assert not held, "killed at %s %d, erased words stand in %s" % (name, number, held)
        shutil.rmtree(session.home)
    assert killed > 20, "it was killed %d times only" % killed
    print("        killed at %d system calls" % killed)


if __name__ == "__main__":
    sys.exit(run_cases(Home))
