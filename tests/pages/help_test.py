#!/usr/bin/python3
"""Holds each tool's --help-all and its page against each other, both ways.

usage: help_test.py BIN-DIR MAN-DIR

The same options, each with or without a value on both sides; the same subcommands of prompt, with the same options; what help
calls repeatable, and the defaults that it names, the page does too. Help fits 80 columns.
"""
import re, subprocess, sys

BIN, MAN = sys.argv[1:3]
complaints, compared = [], 0
SUBCOMMANDS = ["list", "show", "run", "crisis", "packs", "lint", "try"]


def help_of(*command):
    text = subprocess.run([BIN + "/" + command[0], *command[1:], "--help-all"], check=True, stdout=subprocess.PIPE).stdout.decode()
    complaints.extend("%s: wider than 80 columns: %s" % (command[0], line) for line in text.splitlines() if len(line) > 80)
    return text


def options_in_help(text):
    """{"--seed": (takes a value, its default or "", is repeatable)}"""
    options = {}
    for names, value, words in re.findall(r"^  (-\S+?)(?: ([A-Z]\S*))? +(.*(?:\n {10,}\S.*)*)", text, re.M):
        default = re.search(r"\((\d+)\)$", words)
        for name in re.sub(r"\[.*?\]", "", names).split(","):
            options[name] = (bool(value), default[1] if default else "", "(repeatable" in words)
    return options


def options_in_page(section):
    """The same, from the items of a section."""
    options = {}
    for head, words in re.findall(r"^\.It (Fl .*)\n((?:(?!\.It |\.El).*\n)*)", section, re.M):
        default = re.search(r"default is\s+(?:\.Cm )?(\w+)", words) or re.search(r"\.Cm (\w+) ?,\nthe default", words)
        for part in head.split(" , "):
            name = re.sub(r"^Fl ", "", part).split()[0]
            optional = " Oo " in part
            repeatable = re.search(r"May\s+be\s+repeated", words)
            options["-" + name] = (" Ar " in part and not optional, default[1] if default else "", bool(repeatable))
    return options


def section(page, name):
    return re.search(r"^\.Sh %s\n(.*?)(?=^\.Sh )" % name, page, re.M | re.S)[1]


def compare(where, helped, paged):
    global compared
    for name in sorted(set(helped) | set(paged)):
        compared += 1
        if name not in paged:
            complaints.append("%s: %s is not in the page" % (where, name))
        elif name not in helped:
            complaints.append("%s: %s is in the page alone" % (where, name))
        elif helped[name][0] != paged[name][0]:
            complaints.append("%s: %s takes a value on one side alone" % (where, name))
        elif helped[name][1] and helped[name][1] != paged[name][1]:
            complaints.append("%s: %s is %s by default, and %s in the page" % (where, name, helped[name][1], paged[name][1] or "none"))
        elif helped[name][2] != paged[name][2]:
            complaints.append("%s: %s is repeatable on one side alone" % (where, name))


def subcommands_of(heading):
    """Those that a heading of the page's option lists names: "With prompt alone, run and try:"; "" is prompt alone."""
    named = [name for name in SUBCOMMANDS if re.search(r"^\.Cm %s\b" % name, heading, re.M)]
    if "everything but" in heading:
        return [name for name in [""] + SUBCOMMANDS if name not in named]
    if "With everything" in heading:
        return [""] + SUBCOMMANDS
    return named + ([""] if re.search(r"^\.Nm\n?alone", heading, re.M) else [])


for tool in ["log-setback", "recall", "reframe", "resilience-report"]:
    page = open("%s/%s.1" % (MAN, tool), encoding="utf-8").read()
    compare(tool, options_in_help(help_of(tool)), options_in_page(section(page, "OPTIONS")))

page = open(MAN + "/prompt.1", encoding="utf-8").read()
paged = {name: {} for name in [""] + SUBCOMMANDS}
lists = re.findall(r"((?:^(?!\.Bl)[^\n]*\n)+)^(\.Bl.*?^\.El\n)", section(page, "OPTIONS"), re.M | re.S)
for heading, items in lists:
    for name in subcommands_of(heading):
        paged[name].update(options_in_page(items))
for name in [""] + SUBCOMMANDS:
    compare(("prompt " + name).strip(), options_in_help(help_of("prompt", *([name] if name else []))), paged[name])

named_by_help = re.search(r"Also: prompt (.*)\.", help_of("prompt"))[1]
in_help = sorted(re.findall(r"\b[a-z]+\b", named_by_help))
in_page = sorted(set(re.findall(r"^\.It Nm Cm ([a-z]+)", page, re.M)))
if in_help != sorted(SUBCOMMANDS) or in_page != sorted(SUBCOMMANDS):
    complaints.append("prompt: subcommands: %s in help, %s in the page" % (in_help, in_page))

for complaint in complaints:
    print(complaint)
print("%d options compared, %d complaints" % (compared, len(complaints)))
sys.exit(1 if complaints or compared < 100 else 0)
