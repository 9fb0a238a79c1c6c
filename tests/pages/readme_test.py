#!/usr/bin/python3
"""Runs the session of README.md and holds what it shows against what happens.

usage: readme_test.py BIN-DIR README [--update]

Each `$ command` of the console block runs in order, on an empty journal at a fixed time, at a pseudo-terminal if answers ("> ")
follow it. Ids are compared by their place, not by their letters.
"""
import difflib, os, re, sys, tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sessions"))
from player import Player, PlayerError, has_terminals, numbered

NOW = "2026-11-20T21:30:00-05:00"


def session_of(readme):
    block = re.search(r"```console\n(.*?)```\n", readme, re.S).group(1)
    steps = []
    for line in block.splitlines():
        if line.startswith("$ "):
            steps.append((line[2:], []))
        else:
            steps[-1][1].append(line)
    return block, steps


def play(steps, bin_dir):
    played = ""
    with tempfile.TemporaryDirectory() as home:
        player = Player(bin_dir, home)
        for command, lines in steps:
            typed = [line[2:] for line in lines if line.startswith(">")]
            said, _ = player.run_at_terminal(command, typed, NOW) if typed else player.run_by_itself(command, NOW)
            played += "$ " + command + "\n" + said
    return played


def main():
    bin_dir, path = sys.argv[1:3]
    with open(path, encoding="utf-8") as file:
        readme = file.read()
    block, steps = session_of(readme)
    if not has_terminals():
        print("no pseudo-terminal can be had here; skipped")
        return 77
    try:
        played = play(steps, bin_dir)
    except PlayerError as error:
        print(error)
        return 1
    if sys.argv[3:] == ["--update"]:
        with open(path, "w", encoding="utf-8") as file:
            file.write(readme.replace(block, played))
        return 0
    expected, actual = numbered(block, {}), numbered(played, {})
    if expected == actual:
        print("the session of README.md is as it shows it")
        return 0
    sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), actual.splitlines(True), "README", "played"))
    return 1


if __name__ == "__main__":
    sys.exit(main())
