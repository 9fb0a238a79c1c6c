#!/usr/bin/python3
"""Words and names that would be commands elsewhere: no shell, spreadsheet or other program ever gets them as such.

usage: injection_test.py BIN

tests/report has what reports make of hostile words (HTML, Markdown, mail), with the readers of those formats as judges; here are tables for
spreadsheets, completions of shells, the programs that the tools start, and the files that the words lie in meanwhile.
"""
import csv, io, os, pty, re, select, shutil, sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sessions"))
import homes
from homes import ROOT, case, run_cases

BIN = os.path.abspath(sys.argv[1])
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://example.org\";\"x\")", "\r=1"]
WORDS = "heron at the window"


class Home(homes.Home):
    def __init__(self):
        super().__init__(BIN + ":/usr/bin:/bin")
        self.journal = self.path + "/.local/share/stumble/journal.rec"

    def records(self, values):
        return "\n".join("Id: %d\nSetback: %s\nTrigger: %s\n" % (i, value, value) for i, value in enumerate(values))

    def started(self, *command, at_terminal=False):
        """What is started by a command with which arguments and which environment, itself left out."""
        trace = self.path + "/trace"
        traced = ("strace", "-f", "-qq", "-v", "-s", "100000", "-e", "trace=execve", "-e", "signal=none", "-o", trace) + command
        if at_terminal:
            pid, master = pty.fork()
            if pid == 0:
                os.chdir(self.path)
                os.execvpe(traced[0], traced, {**self.env, "TERM": "xterm"})
            while select.select([master], [], [], 30)[0]:
                try:
                    if not os.read(master, 65536):
                        break
                except OSError:
                    break
            os.close(master)
            status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            complaint = b""
        else:
            done = self.run(*traced)
            status, complaint = done.returncode, done.stderr
        assert status == 0, "%s ended with %d: %s" % (command, status, complaint)
        with open(trace, errors="replace") as file:
            lines = [line for line in file if "execve(" in line]
        return lines[1:]


@case
def no_cell_of_a_safe_table_begins_a_formula(home):
    path = home.write("formulas.rec", home.records(FORMULAS[:-1]) + "\nId: \nSetback: x\r=1+1\r+2\n")
    for form, dialect in (("csv", {}), ("tsv", {"delimiter": "\t", "quoting": csv.QUOTE_NONE})):
        done = home.run("recall", "-f", path, "--format", form, "--csv-safe", "--columns", "Setback,Trigger,Id")
        assert done.returncode == 0, done.stderr
        rows = list(csv.reader(io.StringIO(done.stdout.decode(), newline=""), **dialect))
        assert len(rows) == len(FORMULAS) + 1, "%s: %d lines" % (form, len(rows))
        for row in rows:
            assert len(row) == 3, "%s: a cell broke its line: %r" % (form, row)
            for cell in row:
                assert not re.match(r"[=+@\t\r\n-]", cell), "%s: a formula: %r" % (form, cell)
    # A table that is to be read back has the values as they are.
    plain = home.run("recall", "-f", path, "--format", "csv", "--columns", "Setback").stdout.decode()
    cells = [row[0] for row in csv.reader(io.StringIO(plain, newline=""))][1:]
    assert cells[:6] == FORMULAS[:6], cells


HOSTILE = ["$(touch RAN)", "`touch RAN`", "';touch RAN;'", "\";touch RAN;\"", "$'x';touch RAN", "a;touch RAN", "*", "~", "{a,b}", "-x", "(touch RAN)", ":", "\\"]
SHELLS = {
    "bash": ["bash", "--norc", "-c", """source SHARE/stumble.bash
        for before in --about --edit --forget --for @1; do
          COMP_WORDS=(recall $before ''); COMP_CWORD=2; _stumble; printf '%s\\n' "${COMPREPLY[@]}"
        done
        COMP_WORDS=(prompt run ''); COMP_CWORD=2; _stumble; printf '%s\\n' "${COMPREPLY[@]}"
        COMP_WORDS=(reframe --explain ''); COMP_CWORD=2; _stumble; printf '%s\\n' "${COMPREPLY[@]}"
        COMP_WORDS=(recall --about '$(touch RAN)'); COMP_CWORD=2; _stumble"""],
    "fish": ["fish", "--no-config", "-c", "source SHARE/stumble.fish; complete -C 'recall --about '; complete -C 'recall '; complete -C 'prompt run '"],
    "zsh": ["zsh", "-f", "-c", """
        compadd() { print -l -- "$@" }
        _describe() { [[ $1 == -V ]] && shift; print -l -- ${(P)2} }
        fpath=(SHARE); autoload -U _stumble
        for before in --about --edit; do words=(recall $before ''); CURRENT=3; PREFIX=''; _stumble; done
        words=(prompt run ''); CURRENT=3; _stumble"""],
}


@case
def no_shell_runs_what_it_completes(home):
    home.write(".local/share/stumble/journal.rec", "\n".join(
        "Id: %s\nDate: 2026-11-20\nSetback: %s\nTrigger: %s\n" % (text, text, text) for text in HOSTILE))
    # Names in a pack are held to letters, digits and hyphens, so that of one with others nothing is offered.
    home.write("packs/hostile.yaml", "pack: $(touch RAN)\nversion: 1\ntitle: $(touch RAN)\nlanguage: en\nlicense: x\nsources: [x]\n"
               "routines:\n  - id: $(touch RAN)\n    title: x\n    steps: []\n")
    home.env["STUMBLE_PACKS"] = home.path + "/packs"
    tried = 0
    for shell, command in SHELLS.items():
        if shutil.which(shell) is None:
            continue
        tried += 1
        done = home.run(*[word.replace("SHARE", ROOT + "/share/completions") for word in command])
        left = [name for _, _, names in os.walk(home.path) for name in names if name == "RAN"]
        assert not left, "%s ran what stands in a journal or pack" % shell
        assert b"@1" in done.stdout, "%s: %s" % (shell, done.stdout + done.stderr)
        assert b"thought-record" in done.stdout or shell == "fish", "%s offers no routine: %s" % (shell, done.stderr)
    return "" if tried else "skipped: no shell is installed"


def cannot_trace(home):
    if shutil.which("strace") is None or home.run("strace", "-qq", "-o", "/dev/null", "true").returncode != 0:
        return "skipped: expected strace, and to be allowed to trace"


def is_told_nothing(lines, by):
    assert lines, "%s started no program" % (by,)
    for line in lines:
        assert WORDS not in line and "heron" not in line, "%s hands the words on: %s" % (by, line[:300])


@case
def no_program_gets_the_words_as_arguments_or_in_its_environment(home):
    if skipped := cannot_trace(home):
        return skipped
    home.env["EDITOR"] = home.write("my editor", "#!/bin/sh\nsed -i 's/window/& pane/' \"$1\"\n", 0o700).replace(" ", "\\ ")
    is_told_nothing(home.started("log-setback", "-e", WORDS), "log-setback -e")
    is_told_nothing(home.started("log-setback", "--edit", "@1"), "log-setback --edit")
    assert home.run("recall", "@1", "--only", "Setback").stdout.decode().startswith(WORDS + " pane")
    home.env["PAGER"] = "cat -u"
    for command in (("recall",), ("recall", "--only", "Setback")):
        is_told_nothing(home.started(*command, at_terminal=True), command)


@case
def age_does_not_get_the_words_as_arguments(home):
    if skipped := cannot_trace(home):
        return skipped
    if shutil.which("age-keygen") is None:
        return "skipped: age is not installed"
    assert home.run("log-setback", "--no-input", WORDS).returncode == 0
    home.run("age-keygen", "-o", "key")
    recipient = home.run("age-keygen", "-y", "key", text=True).stdout.strip()
    home.env["EDITOR"] = home.write("editor", "#!/bin/sh\nsed -i 's/window/& pane/' \"$1\"\n", 0o700)
    home.env["STUMBLE_IDENTITY"] = home.path + "/key"
    for command in (("recall", "--encrypt", "-r", recipient, "--no-input"), ("log-setback", "--edit", "@1"), ("recall",), ("recall", "--compact"),
                    ("recall", "--decrypt", "--no-input")):
        is_told_nothing(home.started(*command), command)
    # Appending needs the words as arguments of the tool, and of nothing else.
    home.run("recall", "--encrypt", "-r", recipient, "--no-input")
    is_told_nothing(home.started("log-setback", "--no-input", WORDS), "log-setback")


@case
def what_an_editor_opens_is_private_and_gone_afterwards(home):
    seen = home.path + "/seen"
    home.env["EDITOR"] = home.write("editor", "#!/bin/sh\nstat -c '%%a %%n' \"$1\" \"${1%%/*}\" >>'%s'\n" % seen, 0o700)
    os.umask(0)
    try:
        for command in (("log-setback", "-e", WORDS), ("log-setback", "--edit", "@1"), ("log-setback", "-e")):
            done = home.run(*command)
            assert done.returncode == 0, done.stderr
    finally:
        os.umask(0o022)
    with open(seen) as file:
        lines = [line.rstrip("\n").split(" ", 1) for line in file]
    assert len(lines) == 6, lines
    for mode, path in lines:
        assert mode == ("600" if path.endswith(".rec") else "700"), "%s has mode %s" % (path, mode)
        assert not path.endswith(".rec") or not os.path.exists(path), "%s was left" % path
    state = home.path + "/.local/state/stumble"
    assert os.listdir(state) == [], os.listdir(state)


@case
def an_editor_is_named_with_arguments_and_blanks_as_git_takes_it_and_no_shell_runs_it(home):
    home.write("my tools/ed it", "#!/bin/sh\nprintf '%s\\n' \"$#\" \"$1\" >'" + home.path + "/arguments'\n", 0o700)
    for command, count, first in (('"$HOME/my tools/ed it" --wait', "2", "--wait"), ("~/my\\ tools/ed\\ it", "1", None),
                                  ("'" + home.path + "/my tools/ed it' 'two words' -n", "3", "two words")):
        home.env["EDITOR"] = command
        done = home.run("log-setback", "-e", WORDS)
        assert done.returncode == 0, done.stderr
        with open(home.path + "/arguments") as file:
            lines = file.read().split("\n")
        assert lines[0] == count and first in (None, lines[1]), (command, lines)
    for command in ("true; touch RAN", "$(touch RAN)", "`touch RAN`", "true && touch RAN", "true | touch RAN", "true >RAN"):
        home.env["EDITOR"] = command
        done = home.run("log-setback", "-e", WORDS)
        assert done.returncode == 2 and WORDS.encode() not in done.stderr, (command, done.stderr)
        assert not os.path.exists(home.path + "/RAN"), "a shell ran %s" % command


if __name__ == "__main__":
    sys.exit(run_cases(Home))
