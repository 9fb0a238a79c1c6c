#!/usr/bin/python3
"""What bash, zsh and fish offer after a command that is not finished.

usage: completions_test.py BIN-DIR

In each shell the options are those of --help-all, the names those that the tools list, and of the journal nothing but Ids and dates.
"""
import os, re, shutil, subprocess, sys, tempfile

BIN = os.path.abspath(sys.argv[1])
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SHARE = ROOT + "/share/completions"
TOOLS = [["log-setback"], ["recall"], ["reframe"], ["resilience-report"], ["prompt"]] + [
    ["prompt", name] for name in ["list", "show", "run", "crisis", "packs", "lint", "try"]]


def output(command, home):
    env = {"PATH": BIN + ":/usr/bin:/bin", "HOME": home, "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "dumb",
           "STUMBLE_JOURNAL": home + "/journal.rec"}
    done = subprocess.run(command, env=env, cwd=home, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.stderr:
        raise AssertionError("%s says %s" % (command, done.stderr.decode()))
    return done.stdout.decode()


# Each gives what the shell offers for the last of the words: {candidate: what is shown beside it}.
def bash(words, home):
    quoted = " ".join("'%s'" % word for word in words)
    script = "source %s/stumble.bash; COMP_WORDS=(%s); COMP_CWORD=%d; _stumble; printf '%%s\\n' \"${COMPREPLY[@]}\"" % (
        SHARE, quoted, len(words) - 1)
    return {line: "" for line in output(["bash", "--norc", "-c", script], home).splitlines() if line}


def fish(words, home):
    script = "source %s/stumble.fish; complete -C '%s'" % (SHARE, " ".join(words))
    return dict((line + "\t").split("\t")[:2] for line in output(["fish", "--no-config", "-c", script], home).splitlines() if line)


def zsh(words, home):
    quoted = " ".join("'%s'" % word for word in words)
    script = """
        compadd() { print -l -- "$@" }
        _describe() { [[ $1 == -V ]] && shift; print -l -- ${(P)2} }
        fpath=(%s); autoload -U _stumble; words=(%s); CURRENT=%d; PREFIX='%s'; _stumble""" % (SHARE, quoted, len(words), words[-1])
    offered = {}
    for line in output(["zsh", "-f", "-c", script], home).splitlines():
        name, _, beside = line.partition(":")
        if name.startswith(words[-1]):
            offered[name] = beside
    return offered


def options_of(tool, home):
    names = re.findall(r"^  (-[^ \[]+)", output([BIN + "/" + tool[0]] + tool[1:] + ["--help-all"], home), re.M)
    return {name for names_of_one in names for name in names_of_one.split(",")}


def expect(what, offered, expected):
    assert set(offered) == set(expected), "%s\nonly offered: %s\nonly expected: %s" % (
        what, sorted(set(offered) - set(expected)), sorted(set(expected) - set(offered)))


def check(shell, home):
    for tool in TOOLS:
        long = {name for name in options_of(tool, home) if name.startswith("--")}
        expect("options of %s" % tool, shell(tool + ["--"], home), long)
    routines = {line.split("\t")[0] for line in output(["prompt", "list", "routines"], home).splitlines()}
    lines = [line.split("\t") for line in output(["prompt", "list"], home).splitlines()]
    themes = {theme for _, theme, _ in lines} - {"routine"}
    expect("routines", shell(["prompt", "run", ""], home), routines)
    expect("ids", shell(["prompt", "show", ""], home), {line[0] for line in lines})
    expect("themes", shell(["prompt", "list", ""], home), themes | {"routines"})
    expect("first words of prompt", shell(["prompt", ""], home), themes | {tool[1] for tool in TOOLS if len(tool) > 1})
    patterns = {line.split("\t")[0] for line in output(["reframe", "--list"], home).splitlines()}
    expect("patterns", shell(["reframe", "--explain", ""], home), patterns)
    expect("formats of the report", shell(["resilience-report", "--format", ""], home), {"text", "markdown", "html", "json"})
    expect("for whom a report is", shell(["resilience-report", "--for", ""], home), {"therapist"})
    expect("privacies", shell(["resilience-report", "--privacy", ""], home), {"counts", "themes", "full"})
    expect("what stands side by side", shell(["resilience-report", "--by", ""], home), {"domain", "trigger", "month"})
    expect("beginnings", shell(["resilience-report", "--since", ""], home), {"start", "last-session"})
    expect("nothing after a flag", shell(["resilience-report", "--explain", ""], home), set())
    expect("formats", shell(["recall", "--format", ""], home), {"rec", "json", "tsv", "csv"})
    expect("spans", shell(["recall", "--last", ""], home), {"week", "month", "quarter", "year"})

    dates = dict(line.split("\t") for line in output(["recall", "--format", "tsv", "--columns", "Id,Date"], home).splitlines()[1:])
    for words in [["recall", ""], ["recall", "--forget", ""], ["log-setback", "--about", ""], ["log-setback", "--edit", ""],
                  ["log-setback", "--undo", ""], ["reframe", "--about", ""], ["prompt", "--for", ""]]:
        offered = shell(words, home)
        assert len(offered) > 20, "%s offers %s" % (words, offered)
        for name, beside in offered.items():
            assert re.fullmatch("@[123]", name) or name in dates, "%s offers %s" % (words, name)
            assert beside in ("", "the last", "the one before", dates.get(name)), "%s shows %s" % (words, beside)
    assert not {name for name in shell(["log-setback", "-t", ""], home)}, "log-setback -t offers somebody's words"


failed = 0
with tempfile.TemporaryDirectory() as home:
    shutil.copy(ROOT + "/share/examples/journal.rec", home)
    os.chmod(home + "/journal.rec", 0o600)
    for shell in (bash, zsh, fish):
        try:
            check(shell, home)
            print("passed  %s" % shell.__name__)
        except AssertionError as wrong:
            failed = 1
            print("FAILED  %s: %s" % (shell.__name__, wrong))
sys.exit(failed)
