#!/usr/bin/python3
"""Input that is too much, or that means harm: it is passed over or kept as it is, in bounded memory, and nothing of it is ever run.

usage: hostile_test.py BIN [large]

With `large` the line has 10 GB and there are 10 million fields, else 64 MiB (24 where a sanitizer slows it down) and 200,000. Memory is the most that the tool ever held, as the
system counts it; under the address sanitizer, whose own bookkeeping counts too, it is not judged.
"""
import json, os, pty, re, select, subprocess, sys, time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sessions"))
import homes
from homes import case, run_cases

BIN = os.path.abspath(sys.argv[1])
LARGE = sys.argv[2:] == ["large"]
SANITIZED = "ASAN_OPTIONS" in os.environ
MIB = 1 << 20
LINE_BYTES = 10_000_000_000 if LARGE else 24 * MIB if SANITIZED else 64 * MIB
FIELDS = 10_000_000 if LARGE else 200_000
JOURNAL = ".local/share/stumble/journal.rec"


class Home(homes.Home):
    def __init__(self):
        super().__init__(BIN + ":/usr/bin:/bin:/usr/sbin:/sbin")
        self.journal = self.path + "/" + JOURNAL

    def bytes_of_journal(self):
        with open(self.journal, "rb") as file:
            return file.read()

    def fed(self, producer, *command, output=subprocess.PIPE, patience=3000):
        """Runs a command on what a shell's command writes. Gives the exit status, both outputs, and the most memory in MiB."""
        made = subprocess.Popen(["sh", "-c", producer], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        report = self.path + "/memory"
        measuring = [sys.executable, "-c", MEASURE, report] + list(command)
        done = subprocess.run(measuring, env=self.env, cwd=self.path, stdin=made.stdout, stdout=output, stderr=subprocess.PIPE, timeout=patience)
        made.stdout.close()
        made.wait()
        with open(report) as file:
            mebibytes = int(file.read()) // 1024
        os.unlink(report)
        return done.returncode, done.stdout, done.stderr.decode(), mebibytes

    def shown(self, *command, columns="80"):
        """What a terminal gets to see of a command, and its exit status."""
        pid, master = pty.fork()
        if pid == 0:
            os.chdir(self.path)
            os.execvpe(command[0], command, {**self.env, "TERM": "xterm", "PAGER": "cat", "COLUMNS": columns})
        seen = b""
        while select.select([master], [], [], 30)[0]:
            try:
                block = os.read(master, 65536)
            except OSError:
                break
            if not block:
                break
            seen += block
        os.close(master)
        return seen, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


MEASURE = """
import os, resource, subprocess, sys
status = subprocess.call(sys.argv[2:])
open(sys.argv[1], "w").write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(status if status >= 0 else 128 - status)
"""


def is_bounded(what, mebibytes, most):
    print("        %s: %d MiB" % (what, mebibytes))
    assert SANITIZED or mebibytes <= most, "%s took %d MiB, expected at most %d" % (what, mebibytes, most)


def endless(bytes_of, text="x"):
    return "yes '%s' | tr -d '\\n' | head -c %d" % (text * 1000, bytes_of)


@case
def a_line_without_end_is_refused_and_the_journal_stays(home):
    before = home.bytes_of_journal()
    for kind, begin in (("text", ""), ("records", "Setback: "), ("auto", "Setback: ")):
        status, out, said, memory = home.fed("printf '%s'; %s" % (begin, endless(LINE_BYTES)), "log-setback", "--input", kind, "-")
        assert status == 1 and not out, (status, out, said)
        assert "at most 16 MiB" in said and "xxx" not in said, said
        assert home.bytes_of_journal() == before, "the journal changed"
        is_bounded("log-setback --input %s -, of %d MB" % (kind, LINE_BYTES // 10**6), memory, 200)
        if LARGE:
            break
    for command in (("recall", "-"), ("reframe", "--input", "text"), ("resilience-report", "-f", "-")):
        status, out, said, memory = home.fed("printf 'Thought: '; %s; printf '\\n\\nId: 1\\nSetback: the next\\n'" % endless(LINE_BYTES), *command)
        assert "at most 16 MiB" in said and status == 1, (command, status, said)
        if command[0] == "recall":
            assert out == b"Id: 1\nSetback: the next\n", out[:200]
        is_bounded("%s, of %d MB" % (" ".join(command), LINE_BYTES // 10**6), memory, 300)


@case
def more_than_a_person_can_have_written_in_one_option_is_refused(home):
    before = home.bytes_of_journal()
    # No system takes so long an argument, so it comes through an editor.
    home.env["EDITOR"] = home.write("editor", "#!/bin/sh\n(printf 'Setback: '; %s; echo) >\"$1\"\n" % endless(17 * MIB), 0o700)
    done = home.run("log-setback", "-e")
    assert done.returncode == 1 and b"16 MiB" in done.stderr and b"xxx" not in done.stderr, done.stderr
    assert home.bytes_of_journal() == before, "the journal changed"


@case
def many_fields_are_read_in_bounded_memory(home):
    small = "yes 'Tag: x' | head -n %d" % FIELDS
    status, out, said, memory = home.fed(small, "recall", "-", output=subprocess.DEVNULL)
    if FIELDS * 7 > 16 * MIB:
        assert status == 1 and "at most 16 MiB" in said, said
    else:
        assert status == 0 and not said, said
    is_bounded("recall -, of %d fields" % FIELDS, memory, 1200)
    status, out, said, memory = home.fed("yes 'Tag: x\n' | head -n %d" % (2 * FIELDS), "recall", "-", output=subprocess.DEVNULL)
    assert status == 0 and not said, said
    is_bounded("recall -, of %d records" % FIELDS, memory, 64)


@case
def as_many_fields_as_one_record_may_have_are_read(home):
    fields = 16 * MIB // 3 if LARGE else FIELDS
    status, out, said, memory = home.fed("yes 'A:' | head -n %d" % fields, "recall", "-", "--format", "json", output=subprocess.DEVNULL)
    assert status == 0 and not said, said
    is_bounded("recall - --format json, of one record with %d fields" % fields, memory, 3000)


@case
def a_pack_that_nests_deeply_is_refused_where_it_does(home):
    deep = 100_000
    packs = {"flow": "pack: " + "[" * deep, "maps": "{a: " * deep, "lines": "".join(" " * i + "a:\n" for i in range(2000)),
             "aliases": "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join("%s: &%s [%s]\n" % (name, name, ", ".join(["*" + before] * 9))
                                                                         for before, name in zip("abcdefgh", "bcdefghi")),
             "itself": "a: &a [*a]\n", "dashes": "- " * deep, "keys": "? " * deep, "quote": 'pack: "' + "x" * deep}
    for name, text in packs.items():
        path = home.write(name + ".yaml", text)
        began = time.monotonic()
        status, _, said, memory = home.fed("true", "prompt", "lint", path)
        assert status == 1 and path in said + _.decode(), (name, status, said[:300])
        assert len(said) < 20000, "%s: %d bytes of messages" % (name, len(said))
        assert SANITIZED or (memory < 200 and time.monotonic() - began < 10), "%s took %d MiB" % (name, memory)


@case
def json_that_nests_deeply_is_text(home):
    deep = "[" * 200_000
    status, out, said, _ = home.fed("printf '%s' \"$(yes '[' | head -n 200000 | tr -d '\\n')\"", "log-setback", "-")
    assert status == 0 and not said, said
    out = home.run("recall", "@1", "--format", "json").stdout
    assert json.loads(out)["Setback"] == deep
    for name in ("Intensity", "Belief"):  # which are numbers in JSON, where they are
        status, out, said, _ = home.fed("printf '%s: '; yes '[' | head -n 200000 | tr -d '\\n'; echo" % name, "recall", "-", "--format", "json")
        assert status in (0, 1) and (not out or json.loads(out)), (status, said[:300])


# Bytes that steer a terminal, or make a reader see something else than what is there.
STEERING = (b"NUL \0 escape \033[31m\033]0;title\007\033]52;c;aGk=\007\033[6n\033P+q\033\\ bell \007 back \b\b\b CSI-8 \xc2\x9b31m bad \xff\xfe\xc0\x80\xed\xa0\x80 "
            b"bidi \xe2\x80\xae\xe2\x81\xa6\xe2\x81\xa9\xe2\x80\x8f delete \x7f vertical \v\f \xe2\x80\xa8 tag \xf3\xa0\x81\x81 end")
RECORD = (b"Id: 01KAJ6YV3N6Z8V4M2Q1T0R9S7X\nDate: 2026-11-20\nSetback: " + STEERING + b"\nTrigger: " + STEERING + b"\nThought: I always fail " + STEERING +
          b"\nHelped: " + STEERING + b"\nDomain: " + STEERING + b"\n")
# What may stand in what a terminal gets: our own colors, and the ends of lines.
OWN = re.compile(rb"\033\[[0-9;]*[mK]|\r\n")
STEERS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
UNSEEN = re.compile("[\u2028\u2029\ufff9-\ufffb\U000e0000-\U000e007f]")  # separators, annotations and tags: they hide text


def steers(seen):
    text = OWN.sub(b"\n", seen).replace(b"\t", b" ").decode("utf-8", errors="replace")
    found = STEERS.search(text)
    return text[max(0, found.start() - 40):found.end() + 10] if found else ""


@case
def bytes_that_steer_a_terminal_are_kept_as_data(home):
    with open(home.journal, "wb") as journal:
        journal.write(RECORD)
    assert home.run("recall").stdout == RECORD, "recall changed bytes"
    assert home.run("recall", "--only", "Setback", "-0").stdout == STEERING + b"\0", "--only changed bytes"
    # Through a pipe into another journal.
    other = home.path + "/other.rec"
    done = home.run("sh", "-c", 'recall | log-setback -f "$0" -', other)
    with open(other, "rb") as file:
        assert STEERING in file.read(), "log-setback changed bytes"
    done = home.run("recall", "-f", other, "--format", "json")
    json.loads(done.stdout)
    assert not steers(done.stdout.replace(b"\n", b"\r\n")), "JSON has bytes that steer a terminal: %r" % steers(done.stdout)


@case
def no_terminal_is_steered_by_them(home):
    with open(home.journal, "wb") as journal:
        journal.write(RECORD)
    damaged = home.path + "/\033[31mdamaged\u202e.rec"
    with open(damaged, "wb") as file:
        file.write(b"\033[31mnot a field " + STEERING + b"\n\n" + STEERING + b": x\n\nIntensity: \033[31m\n")
    pack = home.write("hostile.yaml", "pack: \"\\e[31m\"\n\"\\e]0;x\\a\": y\n\u202e: z\n")
    commands = [("recall",), ("recall", "--format", "json"), ("recall", "--format", "tsv"), ("recall", "--format", "csv"), ("recall", "--only", "Setback"),
                ("recall", "--check"), ("recall", "--fold"), ("recall", "-f", damaged), ("recall", "-f", home.path + "/\033[31mno such"),
                ("recall", "--\033[31m"), ("recall", "\033]0;x\007"), ("recall", "--since", "\033[31m"), ("recall", "--columns", "\033[31m", "--format", "tsv"),
                ("reframe", "-f", home.journal), ("reframe", "I always fail \033[31m \u202e"), ("resilience-report",),
                ("resilience-report", "--format", "markdown", "--privacy", "full"), ("resilience-report", "--privacy", "full", "--format", "html"),
                ("resilience-report", "--privacy", "full", "--format", "json"), ("resilience-report", "--by", "trigger"),
                ("prompt", "lint", pack), ("prompt", "show", "\033[31m"), ("prompt", "run", "\033[31m"), ("log-setback", "--no-input", "\033[31mred\u202e"),
                ("log-setback", "--no-input", "--set", "\033[31m=x"), ("log-setback", "--no-input", "-t", "\033[31m", "x"),
                ("recall", "--forget", "\033[31m", "--no-input")]
    for command in commands:
        seen, _ = home.shown(*command)
        assert seen or command[1] == "--check", command
        assert not UNSEEN.search(seen.decode("utf-8", errors="replace")), "%r shows what is not seen" % (command,)
        assert not steers(seen), "%r lets through %r" % (command, steers(seen))


if __name__ == "__main__":
    sys.exit(run_cases(Home))
