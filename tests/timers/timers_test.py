#!/usr/bin/python3
"""The units of systemd and the crontab, as they are installed.

usage: timers_test.py BUILD-DIR

systemd finds nothing to complain of, each timer has its service, and what writes into a file writes for its owner alone. What
sends letters is run by tests/mail.
"""
import glob, os, re, shlex, shutil, subprocess, sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sessions"))
import homes
from homes import ROOT, case, run_cases

BUILD = os.path.abspath(sys.argv[1])
NAMES = ["stumble-week", "stumble-week-mail"]


class Home(homes.Home):
    """A home into which the timers are installed."""

    def __init__(self):
        super().__init__()
        self.env["XDG_RUNTIME_DIR"] = self.path
        self.units = self.path + "/.local/share/systemd/user"
        os.makedirs(self.path + "/.local/bin")
        os.symlink(BUILD + "/resilience-report", self.path + "/.local/bin/resilience-report")
        done = self.run("cmake", "--install", BUILD, "--component", "timers", "--prefix", self.path + "/.local")
        assert done.returncode == 0, done.stdout

    def run(self, *command):
        return super().run(*command, stderr=subprocess.STDOUT, text=True)

    def unit(self, name):
        with open(os.path.join(self.units, name), encoding="utf-8") as file:
            return file.read()

    def complaint(self, *names):
        """What systemd says of units; empty if they are all right."""
        done = self.run("systemd-analyze", "verify", "--user", "--man=no", *[os.path.join(self.units, name) for name in names])
        return done.stdout or ("" if done.returncode == 0 else "exits with %d" % done.returncode)


@case
def units_are_installed_in_pairs(home):
    installed = sorted(os.path.basename(path) for path in glob.glob(home.units + "/*"))
    assert installed == sorted(name + ending for name in NAMES for ending in (".service", ".timer")), installed
    for name in NAMES:
        assert '"%s/.local/bin/resilience-report"' % home.path in home.unit(name + ".service"), home.unit(name + ".service")


@case
def systemd_understands_them(home):
    if not shutil.which("systemd-analyze"):
        return "skipped: there is no systemd-analyze"
    units = [name + ending for name in NAMES for ending in (".service", ".timer")]
    assert not home.complaint(*units), home.complaint(*units)
    # And it would say if it didn't.
    for name, good, bad in [("stumble-week.service", "UMask=", "Unmask="), ("stumble-week.service", "/resilience-report", "/no-such-tool"),
                            ("stumble-week.timer", "Sun 19:00", "Sunny 19:00"), ("stumble-week-mail.service", "/bin/sh", "bin//sh")]:
        broken = "broken-" + name
        with open(os.path.join(home.units, broken), "w", encoding="utf-8") as file:
            file.write(home.unit(name).replace(good, bad))
        assert home.complaint(broken), "%s instead of %s passes" % (bad, good)


@case
def the_week_goes_into_a_file(home):
    unit = home.unit("stumble-week.service")
    command = shlex.split(re.search(r"^ExecStart=(.*)", unit, re.M)[1])
    done = home.run(*command)
    assert done.returncode == 0 and done.stdout, done
    assert re.search(r"^StandardOutput=truncate:%h/", unit, re.M) and re.search(r"^UMask=0077$", unit, re.M), unit


@case
def no_network_is_open_to_what_sends_nothing(home):
    unit = home.unit("stumble-week.service")
    assert re.search(r"^RestrictAddressFamilies=AF_UNIX$", unit, re.M) and "sendmail" not in unit, unit


@case
def sendmail_may_run_as_another_user(home):
    settings = [line for line in home.unit("stumble-week-mail.service").splitlines() if not line.startswith("#")]
    wrong = [line for line in settings if re.match(r"NoNewPrivileges|Restrict|SystemCall|MemoryDeny|Lock|Private|Protect", line)]
    assert not wrong, wrong


@case
def the_crontab_writes_for_its_owner_alone(home):
    with open(ROOT + "/share/examples/crontab", encoding="utf-8") as file:
        lines = [line for line in file.read().splitlines() if re.match(r"#?\d", line)]
    assert len(lines) == 2, lines
    for line in lines:
        assert re.match(r"#(?:[\d*,/-]+ ){5} \S", line) and "%" not in line.replace("\\%", ""), line
    command = re.search(r"  (.*>week\.txt)$", lines[0])[1]
    done = home.run("sh", "-c", command)
    assert (done.returncode, done.stdout) == (0, ""), done
    assert os.path.getsize(home.path + "/week.txt") and not os.stat(home.path + "/week.txt").st_mode & 0o77
    home.env["STUMBLE_NOW"] = "2036-11-20"  # long after
    assert home.run("sh", "-c", command).returncode == 0 and not os.path.getsize(home.path + "/week.txt")


sys.exit(run_cases(Home))
