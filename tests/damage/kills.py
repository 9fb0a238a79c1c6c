"""Killing a command at one of its system calls, by strace."""
import collections, re

# Those that change what is on disk.
CHANGING = ("openat,write,pwrite64,writev,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir,fchmod,chmod,link,"
            "linkat,flock")


def strace_to(file, calls=CHANGING):
    """What runs a command and writes these calls of it to a file. -s: paths are to be seen whole."""
    return ("strace", "-qq", "-s", "300", "-o", file, "-e", "trace=" + calls)


def calls_from_the_journal_on(trace):
    """The calls from the first look at the journal, or its place, on: each by its name, and which of that name it is, as strace counts."""
    counts, calls, began = collections.Counter(), [], False
    for line in trace.split("\n"):
        if not (name := re.match(r"(\w+)\(", line)):
            continue
        counts[name[1]] += 1
        began = began or (name[1] == "openat" and "stumble" in line)
        if began and name[1] != "exit_group":
            calls.append((name[1], counts[name[1]]))
    return calls


def kill_at(name, number):
    """What runs a command and kills it as it enters this call."""
    return ("strace", "-qq", "-o", "/dev/null", "-e", "trace=" + name, "-e", "inject=%s:signal=KILL:when=%d" % (name, number))


def was_killed(status):
    return status in (-9, 137)
