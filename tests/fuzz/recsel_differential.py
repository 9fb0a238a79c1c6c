#!/usr/bin/python3
"""Random record texts, read by recsel and by us: whoever of the two reads them, reads the same fields.

usage: recsel_differential.py BIN [SECONDS [SEED]]

The texts are mutations of the sample journal and of small seeds; 8 seconds of them if not said, from a fixed seed. What recsel refuses as a
whole, we may pass over in part. Where it reads something, we read the same names and values in the same order. Left out is what the two are
known to read in different ways: tests/record/recutils_test.cc and KNOWN below say what and why. Where recsel is missing, all is skipped (77).
"""
import json, os, random, re, shutil, subprocess, sys, time

BIN = os.path.abspath(sys.argv[1])
SECONDS = float(sys.argv[2]) if len(sys.argv) > 2 else 8
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 1
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ENV = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": "/nonexistent", "STUMBLE_NOW": "2026-11-20T12:00:00Z"}
if "ASAN_OPTIONS" in os.environ:
    ENV["ASAN_OPTIONS"] = os.environ["ASAN_OPTIONS"]
ONCE = {"Id", "Date", "Setback", "About", "Domain", "Intensity", "Belief", "Recovered", "Safety", "Private"}

SEEDS = [
    "A: 1\n", "A: 1\nB: 2\n\nA: 3\n", "# c\nA: 1\n# d\nB: 2\n\n# e\n\nA: 3\n", "A: one\n+ two\n+\n+   four\n", "A: a \\\nb\n", "A: a\\\nb\\\n\nB: c\n",
    "A:\n", "A:\n\nB:\n", "A:1\n+2\n", "A:\t1\n+\t2\n", "A: 1\n+ # no comment\n", "A: + 1\n", "A_b9: : :\n", "\n\n\nA: 1\n\n\n\nB: 2", "A: ä日😀\n+ é\n",
    "A: 1\n#\n+ 2\n", "Thought: I\nPattern: p\nThought: you\nIntensity: 7\nBelief: 80\n", "A: \\\nB: 2\n", "A: x\\\n+ y\n",
]
PIECES = ["\n", "\n\n", "+ ", "+", "# ", "#", "\\\n", "\\", ": ", ":", "A: x\n", "B:y\n", " ", "\t", "  ", "_", "9", "ä", "a" * 300, "\n+ \n", "Intensity: 5\n", "-", "\v"]


def without_known(text):
    """KNOWN: the two differ in these, and so no text has them.

    A NUL ends a value for recsel, and a byte 0xff its file; CRLF, a byte order mark and a line of blanks alone are read by us as people mean
    them; blanks before a record's first field, which we name as an error, are passed over by recsel; a descriptor makes recsel show one type
    of records only; of two identical entries with an Id recall gives one.
    """
    text = text.replace("\0", "").replace("\r", "").replace("\ufeff", "")
    text = re.sub(r"(?m)^[ \t]+$", "", text)
    lines, at_beginning = [], True
    for line in text.split("\n"):
        lines.append(line.lstrip(" \t") if at_beginning else line)
        at_beginning = not lines[-1] or (at_beginning and lines[-1].startswith("#"))
    text = "\n".join(lines)
    text = re.sub(r"(?m)^(%|Id)", "I", text)
    return text


def mutated(text, chance):
    for _ in range(chance.choice((1, 1, 2, 3, 5, 9))):
        at = chance.randint(0, len(text))
        end = min(len(text), at + chance.choice((0, 0, 1, 1, 2, 5, 40)))
        kind = chance.randint(0, 4)
        if kind == 0:
            put = ""
        elif kind == 1:
            put = text[at:end] * 2
        elif kind == 2:
            begin = chance.randint(0, len(text))
            put = text[begin:begin + chance.randint(1, 60)]
        else:
            put = chance.choice(PIECES)
        text = text[:at] + put + text[end:]
    return text


def run(*command, text):
    done = subprocess.run(command, env=ENV, input=text, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=20)
    return done.returncode, done.stdout, done.stderr


def by_name(fields):
    values = {}
    for name, value in fields:
        values.setdefault(name, []).append(re.sub("\ufffd+", "\ufffd", value.decode(errors="replace")))
    return values


def as_recsel_says(out):
    """The records that recsel prints: it joins no lines, and begins those that go on with '+ '."""
    records, fields = [], []
    for line in out.split(b"\n") + [b""]:
        if not line:
            if fields:
                records.append(by_name(fields))
            fields = []
        elif line.startswith(b"+"):
            name, value = fields[-1]
            fields[-1] = (name, value + b"\n" + line[2:])
        else:
            name, _, value = line.partition(b":")
            fields.append((name.decode(), value[1:]))
    return records


def as_we_say(out):
    records = []
    for line in out.decode().split("\n"):
        if not line:
            continue
        record = json.loads(line)
        if isinstance(record.get("Thoughts"), list):
            del record["Thoughts"]
        records.append({name: value if isinstance(value, list) else [value] for name, value in record.items()})
    return records


def same_value(theirs, ours):
    if isinstance(ours, str):
        return theirs == re.sub("\ufffd+", "\ufffd", ours)
    try:
        return float(theirs) == ours
    except ValueError:
        return False


def same_record(theirs, ours):
    if set(theirs) != set(ours):
        return False
    return all(len(ours[name]) == (1 if name in ONCE else len(values)) and all(map(same_value, values, ours[name])) for name, values in theirs.items())


def main():
    if shutil.which("recsel") is None:
        print("skipped: recsel is not installed")
        return 77
    chance = random.Random(SEED)
    with open(ROOT + "/share/examples/journal.rec", encoding="utf-8") as file:
        paragraphs = file.read().split("\n\n")
    counts = {"read by both alike": 0, "refused by both": 0, "refused by recsel alone": 0, "refused by us alone": 0, "read differently": 0}
    shown = 0
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if chance.random() < 0.3:
            begin = chance.randrange(len(paragraphs))
            seed = "\n\n".join(paragraphs[begin:begin + chance.randint(1, 4)]) + "\n"
        else:
            seed = chance.choice(SEEDS) + (chance.choice(("", "\n", "\n\n")) + chance.choice(SEEDS) if chance.random() < 0.4 else "")
        text = without_known(mutated(seed, chance)).encode()
        if chance.random() < 0.1 and text:  # bytes that are no UTF-8
            at = chance.randrange(len(text))
            text = text[:at] + bytes([chance.choice((0x80, 0xc3, 0xfe, 0xe2))]) + text[at:]
        status, out, said = run("recsel", text=text)
        our_status, our_out, our_said = run(BIN + "/recall", "-", "--format", "json", text=text)
        assert our_status in (0, 1), (text, our_status, our_said)
        passed_over = b"could not read this entry" in our_said  # else a value is not what its name promises, which recsel does not ask
        if status != 0 or said:
            kind = "refused by both" if passed_over else "refused by recsel alone"
        elif passed_over:
            kind = "refused by us alone"
        else:
            theirs, ours = as_recsel_says(out), as_we_say(our_out)
            alike = len(theirs) == len(ours) and all(map(same_record, theirs, ours))
            kind = "read by both alike" if alike else "read differently"
        counts[kind] += 1
        if kind in ("refused by us alone", "read differently") and shown < 10:
            shown += 1
            print("%s: %r\n  recsel: %r\n  we:     %r %r" % (kind, text, out, our_out, our_said))
    print(", ".join("%d %s" % (count, kind) for kind, count in counts.items()))
    return 1 if counts["refused by us alone"] or counts["read differently"] or not counts["read by both alike"] else 0


if __name__ == "__main__":
    sys.exit(main())
