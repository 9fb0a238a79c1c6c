#!/usr/bin/python3
"""Runs what the manual pages show, and holds what they say against what happens.

usage: examples_test.py BIN-DIR [PAGE...]

Every literal block (.Bd -literal) and line (.Dl) of a page is an example. Those of a page run in order, in a home of their own with
a copy of the sample journal, at a fixed time. A block is one of these:

  commands   a line each, unless it ends in "|": each succeeds, says something, and warns of nothing;
  a session  if it begins with "$ ": below a command is what it says, with "> " and an answer where it asks. "..." alone stands for
             any lines, "..." within a line for any text, and Ids are compared by their place;
  a file     after the comment  .\\" file NAME  and judged by whatever reads such a file; after  .\\" part of NAME  what stands below
             the head of a pack;
  text       after  .\\" shown by COMMAND  which is then compared as in a session.

A page that says  .\\" begins without a journal  gets none. What readers see without being told stands in comments right before
a command:  .\\" typed ANSWER  at a terminal, for each question;  .\\" says nothing;  .\\" at TIME  it is from here
on. Nothing is skipped: an example that can't be run has failed.
"""
import glob, os, pty, re, select, shutil, signal, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ID = re.compile(r"\b01[0-9A-HJKMNP-TV-Z]{24}\b")
PATIENCE = 30  # seconds for one command

# Files that examples begin with, and programs of others that they call.
GIVEN = {
    "notebook.txt": "Missed the bus, and then the session.\n\nShe asked about home,\nand I said nothing.\n",
    "head.yaml": "pack: part\nversion: 1\ntitle: A part\nlanguage: en\nlicense: CC0-1.0\nsources: [a book]\n",
    "thoughts.txt": "I always ruin everything\nEveryone must think I am lazy\n",
}
STAND_INS = {
    "editor": "sed -i 's/^\\(Setback\\|Helped\\):.*/\\1: A walk in the rain/' \"$1\"",
    "sendmail": "grep -q '^Subject: ' && echo sent",
    "chromium": "for word; do case $word in --print-to-pdf=*) cp h.html \"${word#*=}\"; echo written;; esac; done",
    "systemctl": "echo \"$@\" >>\"$HOME/systemctl.asked\"",
}


class Wrong(Exception):
    pass


def blocks_of(page):
    """The examples of a page: where each begins, and its lines, those of the comments before it and within it included."""
    notes, block = [], None
    for number, line in enumerate(open(page, encoding="utf-8").read().splitlines(), 1):
        if line.startswith(".Bd"):
            if not re.match(r"\.Bd -(literal|unfilled)\b", line):
                raise Wrong("%s:%d: a display that is not literal" % (page, number))
            block = (number, notes)
        elif line == ".Ed":
            yield block
            notes, block = [], None
        elif line.startswith('.\\" '):
            (block[1] if block else notes).append(line)
        elif block:
            if line.startswith("."):
                raise Wrong("%s:%d: a macro within an example" % (page, number))
            block[1].append(line.replace("\\e", "\\").replace("\\&", "").replace("\\-", "-"))
        elif line.startswith(".Dl "):
            if '"' in line:
                raise Wrong("%s:%d: .Dl drops quotes; .Bd -literal keeps them" % (page, number))
            if len(line) > 70:
                raise Wrong("%s:%d: .Dl wraps lines as long as this; .Bd -literal keeps them whole" % (page, number))
            yield number, notes + [line[4:].replace("\\e", "\\")]
            notes = []
        else:
            notes = []


class Home:
    def __init__(self, bin_dir, with_journal):
        self.path = tempfile.mkdtemp()
        self.data = self.under(".local/share/stumble")
        os.chmod(self.data, 0o700)
        sample = os.path.join(ROOT, "share/examples")
        for name in ["journal.rec"] * with_journal + ["journal.rec.former-1", "laptop.rec", "phone.rec"]:
            shutil.copy(os.path.join(sample, "journal.rec"), os.path.join(self.data, name))
            os.chmod(os.path.join(self.data, name), 0o600)
        shutil.copy(os.path.join(sample, "my-first-pack.yaml"), self.data)
        for name, text in GIVEN.items():
            self.write(name, text)
        for tool in ["log-setback", "prompt", "recall", "reframe", "resilience-report"]:
            os.symlink(os.path.join(bin_dir, tool), os.path.join(self.under(".local/bin"), tool))
        for name, script in STAND_INS.items():
            self.write("~/stand-ins/" + name, "#!/bin/sh\n" + script + "\n")
            os.chmod(os.path.join(self.path, "stand-ins", name), 0o700)
        self.plain = {"HOME": self.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "EST5EDT,M3.2.0,M11.1.0",
                      "STUMBLE_NOW": "2026-11-20T21:30:00-05:00"}
        self.env = dict(self.plain, PATH="%s/stand-ins:%s/.local/bin:%s" % (self.path, self.path, os.environ["PATH"]),
                        TERM="dumb", PAGER="cat")
        self.run("git init -q")

    def under(self, folder):
        path = os.path.join(self.path, folder)
        os.makedirs(path, exist_ok=True)
        return path

    def write(self, name, text):
        path = name.replace("~", self.path) if name.startswith("~") else os.path.join(self.data, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def run(self, command, env=None, cwd=None):
        done = subprocess.run(["sh", "-c", command], env=env or self.env, cwd=cwd or self.data, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=PATIENCE)
        return done.returncode, done.stdout.decode()

    def run_at_terminal(self, command, answers):
        pid, master = pty.fork()
        if pid == 0:
            os.chdir(self.data)
            os.execvpe("sh", ["sh", "-c", command], self.env)
        seen, left, deadline = "", list(answers), time.time() + PATIENCE
        while time.time() < deadline:
            try:
                block = os.read(master, 4096) if select.select([master], [], [], 0.2)[0] else None
            except OSError:  # the other end is closed
                block = b""
            if block == b"":
                break
            seen += (block or b"").decode()
            if seen.endswith("> "):
                if not left:
                    os.kill(pid, signal.SIGKILL)
                    raise Wrong("asks more than the page answers:\n" + seen)
                answer = left.pop(0)
                os.write(master, b"\x04" if answer == "Ctrl-D" else (answer + "\n").encode())
        else:
            os.kill(pid, signal.SIGKILL)
            raise Wrong("did not end:\n" + seen)
        os.close(master)
        if left:
            raise Wrong("asked less than the page answers:\n" + seen)
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), seen.replace("\r\n", "\n")


def steps_of(lines):
    """The commands of a block, each with what the page says of it."""
    session = any(line.startswith("$ ") for line in lines)
    steps, notes = [], {"typed": [], "nothing": False}
    for line in lines:
        note = re.match(r'\.\\" (typed|at|says nothing) ?(.*)', line)
        if note and note[1] == "typed":
            notes["typed"].append(note[2])
        elif note and note[1] == "at":
            notes["at"] = note[2]
        elif note:
            notes["nothing"] = True
        elif not session and steps and steps[-1]["command"].endswith("|"):
            steps[-1]["command"] += "\n" + line
        elif line.startswith("$ ") or not session:
            steps.append(dict(notes, command=line.removeprefix("$ "), shown=[] if session else None))
            notes = {"typed": [], "nothing": False}
        elif steps:
            steps[-1]["shown"].append(line)
        else:
            raise Wrong("no command before: " + line)
    if notes["typed"]:
        raise Wrong("answers without a command")
    return steps


def fits(shown, said):
    names = {}
    number = lambda text: ID.sub(lambda found: "ID%d" % names.setdefault(found[0], len(names)), text)
    pattern = ""
    for line in number("\n".join(shown)).splitlines():
        pattern += r"(?:.*\n)*?" if line == "..." else ".*".join(map(re.escape, line.rstrip().split("..."))) + r" *\n"
    names.clear()
    return re.fullmatch(pattern, number(said)) is not None


def run_step(step, home):
    shown = step["shown"] or []
    if "at" in step:
        home.env["STUMBLE_NOW"] = step["at"]
    answers = step["typed"] + [line[1:].strip() for line in shown if re.match(r">( |$)", line)]
    if answers:
        status, said = home.run_at_terminal(step["command"], answers)
    else:
        status, said = home.run(step["command"])
    if status != 0:
        raise Wrong("%s\nexits with %d:\n%s" % (step["command"], status, said))
    if re.search(r"^[a-z-]+: (warning|error): ", said, re.M):
        raise Wrong("%s\ncomplains:\n%s" % (step["command"], said))
    if step["shown"] is not None:
        if not fits(shown, said):
            raise Wrong("%s\nthe page shows:\n%s\nand it says:\n%s" % (step["command"], "\n".join(shown), said))
    elif bool(said) == step["nothing"]:
        raise Wrong("%s\nsays %s" % (step["command"], said or "nothing"))


def judge_file(name, text, home):
    if name == "crontab":
        return judge_crontab(text, home)
    path = home.write(name, text)

    def expect(command, good=lambda said: said == ""):
        status, said = home.run(command)
        if status != 0 or not good(said):
            raise Wrong("%s of %s\nexits with %d:\n%s" % (command, name, status, said))

    if name.endswith(".yaml"):
        expect("prompt lint " + path)
    elif name.endswith("config.toml"):
        keys = re.findall(r"^([a-z-]+) =", text, re.M)
        expect("recall --show-config", lambda said: all(re.search(r"%s\t.*config\.toml" % key, said) for key in keys))
    elif name.endswith(".rec"):
        expect("recfix --check " + path)
        expect("recall --check -f " + path)
    elif name.endswith(".service"):
        expect(re.search(r"^ExecStart=(.*)", text, re.M)[1].replace("%h", home.path), lambda said: said != "")
        verify(path, expect)
    elif name.endswith(".timer"):
        if not os.path.exists(path.replace(".timer", ".service")):
            raise Wrong("a timer without a service of its name")
        verify(path, expect)
    elif name.endswith(".gitattributes"):
        expect("git check-attr merge journal.rec", lambda said: said == "journal.rec: merge: stumble\n")
    else:
        raise Wrong("no judge is known for the file " + name)


def verify(path, expect):
    if shutil.which("systemd-analyze"):
        expect("XDG_RUNTIME_DIR=$HOME systemd-analyze verify --user --man=no " + path)


def judge_part(name, text, home):
    path = home.write(name, GIVEN["head.yaml"] + text)
    status, said = home.run("prompt packs --packs " + path)
    if status != 0 or "warning" in said or "\npart\t" not in "\n" + said:
        raise Wrong("%s is not taken as a part of a pack:\n%s" % (name, said))


def judge_crontab(text, home):
    for line in text.splitlines():
        found = re.fullmatch(r"(?:[\d*,/-]+ +){5}(.*>(\S+))", line)
        if not found:
            raise Wrong("no line of a crontab that writes into a file: " + line)
        status, said = home.run(found[1], env=home.plain, cwd=home.path)
        written = os.path.join(home.path, found[2])
        if status != 0 or said or not os.path.getsize(written) or os.stat(written).st_mode & 0o77:
            raise Wrong("%s\nexits with %d, says %r, or wrote nothing, or for others to read" % (found[1], status, said))


def main():
    try:
        for end in pty.openpty():
            os.close(end)
    except OSError:
        print("no pseudo-terminal can be had here; skipped")
        return 77
    ran = failed = 0
    for page in sys.argv[2:] or sorted(glob.glob(os.path.join(ROOT, "man/*.[1-8]"))):
        home = Home(os.path.abspath(sys.argv[1]), with_journal='\n.\\" begins without a journal\n' not in open(page, encoding="utf-8").read())
        try:
            blocks = list(blocks_of(page))
            if not blocks:
                raise Wrong("%s: no example" % page)
        except Wrong as wrong:
            failed, blocks = failed + 1, []
            print("%s\n" % wrong)
        for number, lines in blocks:
            ran += 1
            try:
                note = re.fullmatch(r'\.\\" (file|part of|shown by) (.*)', lines[0])
                kind, name = note.groups() if note else ("commands", "")
                if kind == "file":
                    judge_file(name, "\n".join(lines[1:]) + "\n", home)
                elif kind == "part of":
                    judge_part(name, "\n".join(lines[1:]) + "\n", home)
                else:
                    for step in steps_of(["$ " + name] + lines[1:] if note else lines):
                        run_step(step, home)
            except (Wrong, subprocess.TimeoutExpired) as wrong:
                failed += 1
                print("%s:%d: %s\n" % (page, number, wrong))
        shutil.rmtree(home.path)
    print("%d examples, %d failed" % (ran, failed))
    return 1 if failed or not ran else 0


if __name__ == "__main__":
    sys.exit(main())
