#!/usr/bin/python3
"""Plays a week of somebody's life with the tools, and holds what the screen shows against the transcript.

usage: week_test.py BIN-DIR TRANSCRIPT [--update]

A transcript tells a story in lines that begin at the margin; what is on the screen is indented by two spaces:

    Monday 2026-11-09 21:40         moves the clock; each command takes a minute
      $ log-setback                 a command at a terminal, played in one home for the whole week
      > words                       what is typed; "words^C" ends with a key in place of Enter
      | Setback: words              what is typed in the editor that the command opens
      (exit 130)                    an exit status other than 0
      cron: resilience-report       a command that runs by itself, without a terminal

Everything else that is indented is what the tools show: written by --update, and read by a person before it is committed. The first
Id reads "(Id 1)". No line that a tool shows at the terminal may be wider than the terminal.
"""
import datetime, difflib, os, re, sys, tempfile, unicodedata

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sessions"))
from player import COLUMNS, Player, PlayerError, has_terminals, numbered

HEADING = re.compile(r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (\d{4}-\d\d-\d\d \d\d:\d\d)$")
OFFSET = "-05:00"  # that of the player's zone on every day of these weeks


class Step:
    """A command and what is typed while it runs."""

    def __init__(self, line):
        self.lines, self.typed = [line], []
        self.is_by_itself = line.startswith("cron: ")

    def command(self):
        return "\n".join(self.lines).split(" ", 1)[1]


def steps_of(transcript):
    """Lines of the story as they are, and Steps. A blank line amid what is shown belongs to that."""
    parts, step, blanks = [], None, []
    for line in transcript.splitlines():
        if not line:
            blanks.append(line)
            continue
        shown = line[2:] if line.startswith("  ") else None
        if shown is None:
            parts += blanks + [line]
            step = None
        elif shown.startswith(("$ ", "cron: ")):
            step = Step(shown)
            parts += blanks + [step]
        elif step is None:
            raise PlayerError("expected a command before: " + shown)
        elif step.lines[-1].endswith("\\"):
            step.lines.append(shown)
        elif shown in (">", "|") or shown.startswith(("> ", "| ")):
            step.typed.append(shown[2:] if shown.startswith(">") else shown)
        blanks = []
    return parts


def width(line):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def play(transcript, bin_dir, home):
    player, numbers, now, page = Player(bin_dir, home), {}, None, []
    for part in steps_of(transcript):
        if not isinstance(part, Step):
            heading = HEADING.match(part)
            if heading:
                now = datetime.datetime.strptime(heading.group(2), "%Y-%m-%d %H:%M")
                if now.strftime("%A") != heading.group(1) + "day":
                    raise PlayerError("that day is a %s: %s" % (now.strftime("%A"), part))
            page.append(part)
            continue
        if now is None:
            raise PlayerError("expected a day before: " + part.lines[0])
        clock = now.strftime("%Y-%m-%dT%H:%M:00") + OFFSET
        now += datetime.timedelta(minutes=1)
        try:
            if part.is_by_itself:
                said, status = player.run_by_itself(part.command(), clock)
            else:
                said, status = player.run_at_terminal(part.command(), part.typed, clock)
        except PlayerError as error:
            raise PlayerError("%s\n%s" % (part.lines[0], error))
        lines = numbered(said.replace(home, "~"), numbers).rstrip("\n").splitlines()
        for line in lines:
            if not part.is_by_itself and width(line) > COLUMNS and not line.startswith(("> ", "| ")):
                raise PlayerError("%s\nwider than the terminal: %s" % (part.lines[0], line))
        if status != 0:
            lines.append("(exit %d)" % status)
        page += [("  " + line).rstrip() for line in part.lines + lines]
    return "\n".join(page) + "\n"


def main():
    bin_dir, path = sys.argv[1:3]
    with open(path, encoding="utf-8") as file:
        transcript = file.read()
    if not has_terminals():
        print("no pseudo-terminal can be had here; skipped")
        return 77
    try:
        with tempfile.TemporaryDirectory() as home:
            played = play(transcript, bin_dir, home)
    except PlayerError as error:
        print(error)
        return 1
    if sys.argv[3:] == ["--update"]:
        with open(path, "w", encoding="utf-8") as file:
            file.write(played)
        return 0
    if played == transcript:
        print("the week goes as its transcript says")
        return 0
    sys.stdout.writelines(difflib.unified_diff(transcript.splitlines(True), played.splitlines(True), path, "played"))
    return 1


if __name__ == "__main__":
    sys.exit(main())
