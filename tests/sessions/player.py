"""Player: runs commands as a person types them, in a home of its own, and gives back what the screen shows.

A command stands at a pseudo-terminal of 80 columns, or without a terminal, as cron runs it. Each gets a clock (STUMBLE_NOW), so
that days can pass. What is typed is given beforehand, a line for each time that "> " comes:

    words      typed, and Enter
    words^C    typed, and Ctrl-C in place of Enter; ^D likewise
    | words    in an editor (nano) that the command opens: see typed_editor.py

What is shown has the typed words in it, where the terminal echoes them. All waits are bounded.
"""
import errno, fcntl, os, pty, re, select, shlex, signal, struct, subprocess, sys, termios, time

PATIENCE = 20  # seconds for one command
COLUMNS = 80
ID = re.compile(r"\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b")
KEYS = {"^C": "\x03", "^D": "\x04"}


class PlayerError(Exception):
    """What kept a command from being played to its end."""


def has_terminals():
    try:
        for end in pty.openpty():
            os.close(end)
        return True
    except OSError:
        return False


def numbered(text, numbers):
    """The text with "(Id 1)" for the first Id that came up in `numbers`, and so on: Ids are made by chance."""
    return ID.sub(lambda found: "(Id %d)" % numbers.setdefault(found.group(0), len(numbers) + 1), text)


class Player:
    def __init__(self, bin_dir, home):
        self.home = home
        tools = os.path.join(home, ".player")
        os.mkdir(tools)
        self.editor_lines = os.path.join(tools, "typed")
        editor = os.path.join(os.path.dirname(os.path.abspath(__file__)), "typed_editor.py")
        with open(os.path.join(tools, "nano"), "w") as script:
            script.write("#!/bin/sh\nexec %s %s %s \"$@\"\n" % tuple(map(shlex.quote, (sys.executable, editor, self.editor_lines))))
        os.chmod(os.path.join(tools, "nano"), 0o700)
        self.cron = {"PATH": "%s:%s:/usr/bin:/bin" % (tools, os.path.abspath(bin_dir)), "HOME": home, "SHELL": "/bin/sh",
                     "TZ": "EST5EDT,M3.2.0,M11.1.0"}
        # A plain terminal, so that no escape sequences come between the words; tests/terminal has the others.
        self.env = {**self.cron, "LC_ALL": "C.UTF-8", "TERM": "dumb", "EDITOR": "nano"}
        if "ASAN_OPTIONS" in os.environ:
            self.env["ASAN_OPTIONS"] = self.cron["ASAN_OPTIONS"] = os.environ["ASAN_OPTIONS"]

    def run_by_itself(self, command, now):
        """Without a terminal; gives what it says and its exit status. cron would mail both streams."""
        done = subprocess.run(["sh", "-c", command], env={**self.cron, "STUMBLE_NOW": now}, cwd=self.home,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=PATIENCE)
        return done.stdout.decode(), done.returncode

    def run_at_terminal(self, command, typed, now):
        """At a terminal; gives what the screen shows and the exit status."""
        answers = [line for line in typed if not line.startswith("|")]
        with open(self.editor_lines, "w", encoding="utf-8") as lines:
            lines.writelines(line[2:] + "\n" for line in typed if line.startswith("|"))
        pid, master = pty.fork()
        if pid == 0:
            self._become(command, {**self.env, "STUMBLE_NOW": now})
        try:
            shown = self._converse(master, answers)
        except PlayerError:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            raise
        finally:
            os.close(master)
        _, status = os.waitpid(pid, 0)
        return shown, os.waitstatus_to_exitcode(status)

    def _become(self, command, env):
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
        os.chdir(self.home)
        for by_key in (signal.SIGINT, signal.SIGQUIT):  # ignored where the tests run in the background of a shell
            signal.signal(by_key, signal.SIG_DFL)
        one_program = not re.search("[|;&]", command)  # else the shell is there too, and answers Ctrl-C in its own way
        os.execvpe("sh", ["sh", "-c", ("exec " if one_program else "") + command], env)

    def _converse(self, master, answers):
        screen, asked_from, left = b"", 0, list(answers)
        deadline = time.time() + PATIENCE
        while block := self._read(master, screen, deadline):
            screen += block
            if not screen[asked_from:].endswith(b"> ") or not (b"\n" + screen).endswith(b"\n> "):
                continue
            if not left:
                raise PlayerError("it still asks, and no more answers are there:\n" + self._text(screen))
            answer = left.pop(0)
            key = answer[-2:] if answer[-2:] in KEYS else ""
            os.write(master, (answer[:len(answer) - len(key)] + KEYS.get(key, "\n")).encode())
            if key == "^D":
                screen += b"^D"  # the one key that a terminal does not show
            asked_from = len(screen)
        if left:
            raise PlayerError("it did not ask for %d of the answers:\n%s" % (len(left), self._text(screen)))
        return self._text(screen)

    def _read(self, master, screen, deadline):
        ready, _, _ = select.select([master], [], [], max(0, deadline - time.time()))
        if not ready:
            raise PlayerError("it did not end within %d seconds:\n%s" % (PATIENCE, self._text(screen)))
        try:
            return os.read(master, 65536)
        except OSError as error:
            if error.errno == errno.EIO:  # nobody has the terminal open any more
                return b""
            raise

    @staticmethod
    def _text(screen):
        text = screen.decode(errors="replace").replace("\r\n", "\n")
        return re.sub(r"(?m)^> +$", ">", text)
