#!/usr/bin/python3
"""No tool opens a connection, whatever it is asked to do, and none is linked with a library that would.

usage: network_test.py BIN [pipelines]

strace shows every call of a tool, and of what it starts, that has to do with the network: there is none, but for the sockets of this machine
alone (AF_UNIX) by which the C library may look up a user's name. With `pipelines`, those of tests/pipelines are looked at too. Where strace is missing, that part is skipped.
"""
import os, re, shutil, subprocess, sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sessions"))
import homes
from homes import ROOT, case, run_cases

BIN = os.path.abspath(sys.argv[1])
PIPELINES = sys.argv[2:] == ["pipelines"]
TOOLS = ("log-setback", "recall", "reframe", "prompt", "resilience-report")
# What the tools may be linked with. Whatever is added here, look first that it opens no connection.
LIBRARIES = re.compile(r"(libc|libm|libstdc\+\+|libgcc_s|libpthread|ld-linux[-\w]*|linux-vdso|libasan|libubsan|libyaml-cpp|libre2|libunistring|"
                       r"libedit|libmd|libbsd|libtinfo|libncurses\w*|libfmt|libabsl_\w+|libtomlplusplus)\.so")
# Functions of the C library that open a connection or ask a name server.
CALLS = re.compile(r"\b(socket|socketpair|connect|bind|listen|accept4?|getaddrinfo|gethostby\w+|res_\w*query|send(to|msg|mmsg)?|recv(from|msg|mmsg)?)\b@")
LOCAL = re.compile(r"AF_UNIX|AF_LOCAL|ENOTSOCK")  # shells ask whether their input is a connection

COMMANDS = [
    ("log-setback", "--no-input", "Froze when she asked about my father", "-t", "silence", "-i", "7", "--thought", "I always ruin everything"),
    ("log-setback", "--no-input", "--about", "@1", "--recovered", "--learned", "see http://example.org/", "--helped", "Walking home"),
    ("log-setback", "--edit", "@1"),
    ("log-setback", "-e", "words"),
    ("log-setback", "--no-input", "--undo", "@1"),
    ("log-setback", "-h"),
    ("recall",),
    ("recall", "--helped", "-t", "silence", "--format", "json"),
    ("recall", "--fold", "--since", "30d", "--format", "csv"),
    ("recall", "--check"),
    ("recall", "--merge", "other.rec", ".local/share/stumble/journal.rec"),
    ("recall", "--forget", "@1", "--with-follow-ups", "--no-input"),
    ("recall", "-f", "http://example.org/journal.rec"),
    ("reframe", "I should be over this by now"),
    ("reframe", "I want to die", "--notice", "always", "--region", "US"),
    ("reframe", "--list"),
    ("prompt",),
    ("prompt", "crisis", "--region", "GB"),
    ("prompt", "list"),
    ("prompt", "run", "thought-record", "--answers", "answers"),
    ("prompt", "lint", ROOT + "/share/examples/my-first-pack.yaml"),
    ("resilience-report",),
    ("resilience-report", "--format", "html", "--privacy", "full"),
    ("resilience-report", "--format", "html", "--mail-to", "me@example.org"),
    ("resilience-report", "--since", "start", "--format", "json"),
]
ENCRYPTED = [
    ("recall", "--encrypt", "--identity", "key", "-r", "RECIPIENT", "--no-input"),
    ("log-setback", "--no-input", "kept"),
    ("recall", "--identity", "key"),
    ("recall", "--compact", "--identity", "key"),
    ("resilience-report", "--identity", "key"),
    ("recall", "--decrypt", "--identity", "key", "--no-input"),
]


class Home(homes.Home):
    def __init__(self):
        super().__init__(BIN + ":/usr/bin:/bin")
        self.env["EDITOR"] = self.write("editor", "#!/bin/sh\necho 'Learned: more' >>\"$1\"\n", 0o700)
        self.write("other.rec", "Id: 01KAJ6YV3N6Z8V4M2Q1T0R9S7X\nDate: 2026-11-18\nSetback: x\n")
        self.write("answers", "5\n\n" * 12)

    def run(self, *command, **how):
        return super().run(*command, **{"timeout": 1500, **how})

    def connects(self, *command, ends_with=(0,)):
        """The calls by which a command, or a program that it starts, has to do with a network."""
        trace = self.path + "/trace"
        done = self.run("strace", "-f", "-qq", "-e", "trace=network", "-e", "signal=none", "-o", trace, *command)
        assert done.returncode in ends_with, "%s ended with %d: %s" % (command, done.returncode, done.stderr)
        with open(trace) as file:
            lines = [line for line in file if "(" in line]
        os.unlink(trace)
        return [line for line in lines if not LOCAL.search(line)]


def cannot_trace(home):
    if shutil.which("strace") is None or home.run("strace", "-qq", "-o", "/dev/null", "true").returncode != 0:
        return "skipped: expected strace, and to be allowed to trace"


@case
def a_connection_would_be_seen(home):
    if skipped := cannot_trace(home):
        return skipped
    seen = home.connects(sys.executable, "-c", "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)")
    assert seen and "AF_INET" in seen[0], seen


@case
def no_command_opens_a_connection(home):
    if skipped := cannot_trace(home):
        return skipped
    assert {command[0] for command in COMMANDS} == set(TOOLS)
    for command in COMMANDS:
        seen = home.connects(*command, ends_with=(1,) if "http://example.org/journal.rec" in command else (0,))
        assert not seen, "%s: %s" % (" ".join(command), seen[0])


@case
def no_command_on_an_encrypted_journal_opens_one(home):
    if skipped := cannot_trace(home):
        return skipped
    if shutil.which("age-keygen") is None:
        return "skipped: age is not installed"
    home.run("age-keygen", "-o", "key")
    recipient = home.run("age-keygen", "-y", "key", text=True).stdout.strip()
    for command in ENCRYPTED:
        seen = home.connects(*[recipient if word == "RECIPIENT" else word for word in command])
        assert not seen, "%s: %s" % (" ".join(command), seen[0])
    assert not os.path.isdir(home.path + "/.local/share/stumble/journal.rec"), "it was not decrypted again"


@case
def no_pipeline_of_the_tests_opens_one(home):
    if not PIPELINES:
        return "skipped: asked for with `pipelines`"
    if skipped := cannot_trace(home):
        return skipped
    seen = home.connects("sh", ROOT + "/tests/pipelines/run.sh", BIN, ends_with=(0, 1))  # some notice that they are traced
    assert not seen, seen[0]


@case
def no_tool_is_linked_with_a_library_for_networks(home):
    for tool in TOOLS:
        done = subprocess.run(["readelf", "--wide", "--dynamic", BIN + "/" + tool], stdout=subprocess.PIPE, text=True, check=True)
        needed = re.findall(r"\(NEEDED\).*\[(.*)\]", done.stdout)
        assert needed, "%s needs no library at all?" % tool
        for library in needed:
            assert LIBRARIES.match(library), "%s is linked with %s" % (tool, library)


@case
def no_tool_calls_a_function_for_networks(home):
    for tool in TOOLS:
        symbols = subprocess.run(["readelf", "--wide", "--dyn-syms", BIN + "/" + tool], stdout=subprocess.PIPE, text=True, check=True).stdout
        if "__asan_init" in symbols:
            return "skipped: the sanitizer's own library has such functions"
        wanted = [line for line in symbols.splitlines() if " UND " in line and CALLS.search(line)]
        assert not wanted, "%s calls %s" % (tool, wanted[0].split()[-1])


if __name__ == "__main__":
    sys.exit(run_cases(Home))
