#!/usr/bin/python3
"""Runs the session of README.md and holds what it shows against what happens.

usage: readme_test.py BIN-DIR README [--update]

Each `$ command` of the console block runs in order, on an empty journal at a fixed time, at a pseudo-terminal if answers ("> ")
follow it. Ids are compared by their place, not by their letters.
"""
import os, pty, re, select, subprocess, sys, tempfile, time

ID = re.compile(r"\b01M7XZ0V20[0-9A-Z]{16}\b")


def run_plain(command, env, cwd):
    done = subprocess.run(["sh", "-c", command], env=env, cwd=cwd, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
    return done.stdout.decode()


def run_at_terminal(command, answers, env, cwd):
    pid, master = pty.fork()
    if pid == 0:
        os.chdir(cwd)
        os.execvpe("sh", ["sh", "-c", command], env)
    seen, answered, deadline = "", 0, time.time() + 20
    while time.time() < deadline:
        ready, _, _ = select.select([master], [], [], 1)
        if ready:
            try:
                block = os.read(master, 4096)
            except OSError:
                block = b""
            if not block:
                break
            seen += block.decode()
        if seen.endswith("> ") and answered < len(answers):
            os.write(master, (answers[answered] + "\n").encode())
            answered += 1
    os.close(master)  # whoever still asks is hung up on
    os.waitpid(pid, 0)
    return seen.replace("\r\n", "\n")


def session_of(readme):
    block = re.search(r"```console\n(.*?)```\n", readme, re.S).group(1)
    steps = []
    for line in block.splitlines():
        if line.startswith("$ "):
            steps.append((line[2:], []))
        else:
            steps[-1][1].append(line)
    return block, steps


def numbered(text, names):
    return ID.sub(lambda found: "ID%d" % names.setdefault(found.group(0), len(names)), text)


def main():
    bin_dir, path = os.path.abspath(sys.argv[1]), sys.argv[2]
    readme = open(path, encoding="utf-8").read()
    block, steps = session_of(readme)
    try:
        for end in pty.openpty():
            os.close(end)
    except OSError:
        print("no pseudo-terminal can be had here; skipped")
        return 77
    shown, played = "", ""
    with tempfile.TemporaryDirectory() as home:
        env = {"PATH": bin_dir + ":" + os.environ["PATH"], "HOME": home, "LC_ALL": "C.UTF-8", "TERM": "dumb",
               "TZ": "EST5EDT,M3.2.0,M11.1.0", "STUMBLE_NOW": "2026-11-20T21:30:00-05:00"}
        for command, lines in steps:
            answers = [line[1:].strip() for line in lines if line.startswith(">")]
            said = run_at_terminal(command, answers, env, home) if answers else run_plain(command, env, home)
            said = re.sub(r"> *\n", ">\n", said)
            shown += "$ " + command + "\n" + "".join(line + "\n" for line in lines)
            played += "$ " + command + "\n" + said
    if sys.argv[3:] == ["--update"]:
        open(path, "w", encoding="utf-8").write(readme.replace(block, played))
        return 0
    expected, actual = numbered(shown, {}), numbered(played, {})
    if expected == actual:
        print("the session of README.md is as it shows it")
        return 0
    import difflib
    sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), actual.splitlines(True), "README", "played"))
    return 1


if __name__ == "__main__":
    sys.exit(main())
