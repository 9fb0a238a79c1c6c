#!/usr/bin/python3
"""The tools as a person at a terminal meets them: every test drives a real pseudo-terminal.

usage: terminal_test.py BIN-DIR [NAME...]

A test is a function whose name is a sentence. Where no pseudo-terminal can be had, all are skipped (77).
"""
import fcntl, os, pty, re, select, shutil, signal, stat, struct, subprocess, sys, tempfile, termios, time, unicodedata

BIN = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else ""
PATIENCE = 8  # seconds until a test gives up on what it waits for


IUTF8 = 0o40000  # of <asm/termbits.h>; the termios module does not name it


class Session:
    """A command on a pseudo-terminal of its own, in a home of its own (or that of an earlier session)."""

    def __init__(self, command, home=None, columns=80, rows=24, **env):
        self.home = home or tempfile.mkdtemp()
        os.makedirs(os.path.join(self.home, "home"), exist_ok=True)
        self.env = {"PATH": BIN + ":/usr/bin:/bin", "HOME": os.path.join(self.home, "home"), "LC_ALL": "C", "TZ": "UTC",
                    "TERM": "xterm-256color", "STUMBLE_NOW": "2026-11-20T21:30:00+00:00"}
        if "ASAN_OPTIONS" in os.environ:
            self.env["ASAN_OPTIONS"] = os.environ["ASAN_OPTIONS"]
        self.env.update({name: value for name, value in env.items() if value is not None})
        for name in [name for name, value in env.items() if value is None]:
            self.env.pop(name, None)
        self.seen, self.status = b"", None
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            attributes = termios.tcgetattr(0)
            attributes[0] |= IUTF8  # as terminals of people have it, for what is typed before a line is edited
            termios.tcsetattr(0, termios.TCSANOW, attributes)
            os.chdir(self.home)
            for by_key in (signal.SIGINT, signal.SIGQUIT):  # ignored where the tests run in the background of a shell
                signal.signal(by_key, signal.SIG_DFL)
            simple = not re.search("[|;]", command)  # the shell itself answers Ctrl-C in its own way
            os.execvpe("sh", ["sh", "-c", ("exec " if simple else "") + command], self.env)

    def read(self, seconds):
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready:
            return None
        try:
            block = os.read(self.master, 65536)
        except OSError:
            block = b""
        self.seen += block
        return block

    def wait_for(self, text, times=1):
        wanted = text.encode() if isinstance(text, str) else text
        deadline = time.time() + PATIENCE
        while self.seen.count(wanted) < times:
            if time.time() > deadline or self.read(0.2) == b"":
                raise AssertionError("%r did not come; seen: %r" % (text, self.seen[-2000:]))
        return self

    def wait_until_edited(self):
        """A prompt is written a moment before the line under it is edited; until then the terminal itself takes keys such as Ctrl-C, and
        forgets what was typed. A person is slower than that."""
        plain = self.env.get("TERM") == "dumb" or self.env.get("STUMBLE_PLAIN")
        deadline = time.time() + (0 if plain else 0.5)
        while self.seen.endswith(b"> ") and time.time() < deadline:
            try:
                if not termios.tcgetattr(self.master)[3] & termios.ICANON:
                    return
            except termios.error:
                return
            time.sleep(0.005)

    def type(self, keys):
        self.wait_until_edited()
        os.write(self.master, keys.encode() if isinstance(keys, str) else keys)
        return self

    def answer(self, question, keys, times=1):
        """Waits for a question and its prompt, then types."""
        self.wait_for(question, times)
        mark = self.seen.rindex(question.encode())
        deadline = time.time() + PATIENCE
        while b"> " not in self.seen[mark:]:
            if time.time() > deadline or self.read(0.2) == b"":
                raise AssertionError("no prompt after %r; seen: %r" % (question, self.seen[-2000:]))
        return self.type(keys)

    def end(self):
        """Waits for the end; gives the exit status."""
        deadline = time.time() + PATIENCE
        while self.status is None:
            if time.time() > deadline:
                os.kill(self.pid, signal.SIGKILL)
                raise AssertionError("did not end; seen: %r" % self.seen[-2000:])
            self.read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        while self.read(0.05):
            pass
        os.close(self.master)
        return self.status

    def text(self):
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\x1b\([A-Z]", "", self.seen.decode(errors="replace")).replace("\r", "")

    def drafts(self):
        state = os.path.join(self.env["HOME"], ".local/state/stumble")
        return [os.path.join(state, name) for name in os.listdir(state)] if os.path.isdir(state) else []

    def recall(self, *options):
        return plain("recall " + " ".join(options), self)


def plain(command, session):
    done = subprocess.run(["sh", "-c", command], env=session.env, cwd=session.home, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=PATIENCE)
    return done.stdout.decode()


def again(session, command, **env):
    """Another session in the same home."""
    columns = env.pop("columns", 80)
    return Session(command, home=session.home, columns=columns, **env)


def after(first, command):
    """A session in a home in which another command ran before."""
    s = Session("true")
    s.end()
    plain(first, s)
    return again(s, command)


def same(actual, expected):
    assert actual == expected, "expected %r\n     got %r" % (expected, actual)


def has(text, part):
    assert part in text, "expected %r in %r" % (part, text)


def lacks(text, part):
    assert part not in text, "expected no %r in %r" % (part, text)


def width(line):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


# --- the first minute

def the_first_minute_is_one_question_and_an_enter():
    s = Session("log-setback")
    s.answer("What happened?", "Forgot the appointment\r").answer("Add anything? (Enter: no)", "\r")
    same(s.end(), 0)
    has(s.text(), "Kept. Nothing more is needed now.")
    lacks(s.text(), "01M7XZ0V20")
    same(s.recall("--only Setback"), "Forgot the appointment\n")
    same(s.drafts(), [])


def more_is_asked_one_thing_after_the_other_and_one_can_go_back():
    s = Session("log-setback")
    plain("log-setback 'Before' -t silence; log-setback Other -t silence -t calls", s)
    s.answer("What happened?", "Froze\r").answer("Add anything?", "y\r")
    s.answer("before: silence, calls", "phone\r").answer("10 as strong as it gets", "11\r")
    s.answer("Please give a whole number from 0 to 10", "6\r").answer("a thought", "<\r")
    s.answer("So far: 6", "7\r").answer("a thought", "\r", 2).answer("easier", "Tea\r").answer("kind word", "\r")
    same(s.end(), 0)
    same(re.sub("(Id|About|Date): .*\n", "", s.recall("-n 1")), "Trigger: phone\nIntensity: 7\nHelped: Tea\n")
    same(s.drafts(), [])


def the_ids_go_to_a_pipe():
    s = Session("log-setback >ids")
    s.answer("What happened?", "Froze\r").answer("Add anything?", "\r")
    same(s.end(), 0)
    same(len(open(os.path.join(s.home, "ids")).read()), 27)


# --- what was typed is kept

def interrupted(by, **env):
    s = Session("log-setback", **env)
    s.answer("What happened?", "I froz")
    s.wait_for("I froz")
    time.sleep(0.1)
    if by == "key":
        s.type("\x03")
    else:
        child = int(subprocess.run(["pgrep", "-P", str(s.pid), "log-setback"], stdout=subprocess.PIPE).stdout or s.pid)
        os.kill(child, by)
    status = s.end()
    files = s.drafts()
    same(len(files), 1)
    same(stat.S_IMODE(os.stat(files[0]).st_mode), 0o600)
    has(open(files[0]).read(), "Setback: I froz\n")
    has(s.text(), "What you typed is kept; 'log-setback' offers it again.")
    same(s.recall(), "")
    return s, status


def ctrl_c_keeps_an_unfinished_line_and_it_is_offered_again():
    s, status = interrupted("key")
    same(status, 130)
    t = again(s, "log-setback", STUMBLE_NOW="2026-11-21T08:00:00+00:00")
    t.answer("You began to write this yesterday:", "\r")
    same(t.end(), 0)
    lacks(t.text(), "What happened?")
    has(t.text(), "Kept.")
    same(re.sub("Id: .*\n", "", t.recall()), "Date: 2026-11-20T21:30:00+00:00\nSetback: I froz\n")
    same(t.drafts(), [])


def one_can_go_on_with_what_was_begun():
    s, _ = interrupted("key")
    t = again(s, "log-setback")
    t.answer("You began to write this today:", "perhaps\r").answer("Keep it now?", "go on\r", 2)
    t.answer("So far: I froz", "when she left\r").answer("What set it off", "silence\r").answer("How strong", "\x04")
    same(t.end(), 0)
    same(t.recall("--only Setback"), "I froz when she left\n")
    same(t.recall("--only Trigger"), "silence\n")
    same(t.drafts(), [])


def what_is_written_at_once_is_added_to_an_unfinished_line():
    s, _ = interrupted("key")
    t = again(s, "log-setback")
    t.answer("Or write on here", "when she left\r")
    same(t.end(), 0)
    same(t.recall("--only Setback"), "I froz when she left\n")
    same(t.drafts(), [])


def finished_draft(at="How strong"):
    """A draft whose last line was finished: Ctrl-C came at the next question, with nothing typed."""
    s = Session("log-setback")
    s.answer("What happened?", "Froze\r").answer("Add anything?", "y\r").answer("What set it off", "silence\r")
    s.answer(at, "\x03")
    same(s.end(), 130)
    return s


def nothing_is_added_to_a_finished_line():
    for choice, follow_up in (("yes please", "Trigger: silence\n"), ("later please", ""), ("not now", ""), ("no thanks", ""),
                              ("throw it away", ""), ("nope", ""), ("", "Trigger: silence\n")):
        s = finished_draft()
        t = again(s, "log-setback")
        t.answer("Keep it now?", choice + "\r")
        if not follow_up:
            t.answer("What happened?", "\r")
        same(t.end(), 0)
        same(re.sub("(Id|About|Date): .*\n", "", t.recall("--about @1")), follow_up)
        same(len(t.drafts()), 1 if choice in ("later please", "not now") else 0)


def other_words_at_a_draft_come_next():
    s = finished_draft()
    t = again(s, "log-setback")
    t.answer("Keep it now?", "the wind blew hard\r").answer("Please answer yes, go on, no or later.", "sure\r")
    t.answer("So far: the wind blew hard", "\r").answer("Add anything?", "no thanks\r")
    same(t.end(), 0)
    same(t.recall("--only Setback"), "Froze\nthe wind blew hard\n")
    same(t.recall("--only Trigger"), "silence\n")
    same(t.drafts(), [])
    s = finished_draft()
    t = again(s, "log-setback")
    t.answer("Keep it now?", "the wind blew hard\r").answer("Please answer yes", "\x03")
    same(t.end(), 130)
    same(len(t.drafts()), 2)


def one_can_go_on_after_a_finished_line():
    s = finished_draft()
    t = again(s, "log-setback")
    t.answer("Keep it now?", "go on\r").answer("How strong", "7\r").answer("a thought", "\x04")
    same(t.end(), 0)
    lacks(t.text(), "What set it off")
    same(re.sub("(Id|About|Date): .*\n", "", t.recall("--about @1")), "Trigger: silence\n\nIntensity: 7\n")


def adding_nothing_is_said_in_many_ways():
    for words, asks, kept in (("no thanks", False, ""), ("nope", False, ""), ("not now", False, ""), ("nothing", False, ""),
                              ("sure", True, ""), ("yes please", True, ""), ("ok", True, ""), ("no one came", False, "no one came\n")):
        s = Session("log-setback")
        s.answer("What happened?", "Froze\r").answer("Add anything?", words + "\r")
        if asks:
            s.answer("What set it off", "\x04")
        same(s.end(), 0)
        same(s.recall("--only Answer"), kept)


def ctrl_c_keeps_an_unfinished_line_in_plain_lines_too():
    s, status = interrupted("key", STUMBLE_PLAIN="1")
    same(status, 130)
    t = again(s, "log-setback", TERM="dumb")
    t.answer("Keep it now?", "later\n").answer("What happened?", "\n")
    same(t.end(), 0)
    same(len(t.drafts()), 1)
    t = again(s, "log-setback")
    t.answer("Keep it now?", "no\r").answer("What happened?", "\r")
    same(t.end(), 0)
    same(t.drafts(), [])
    same(t.recall(), "")


def a_request_to_end_keeps_what_was_typed():
    same(interrupted(signal.SIGTERM)[1], 143)


def a_hangup_keeps_what_was_typed():
    same(interrupted(signal.SIGHUP)[1], 129)
    same(interrupted(signal.SIGHUP, TERM="dumb")[1], 129)


def a_window_that_is_closed_keeps_what_was_typed():
    s = Session("log-setback")
    s.answer("What happened?", "I froz").wait_for("I froz")
    time.sleep(0.1)
    os.close(s.master)
    deadline = time.time() + PATIENCE
    while not s.drafts() and time.time() < deadline:
        time.sleep(0.05)
    os.waitpid(s.pid, 0)
    has(open(s.drafts()[0]).read(), "Setback: I froz\n")


def ctrl_c_with_nothing_typed_is_silent():
    s = Session("log-setback")
    s.answer("What happened?", "\x03")
    same(s.end(), 130)
    lacks(s.text(), "kept")
    same(s.drafts(), [])


def a_draft_is_for_its_own_journal():
    s, _ = interrupted("key")
    t = again(s, "log-setback -f other.rec")
    t.answer("What happened?", "\r")
    same(t.end(), 0)
    lacks(t.text(), "You began")
    same(len(t.drafts()), 1)


def words_are_in_no_core_dump():
    s = Session("log-setback").answer("What happened?", "I froze").wait_for("I froze")
    with open("/proc/%d/limits" % s.pid) as limits:
        assert re.search(r"Max core file size +0 +0 ", limits.read())
    s.type("\x03").end()


def answers_survive_a_kill():
    s = Session("log-setback")
    s.answer("What happened?", "Froze\r").answer("Add anything?", "y\r").answer("What set it off", "silence\r")
    s.answer("How strong", "7\r").wait_for("a thought")
    child = int(subprocess.run(["pgrep", "-P", str(s.pid), "log-setback"], stdout=subprocess.PIPE).stdout or s.pid)
    os.kill(child, signal.SIGKILL)
    s.end()
    t = again(s, "log-setback")
    t.answer("Keep it now?", "yes\r")
    same(t.end(), 0)
    same(re.sub("(Id|About|Date): .*\n", "", t.recall("--about @1")), "Trigger: silence\nIntensity: 7\n")


def words_are_kept_where_the_journal_cannot_be_written():
    for command, question in (("log-setback", "What happened?"), ("prompt --seed 3 path", "(Enter: none)")):
        s = after("log-setback Before", command)
        data = os.path.join(s.env["HOME"], ".local/share/stumble")
        journal = os.path.join(data, "journal.rec")
        os.rename(journal, journal + ".away")
        os.mkdir(journal)  # nobody can write there, whoever they are
        s.answer(question, "Froze at the phone\r")
        same(s.end(), 1)
        has(s.text(), "what you wrote is kept in")
        same([stat.S_IMODE(os.stat(file).st_mode) for file in s.drafts()], [0o600])
        os.rmdir(journal)
        os.rename(journal + ".away", journal)
        t = again(s, "log-setback")
        t.answer("Froze at the phone", "\r")
        same(t.end(), 0)
        has(t.recall("-n 1"), "Froze at the phone")
        same(t.drafts(), [])


def a_routine_says_that_its_draft_is_kept():
    s = Session("prompt run thought-record")
    s.answer("What happened?", "Froze\r").answer("through your mind", ":quit\r").wait_for("Keep this")
    os.makedirs(os.path.join(s.env["HOME"], ".local/share/stumble/journal.rec"))
    s.type("\r")
    same(s.end(), 1)
    has(" ".join(s.text().split()), "and 'prompt run thought-record' offers it again")
    same(len(s.drafts()), 1)


def form_editor(s, body):
    editor = os.path.join(s.home, "editor")
    with open(editor, "w") as script:
        script.write("#!/bin/sh\n" + body)
    os.chmod(editor, 0o700)
    return editor


def a_form_that_was_left_is_offered_again():
    for command in ("log-setback", "log-setback -e"):
        s = Session("true")
        s.end()
        editor = form_editor(s, "sed -i 's/^Setback:.*/Setback: Froze at the phone/' \"$1\"; echo written; sleep 20\n")
        t = again(s, "log-setback -e", VISUAL=editor)
        t.wait_for("written")
        os.kill(t.pid, signal.SIGKILL)
        t.end()
        same(len(t.drafts()), 1)
        t = again(s, command, VISUAL=form_editor(s, "sed -i 's/^Trigger:.*/Trigger: calls/' \"$1\"\n"))
        t.answer("Froze at the phone", "later\r")
        if command == "log-setback":
            t.answer("What happened?", "\r")
        t.end()
        t = again(s, command, VISUAL=form_editor(s, "sed -i 's/^Trigger:.*/Trigger: calls/' \"$1\"\n"))
        t.answer("Open it again?", "\r")
        same(t.end(), 0)
        same(re.sub("(Id|Date): .*\n", "", t.recall("--match Setback=Froze")), "Setback: Froze at the phone\nTrigger: calls\n")
        same(t.drafts(), [])


def a_misspelt_field_in_a_form_can_be_mended():
    s = Session("true")
    s.end()
    editor = form_editor(s, "sed -i 's/^Setback:.*/Setback: Froze/; s/^Trigger:.*/Triger: calls/; t; s/^Triger:/Trigger:/' \"$1\"\n")
    t = again(s, "log-setback -e", VISUAL=editor)
    t.answer("did you mean", "\r")
    same(t.end(), 0)
    same(t.recall("--only Trigger"), "calls\n")
    editor = form_editor(s, "sed -i 's/^Setback:.*/Setback: Froze/; s/^Trigger:.*/Triger: calls/' \"$1\"\n")
    t = again(s, "log-setback -e", VISUAL=editor)
    t.answer("did you mean", "no\r")
    same(t.end(), 0)
    has(t.recall("-n 1"), "Triger: calls\n")


# --- keys

def no_key_types_garbage():
    s = Session("log-setback")
    s.answer("What happened?", "one two\x1b[5~\x1b[6~\x1bOP\x1b[15~\x1b[A\x1b[1;5D\x1b[3~T\x1b[1~X\x1b[4~Y\x1b[1;5Dz\r")
    s.answer("Add anything?", "\r")
    same(s.end(), 0)
    same(s.recall("--only Setback"), "Xone zTwoY\n")


def a_delete_key_on_an_empty_line_does_not_end():
    s = Session("log-setback")
    s.answer("What happened?", "\x1b[3~Froze\r").answer("Add anything?", "\r")
    same(s.end(), 0)
    same(s.recall("--only Setback"), "Froze\n")


def a_paste_is_one_answer():
    for term, keys in (("xterm-256color", "\x1b[200~one\r\ntwo\nthree\x1b[201~\r"), ("xterm-256color", "one\rtwo\rthree\r"),
                       ("dumb", "one\ntwo\nthree\n")):
        s = Session("log-setback", TERM=term)
        s.wait_for("What happened?").wait_for("> ")
        time.sleep(0.2)
        s.type(keys)
        s.answer("Add anything?", "\r")
        same(s.end(), 0)
        same(s.recall("--only Setback"), "one two three\n")
        same(s.recall("--only Answer"), "")


def a_line_is_drawn_again_after_a_stop():
    s = Session("bash --norc --noprofile -i", PS1="$ ")
    s.wait_for("$ ").type("log-setback\r").answer("What happened?", "Froze at").wait_for("Froze at")
    for times in (2, 3):
        time.sleep(0.2)
        s.type("\x1a").wait_for("Stopped", times - 1).type("fg\r").wait_for("Froze at", times)
    s.type(" noon\r").answer("Add anything?", "\r").wait_for("Kept.").type("exit\r")
    s.end()
    same(s.recall("--only Setback"), "Froze at noon\n")


def a_stop_where_nobody_can_let_it_go_on_does_nothing():
    s = Session("log-setback")
    s.answer("What happened?", "Froze at").wait_for("Froze at")
    time.sleep(0.2)
    s.type("\x1a").wait_for("Froze at", 2)
    s.type(" noon\r").answer("Add anything?", "\r")
    same(s.end(), 0)
    same(s.recall("--only Setback"), "Froze at noon\n")


# --- editing

def a_backspace_takes_one_character():
    for term in ("xterm-256color", "dumb"):
        s = Session("log-setback", TERM=term)
        s.answer("What happened?", "Caf\u00e9x\x7f \u6f22\u5b57\x7f\r").answer("Add anything?", "\r")
        same(s.end(), 0)
        same(s.recall("--only Setback"), "Caf\u00e9 \u6f22\n")


def a_line_is_edited_in_its_middle():
    s = Session("log-setback")
    s.answer("What happened?", "bc\x01a\x05d\x1b[D\x1b[DX\r").answer("Add anything?", "\r")
    same(s.end(), 0)
    same(s.recall("--only Setback"), "abXcd\n")


def what_is_typed_ahead_arrives():
    for term in ("xterm-256color", "dumb"):
        s = Session("sleep 0.3; log-setback", TERM=term)
        s.type("Froze\ry\rsilence\r7\r\rTea\r\r")
        same(s.end(), 0)
        same(re.sub("(Id|About|Date): .*\n", "", s.recall("-n 1")), "Trigger: silence\nIntensity: 7\nHelped: Tea\n")


def nothing_remembers_what_was_typed():
    s = Session("log-setback")
    s.answer("What happened?", "Froze\r").answer("Add anything?", "\r")
    s.end()
    found = subprocess.run(["grep", "-rl", "Froze", s.env["HOME"]], stdout=subprocess.PIPE).stdout.decode()
    same(found, os.path.join(s.env["HOME"], ".local/share/stumble/journal.rec") + "\n")


# --- routines

def a_routine_goes_back_skips_and_quits_without_a_word():
    s = Session("prompt run thought-record >record")
    s.answer("What happened?", "She left\r").answer("through your mind", "I bore her\r").answer("What did you feel?", "<\r")
    s.answer("So far: I bore her", "I bore everyone\r").answer("What did you feel?", "sad\r", 2)
    s.answer("Another one", "\r").answer("10 as strong as it gets", "12\r").answer("Please give a whole number", "7\r")
    s.answer("How true", "<\r").answer("So far: 7", "-\r").answer("How true", ":quit\r", 3)
    same(s.end(), 0)
    same(open(os.path.join(s.home, "record")).read(),
         "Date: 2026-11-20T21:30:00+00:00\nSetback: She left\nThought: I bore everyone\nFeeling: sad\n")
    lacks(s.text(), "Stopping here is fine")
    same(s.drafts(), [])


def a_routine_goes_on_where_it_was_interrupted():
    s = Session("prompt run thought-record >record")
    s.answer("What happened?", "She left\r").answer("through your mind", "I bore h").wait_for("I bore h")
    time.sleep(0.1)
    s.type("\x03")
    same(s.end(), 130)
    has(s.text(), "'prompt run thought-record' offers it again.")
    t = again(s, "prompt run thought-record >record")
    t.answer("You stopped at: What went through your mind?", "\r").answer("So far: I bore h", "\r")
    t.answer("What did you feel?", "\x04")
    same(t.end(), 0)
    same(open(os.path.join(s.home, "record")).read(),
         "Date: 2026-11-20T21:30:00+00:00\nSetback: She left\nThought: I bore h\n")
    same(t.drafts(), [])


def a_routine_can_begin_again():
    s = Session("prompt run thought-record >record")
    s.answer("What happened?", "She left\r").answer("through your mind", "\x03")
    same(s.end(), 130)
    t = again(s, "prompt run thought-record >record")
    t.answer("Go on from there?", "no\r").answer("What happened?", "\x04")
    same(t.end(), 0)
    same(open(os.path.join(s.home, "record")).read(), "")
    same(t.drafts(), [])


def a_routine_asks_whether_to_keep_what_was_written():
    s = Session("prompt run thought-record")
    s.answer("What happened?", "She left\r").answer("through your mind", "\x04")
    s.answer("Keep this in your journal?", "\x04")
    same(s.end(), 0)
    has(s.text(), "Setback: She left")  # printed, for nobody answered whether to keep it
    same(s.recall(), "")
    s = again(s, "prompt run thought-record")
    s.answer("What happened?", "She left\r").answer("through your mind", ":quit\r")
    s.answer("Keep this in your journal?", "what\r").answer("Please answer yes or no.", "\x03")
    same(s.end(), 130)
    s = again(s, "prompt run thought-record")
    s.answer("Go on from there?", "\r").answer("What did you feel?", ":quit\r", 2).answer("Keep this in your journal?", "\r")
    same(s.end(), 0)
    has(s.text(), "Kept. Nothing more is needed now.")
    lacks(s.text(), "Setback: She left")
    same(s.recall("--only Setback"), "She left\n")
    same(s.drafts(), [])
    s = again(s, "prompt run thought-record")
    s.answer("What happened?", "It is cold\r").answer("through your mind", ":quit\r").answer("Keep this", "no\r")
    same(s.end(), 0)
    has(s.text(), "Setback: It is cold")
    same(s.recall("--only Setback"), "She left\n")


def words_of_a_crisis_are_kept_when_a_routine_stops_there():
    for keys in ("stop\r", "\x04"):
        s = Session("prompt run thought-record")
        s.answer("What happened?", "I want to kill myself\r").answer("stop here, see who can be reached", keys)
        same(s.end(), 0)
        has(s.text(), "Your words are kept.")
        lacks(s.text(), "Keep this")
        same(s.recall("--only Setback"), "I want to kill myself\n")
        same(s.drafts(), [])


def an_answer_is_kept_before_a_routine_pauses():
    for how in ("\x03", signal.SIGKILL, "close"):
        for answers in (("I want to die\r",), ("She left\r", "I want to die\r")):
            s = Session("prompt run five-whys")
            for question, keys in zip(("what happened?", "What led to that?"), answers):
                s.answer(question, keys)
            s.answer("stop, see or go", "g" if how == "\x03" else "")
            if how == "\x03":
                s.wait_for("> g").type(how)
                same(s.end(), 130)
                has(s.text(), "What you typed is kept; 'prompt run five-whys' offers it again.")
            elif how == "close":
                os.close(s.master)
                os.waitpid(s.pid, 0)
            else:
                os.kill(s.pid, how)
                s.end()
            t = again(s, "prompt run five-whys")
            t.answer("Go on from there?", "\r").answer("there is room for it here", ":quit\r").answer("Keep this", "\r")
            same(t.end(), 0)
            lacks(t.text(), "led to that?\n>")
            lacks(t.text(), "short name")
            same(re.sub("(Id|Date): .*\n", "", t.recall()),
                 "Setback: I want to die\n" if len(answers) == 1 else "Setback: She left\nWhy: I want to die\n")
            same(t.drafts(), [])


def a_talk_keeps_a_thought_before_it_pauses():
    for command, typed in (("reframe -i", "I want to die\r"), ("reframe -i 'I want to die'", None)):
        s = Session(command)
        if typed:
            s.answer("goes through your mind?", typed)
        s.answer("stop, see or go", "\x03")
        same(s.end(), 130)
        has(s.text(), "What you typed is kept; 'log-setback' offers it again.")
        t = again(s, "log-setback")
        t.answer("Keep it now?", "\r")
        same(t.end(), 0)
        same(t.recall("--only Thought"), "I want to die\n")


def press_enter_to_the_end(s):
    """Leaves out whatever is asked; gives the exit status."""
    answered = 0
    deadline = time.time() + 3 * PATIENCE
    while time.time() < deadline and s.read(0.5) != b"":
        if s.text().count("> ") > answered and s.text().endswith("> "):
            answered = s.text().count("> ")
            s.type("\r")
    return s.end()


def what_is_written_on_is_kept_too():
    s = Session("log-setback").answer("What happened?", "I began about the").wait_for("about the").type("\x03")
    s.end()
    again = Session("log-setback", home=s.home).wait_for("> ").type("call with my sister").wait_for("my sister").type("\x03")
    same(again.end(), 130)
    third = Session("log-setback", home=s.home)
    third.wait_for("I began about the call with my sister")
    third.type("\x03").end()


def a_draft_about_a_held_entry_is_not_weighed_later():
    s = Session("log-setback I want to kill myself")
    s.end()
    s = Session("log-setback Missed the bus", home=s.home)
    s.end()
    s = Session("prompt run thought-record --about @2", home=s.home).answer("stop, see or go", "go\r")
    s.wait_for("> ", times=2).type("it was a day\r").wait_for("> ", times=3).type("\x03")
    same(s.end(), 130)
    has(s.text(), "What you typed is kept")
    later = Session("prompt run thought-record", home=s.home).answer("You stopped at", "yes\r")
    press_enter_to_the_end(later)
    for weighing in ("How true does", "What speaks for", "does not quite fit"):
        lacks(later.text(), weighing)


def a_talk_that_cannot_be_printed_keeps_its_draft():
    s = Session("reframe -i I always ruin everything >/dev/full").answer("How true", "80\r")
    same(press_enter_to_the_end(s), 1)
    same(len(s.drafts()), 1)


def nothing_weighs_words_of_a_crisis():
    s = Session("prompt run thought-record")
    s.answer("What happened?", "I want to die\r").answer("stop, see or go", "go\r").answer("through your mind", "\r")
    s.answer("What did you feel?", "tired\r").answer("Another one", "\r").answer("as strong as it gets", "9\r")
    s.answer("there is room for it here", "It began in May\r").answer("one small thing", "\r").answer("Keep this", "\r")
    same(s.end(), 0)
    for weighing in ("How true", "speaks for", "quite fit", "fair to both", "feels then"):
        lacks(s.text(), weighing)
    same(re.sub("(Id|Date): .*\n", "", s.recall()),
         "Setback: I want to die\nFeeling: tired\nIntensity: 9\nPrompt: thought-record/more\nAnswer: It began in May\n")


def a_routine_works_at_the_head_of_a_pipe():
    s = Session("prompt run thought-record | reframe | log-setback - >ids")
    s.answer("What happened?", "She left\r").answer("through your mind", "I always ruin everything\r")
    s.answer("What did you feel?", "\x04")
    same(s.end(), 0)
    has(s.recall(), "Pattern: overgeneralization")


def a_routine_about_an_entry_does_not_ask_what_it_says():
    s = after("log-setback 'She left' --thought 'I bore everyone'", "prompt run thought-record --about @1")
    s.answer("So far: I bore everyone", "\r").answer("What did you feel?", "sad\r").answer("Another one", "al")
    s.wait_for("> al")
    time.sleep(0.1)
    s.type("\x03")
    same(s.end(), 130)
    has(s.text(), "This is about: \u201cShe left\u201d")
    lacks(s.text(), "What happened?")
    t = again(s, "prompt run thought-record")  # it goes on with what it began with
    t.answer("Go on from there?", "\r").answer("So far: al", "alone\r").answer("Another one", "\r", 2)
    t.answer("How strong", ":quit\r").answer("Keep this in your journal?", "\r")
    same(t.end(), 0)
    same(re.sub("(Id|Date|About): .*\n", "", t.recall("--about @1")),
         "Thought: I bore everyone\nFeeling: sad\nFeeling: alone\n")
    same(t.drafts(), [])


def nothing_is_kept_of_a_routine_about_an_entry_if_nothing_is_answered():
    s = after("log-setback 'She left' --thought 'I bore everyone'", "prompt run thought-record --about @1")
    s.answer("So far: I bore everyone", "\r").answer("What did you feel?", "\x04")
    same(s.end(), 0)
    lacks(s.text(), "Keep this")
    same(s.recall("--about @1"), "")
    same(s.drafts(), [])


def what_is_written_in_the_editor_can_be_kept_too():
    s = Session("true")
    s.end()
    editor = os.path.join(s.home, "editor")
    with open(editor, "w") as script:
        script.write("#!/bin/sh\nsed -i 's/^Setback:.*/Setback: She left/' \"$1\"\n")
    os.chmod(editor, 0o700)
    t = again(s, "prompt run thought-record -e", VISUAL=editor)
    t.answer("Keep this in your journal?", "\r")
    same(t.end(), 0)
    same(t.recall("--only Setback"), "She left\n")
    t = again(s, "prompt run thought-record -e", VISUAL=editor)
    t.answer("Keep this in your journal?", "no\r")
    same(t.end(), 0)
    has(t.text(), "Setback: She left")
    same(t.recall("--only Setback"), "She left\n")
    same(t.drafts(), [])


def a_rating_that_was_not_finished_is_no_answer():
    s = Session("reframe -i 'They all hate me'")
    s.answer("How true does it feel", "55").wait_for("> 55")
    time.sleep(0.1)
    s.type("\x03")
    same(s.end(), 130)
    t = again(s, "log-setback")
    t.answer("Keep it now?", "\r")
    same(t.end(), 0)
    same(re.sub("(Id|Date): .*\n", "", t.recall()), "Thought: They all hate me\nBelief: 55\n")


def a_talk_that_is_ended_asks_whether_to_keep_it():
    s = Session("reframe -i 'They all hate me'")
    s.answer("How true does it feel", "80\r").wait_for("> ", 2)
    s.type("\x04").answer("Keep this in your journal?", "sure\r")
    same(s.end(), 0)
    same(s.recall("--only Thought"), "They all hate me\n")
    lacks(s.recall(), "Reframe")
    same(s.recall().count("Question: "), 1)
    same(s.drafts(), [])


def no_question_is_kept_that_was_not_asked():
    s = Session("reframe -i 'They all hate me'")
    s.answer("How true does it feel", "\x04").answer("Keep this in your journal?", "\r")
    same(s.end(), 0)
    has(s.recall(), "Thought: They all hate me")
    lacks(s.recall(), "Question: ")


def a_talk_that_stops_in_a_hard_moment_is_kept():
    for keys in ("stop\r", "\x04"):
        for command in ("reframe -i", "reframe -i 'I want to die'"):
            s = Session(command)
            if command == "reframe -i":
                s.answer("goes through your mind?", "I want to die\r")
            s.answer("stop, see or go", keys)
            same(s.end(), 0)
            lacks(s.text(), "Keep this")
            has(s.text(), "'prompt crisis' shows who can be reached, at any time.")
            same(s.recall("--only Thought"), "I want to die\n")
            same(s.drafts(), [])


def one_can_go_back_to_the_thought():
    s = Session("reframe -i 'They all hate me'")
    s.answer("How true does it feel", "<\r").answer("So far: They all hate me", "They must hate me\r")
    s.answer("How true does it feel", "\x04", 2).answer("Keep this in your journal?", "\r")
    same(s.end(), 0)
    same(s.recall("--only Thought"), "They must hate me\n")


def own_words_come_with_the_day_on_which_they_were_written():
    s = after("log-setback 'She left' -t silence --thought 'They all hate me' --when 2026-11-02; "
              "log-setback --about @1 --recovered=2026-11-06 --when 2026-11-05 --helped 'Walking home'; "
              "log-setback Alone -t silence --thought 'They all hate me'", "reframe -i --about @1")
    s.answer("How true does it feel", "\r").wait_for("Walking home")
    s.type("\x03").end()
    has(s.text(), "On November 5 you wrote: Walking home. It eased")


def a_dash_at_a_fresh_question_is_no_answer():
    s = Session("prompt run self-compassion-break")
    s.answer("What is hard right now", "-\r").answer("a moment like this", ":quit\r")
    same(s.end(), 0)
    lacks(s.text(), "Keep this")


def who_takes_an_entry_back_sees_what_it_says():
    s = after("log-setback Froze; log-setback --about @1 --recovered --intensity 2", "log-setback --undo")
    s.answer("it eased, how strong it is: 2 of 10", "no\r")
    same(s.end(), 0)


def an_editor_that_fails_leaves_a_way_to_go_on():
    s = Session("true")
    s.end()
    editor = form_editor(s, "sed -i 's/^Setback:.*/Setback: She left/' \"$1\"; exit 3\n")
    t = again(s, "prompt run thought-record -e", VISUAL=editor, columns=300)
    same(t.end(), 1)
    way = re.search("prompt run thought-record --answers \\S+", " ".join(t.text().split())).group()
    has(plain(way, t), "Setback: She left")


def own_words_come_back_after_a_routine_too():
    s = after("log-setback Froze -t silence --helped 'Walking home' --when 2026-11-02; log-setback --about @1 --recovered",
              "prompt run after-a-setback")
    s.answer("What happened", "Froze again\r").answer("set it off", "silence\r").answer("feelings", ":quit\r")
    s.answer("Keep this in your journal?", "\r")
    same(s.end(), 0)
    has(s.text(), "On November 2 you wrote: Walking home")


def ctrl_c_before_any_answer_keeps_no_draft_of_a_known_thought():
    s = after("log-setback 'She left' --thought 'I bore everyone'", "prompt run thought-record --about @1")
    s.answer("So far: I bore everyone", "\r").answer("What did you feel?", "\x03")
    same(s.end(), 130)
    lacks(s.text(), "kept")
    same(s.drafts(), [])


def words_of_a_crisis_in_an_entry_pause_a_routine_about_it():
    s = after("log-setback 'I want to kill myself'", "prompt run self-compassion-break --about @1")
    s.answer("stop here, see who can be reached", "stop\r")
    same(s.end(), 0)
    has(s.text(), "That sounds very hard to carry.")
    lacks(s.text(), "What is hard right now")
    same(s.recall("--about @1"), "")


def a_person_hears_that_more_was_added_to_an_entry():
    s = after("log-setback Froze; log-setback --about @1 --helped Tea", "recall @1; recall --fold @1; recall")
    s.end()
    same(s.text().count("# More was added to it later; 'recall --fold @1' shows all of it."), 1)
    lacks(s.recall("@1"), "More was added")


def a_question_takes_an_answer_if_one_is_typed():
    s = Session("prompt --seed 3 path")
    s.answer("(Enter: none)", "On the bus\r")
    same(s.end(), 0)
    same(re.sub("Id: .*\n|-[0-9]*$", "", s.recall(), flags=re.M),
         "Date: 2026-11-20T21:30:00+00:00\nPrompt: path\nAnswer: On the bus\n")
    t = again(s, "prompt --seed 3 path")
    t.answer("(Enter: none)", "\r")
    same(t.end(), 0)
    same(t.recall("--format json | wc -l"), "1\n")
    plain("log-setback Froze", t)
    t = again(s, "prompt --seed 3 --for @1")
    t.answer("(Enter: none)", "Perhaps\r")
    same(t.end(), 0)
    has(t.recall("--about @1"), "Answer: Perhaps\n")


# --- the screen

def nothing_is_wider_than_a_narrow_terminal():
    for command in ("prompt run thought-record", "prompt show thought-record", "reframe --explain labeling", "recall"):
        s = Session(command, columns=40, PAGER="cat")
        plain("log-setback 'A long sentence that goes on and on past the edge, \u65e5\u672c\u8a9e\u306e\u6587\u7ae0\u306f\u7a7a\u767d\u304c\u306a\u3044\u306e\u3067\u9577\u304f\u306a\u308b\u3053\u3068\u304c\u3042\u308b' "
              "--thought https://example.org/a/very/long/address/that/has/no/spaces/in/it/at/all", s)
        if command == "recall":
            s.end()
            s = again(s, command, columns=40)
        elif command == "prompt run thought-record":
            s.answer("What happened?", "\r").answer("through your mind", "\r").answer("feel?", "\r").answer("as it gets", "\x04")
        s.end()
        for line in s.text().split("\n"):
            assert width(line) <= 40, line


def what_is_read_fits_a_narrow_terminal():
    s = Session("true")
    s.end()
    plain("log-setback 'A long sentence that goes on and on past the edge of it' -t silence --helped 'A walk along the river'; "
          "printf 'Id\n\n' >>$HOME/.local/share/stumble/journal.rec", s)
    for command in ("resilience-report --detail", "resilience-report -h", "log-setback --help-all", "prompt -h", "prompt run -h",
                    "prompt list", "prompt packs", "reframe --list", "recall", "recall --no-such-option", "log-setback -i 11 x"):
        t = again(s, command, columns=40, PAGER="cat", HOME=s.env["HOME"])
        t.end()
        for line in t.text().split("\n"):
            assert width(line) <= 40 or "/" in line, (command, line)
        whole = plain(command, s).split()
        for word in t.text().replace("/", " ").split():
            assert word.endswith("\u2026") or any(word in part for part in whole) or command in ("prompt packs", "recall"), (command, word)


def the_report_says_on_a_terminal_that_held_words_are_kept():
    s = Session("true")
    s.end()
    nothing = plain("resilience-report", s)
    plain("log-setback 'I want to die'", s)
    t = again(s, "resilience-report")
    t.end()
    has(t.text(), "What you noted this week is kept.")
    lacks(t.text(), "Nothing noted")
    same(plain("resilience-report", s), nothing)


def a_dumb_terminal_gets_plain_lines():
    for env in ({"TERM": "dumb"}, {"TERM": None}, {"STUMBLE_PLAIN": "1"}):
        s = Session("log-setback; recall; prompt list", **env)
        s.answer("What happened?", "Froze\n").answer("Add anything?", "\n").end()
        has(s.text(), "Setback: Froze")
        lacks(s.seen, b"\x1b")


def color_is_gentle_and_can_be_switched_off():
    s = Session("log-setback Froze; recall")
    s.end()
    has(s.seen, b"\x1b[36mSetback:\x1b[0m Froze")
    lacks(s.seen, b"\x1b[31m")
    for off in ({"NO_COLOR": "1"}, {"STUMBLE_PLAIN": "1"}, {"TERM": "dumb"}):
        t = again(s, "recall", **off)
        t.end()
        lacks(t.seen, b"\x1b[36m")
    t = again(s, "recall --color never")
    t.end()
    lacks(t.seen, b"\x1b[36m")
    has(plain("recall --color always", s), "\x1b[36mSetback:\x1b[0m Froze")
    lacks(plain("recall", s), "\x1b")


def a_pipe_gets_the_same_bytes_as_ever():
    s = Session("recall >whole; recall --format json | cat >json; recall --format json")
    plain("log-setback 'A sentence %s'" % ("that goes on " * 20), s)
    s.end()
    t = again(s, "recall --format json")
    t.end()
    same(t.text(), plain("recall --format json", t))
    has(plain("recall", t), "Setback: A sentence " + ("that goes on " * 20).strip() + "\n")


def a_pager_is_started_only_where_it_helps():
    s = Session("true")
    s.end()
    pager = os.path.join(s.home, "pager")
    with open(pager, "w") as script:
        script.write("#!/bin/sh\necho paged \"$1\" $LESSSECURE $LESSHISTFILE >>%s/paged\ncat\n" % s.home)
    os.chmod(pager, 0o700)
    log = os.path.join(s.home, "paged")
    env = {"STUMBLE_PAGER": pager + " 'two words'", "PAGER": "false"}
    t = again(s, "prompt list", **env)
    same(t.end(), 0)
    same(open(log).read(), "paged two words 1 -\n")
    has(t.text(), "five-whys")
    for command, other in (("prompt list | cat", {}), ("prompt show five-whys", {}), ("prompt list", {"TERM": "dumb"}),
                           ("prompt list", {"STUMBLE_PLAIN": "1"}), ("prompt list", {"STUMBLE_PAGER": "cat"}),
                           ("prompt list", {"STUMBLE_PAGER": ""})):
        t = again(s, command, **{**env, **other})
        same(t.end(), 0)
    same(open(log).read(), "paged two words 1 -\n")
    t = again(s, "prompt list", STUMBLE_PAGER="head -n 1")
    same(t.end(), 0)
    same(len(t.text().splitlines()), 1)
    t = again(s, "prompt list", STUMBLE_PAGER="no-such-pager-here")
    same(t.end(), 0)
    has(t.text(), "five-whys")


def it_works_inside_tmux():
    if not shutil.which("tmux"):
        return "no tmux"
    s = Session("true")
    s.end()
    tmux = ["tmux", "-L", "stumble-%d" % os.getpid(), "-f", "/dev/null"]
    env = {**s.env, "LC_ALL": "C.UTF-8", "TMUX_TMPDIR": s.home}
    run = lambda *words: subprocess.run(tmux + list(words), env=env, stdout=subprocess.PIPE, timeout=PATIENCE).stdout.decode()
    run("new-session", "-d", "-x", "80", "-y", "24", "log-setback; sleep 20")
    try:
        def see(text):
            deadline = time.time() + PATIENCE
            while text not in run("capture-pane", "-p"):
                assert time.time() < deadline, run("capture-pane", "-p")
                time.sleep(0.05)
        see("What happened?\n>")
        run("send-keys", "-l", "Caf\u00e9 \u6f22\u5b57")
        run("send-keys", "BSpace")
        see("> Caf\u00e9 \u6f22\n")
        run("send-keys", "Enter")
        see("Add anything?")
        run("send-keys", "Enter")
        see("Kept.")
    finally:
        run("kill-server")
    same(s.recall("--only Setback"), "Caf\u00e9 \u6f22\n")


def main():
    try:
        for end in pty.openpty():
            os.close(end)
    except OSError:
        print("no pseudo-terminal can be had here; skipped")
        return 77
    tests = [(name, test) for name, test in list(globals().items())
             if type(test) is type(main) and "_" in name
             and test.__code__.co_argcount == 0]
    failed = 0
    for name, test in tests:
        if sys.argv[2:] and name not in sys.argv[2:]:
            continue
        begin = time.time()
        try:
            skipped = test()
            print("%s %s (%.1f s)" % ("skipped" if skipped else "passed ", name.replace("_", " "), time.time() - begin))
        except AssertionError as error:
            failed += 1
            print("FAILED  %s\n  %s" % (name.replace("_", " "), error))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
