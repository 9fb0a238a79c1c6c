"""Cases that each run in a home of their own, thrown away at the end.

A test decorates each case with @case, and ends with sys.exit(run_cases(Home)), where Home is a kind of the one here. A case's name says what
holds; one that returns a text was skipped, and the text says why.
"""
import os, shutil, subprocess, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NOW = "2026-11-20T21:30:00-05:00"

_CASES = []


def case(function):
    _CASES.append(function)
    return function


class Home:
    """A home with the sample journal, at a fixed time in a fixed zone."""

    def __init__(self, path="/usr/bin:/bin"):
        self.path = tempfile.mkdtemp()
        self.env = {"HOME": self.path, "PATH": path, "LC_ALL": "C.UTF-8", "TZ": "EST5EDT,M3.2.0,M11.1.0", "STUMBLE_NOW": NOW}
        if "ASAN_OPTIONS" in os.environ:
            self.env["ASAN_OPTIONS"] = os.environ["ASAN_OPTIONS"]
        with open(ROOT + "/share/examples/journal.rec", encoding="utf-8") as journal:
            self.write(".local/share/stumble/journal.rec", journal.read())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path)

    def write(self, name, text, mode=0o600):
        path = os.path.join(self.path, name)
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(path, mode)
        return path

    def run(self, *command, **how):
        how = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 60, "cwd": self.path, **how}
        if "input" not in how:
            how.setdefault("stdin", subprocess.DEVNULL)
        return subprocess.run(command, env=self.env, **how)


class NewHome(Home):
    """A home without a journal yet, on the machine's own clock."""

    def __init__(self, path="/usr/bin:/bin"):
        super().__init__(path)
        del self.env["STUMBLE_NOW"]
        self.journal = self.path + "/.local/share/stumble/journal.rec"
        os.unlink(self.journal)


def run_cases(home_of_case):
    """Runs all cases; 1 if one failed, else 0."""
    failed = 0
    for run in _CASES:
        name = run.__name__.replace("_", " ")
        with home_of_case() as home:
            try:
                skipped = run(home)
                print("%s: %s" % (name, skipped) if skipped else "passed  " + name)
            except AssertionError as wrong:
                failed = 1
                print("FAILED  %s: %s" % (name, wrong))
    return failed
