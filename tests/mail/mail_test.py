#!/usr/bin/python3
"""The weekly report as a letter, read back by a mail program's parser.

usage: mail_test.py BIN-DIR

Each function below is a case; its name says what holds. The last ones send through a stand-in for sendmail, with the commands of
share/systemd and share/examples/crontab.
"""
import email, email.policy, html, os, re, socket, sys
from datetime import datetime

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sessions"))
import homes
from homes import NOW, ROOT, case, run_cases

BIN = os.path.abspath(sys.argv[1])
JOURNAL = ROOT + "/share/examples/journal.rec"
WORDS = "Setback Thought Helped Learned Kindness NextStep Trigger Cause Why Feeling Answer Reframe EvidenceFor EvidenceAgainst".split()


class Home(homes.Home):
    def __init__(self):
        super().__init__(BIN + ":/usr/bin:/bin")

    def report(self, *options):
        return self.run(BIN + "/resilience-report", "--last", "week", "--format", "html", *options)

    def letter(self, *options):
        """The letter that the report is, judged as far as any letter can be."""
        done = self.report(*options)
        assert done.returncode == 0 and not done.stderr, "exits with %d: %s" % (done.returncode, done.stderr.decode())
        return judged(done.stdout)


def judged(raw):
    letter = email.message_from_bytes(raw, policy=email.policy.default)
    assert b"\r" not in raw and raw.endswith(b"\n"), "lines end in something else than LF"
    for line in raw.split(b"\n"):
        assert len(line) <= 998 and line.isascii() and line != b"." and not line.startswith(b"From "), "a line is %r" % line[:80]
    defects = [defect for part in letter.walk() for defect in part.defects]
    defects += [defect for part in letter.walk() for header in part.values() for defect in header.defects]
    assert not defects, "defects: %s" % defects
    assert letter.get_content_type() == "multipart/alternative"
    kinds = [(part.get_content_type(), part.get_content_charset()) for part in letter.iter_parts()]
    assert kinds == [("text/plain", "utf-8"), ("text/html", "utf-8")], kinds
    for name in ["To", "Subject", "Date", "Message-ID", "MIME-Version", "Auto-Submitted"]:
        assert len(letter.get_all(name, [])) == 1, "%s stands there %d times" % (name, len(letter.get_all(name, [])))
    for name in ["Cc", "Bcc", "Reply-To", "Sender", "X-Injected"]:
        assert letter[name] is None, "there is a header " + name
    assert letter["Subject"] == "Your week"
    return letter


def parts_of(letter):
    """What a person reads: of the text, and of the page without its tags."""
    plain, page = [part.get_payload(decode=True).decode("utf-8") for part in letter.iter_parts()]
    assert page.lower().startswith("<!doctype html>"), page[:40]
    return plain, html.unescape(re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<style>.*?</style>", "", page)))


def words_of(journal):
    text = re.sub(r"\n\+ ?", " ", open(journal, encoding="utf-8").read())
    return {value for name, value in re.findall(r"^(\w+): (.*)", text, re.M) if name in WORDS}


def heard_in(text, words):
    words = set(words) - {"small"}  # a feeling, and a word of the report's own
    flat = re.sub(r"\s+", " ", text)
    return [value for value in words if re.search(r"(?<!\w)%s(?!\w)" % re.escape(value), flat, re.I)]


@case
def is_a_letter(home):
    letter = home.letter("--mail-to", "me@example.org")
    assert [str(address) for address in letter["To"].addresses] == ["me@example.org"]
    assert letter["From"] is None
    assert letter["Date"].datetime == datetime.fromisoformat(NOW), letter["Date"]
    assert letter["Date"].datetime.utcoffset() == datetime.fromisoformat(NOW).utcoffset(), letter["Date"]
    assert letter["Auto-Submitted"] == "auto-generated" and letter["MIME-Version"] == "1.0"
    assert all(part.strip() for part in parts_of(letter))


@case
def says_nothing_of_the_machine_nor_of_what_it_is(home):
    letter = home.letter("--mail-to", "me@example.org")
    headers = "".join("%s: %s\n" % pair for pair in letter.items())
    assert re.fullmatch(r"<[\w.]+@[\w.]+\.invalid>", letter["Message-ID"]), letter["Message-ID"]
    for word in [socket.gethostname(), "stumble", "resilience", "setback", "journal"]:
        assert word.lower() not in headers.lower(), headers


@case
def is_another_letter_each_time_and_the_same_with_a_seed(home):
    ids = {home.letter("--mail-to", "me@example.org")["Message-ID"] for _ in range(2)}
    assert len(ids) == 2, ids
    seeded = {home.report("--mail-to", "me@example.org", "--seed", "4").stdout for _ in range(2)}
    assert len(seeded) == 1 and judged(seeded.pop())


@case
def keeps_the_words_of_the_journal_to_itself(home):
    for part in parts_of(home.letter("--mail-to", "me@example.org")):
        assert not heard_in(part, words_of(JOURNAL)), heard_in(part, words_of(JOURNAL))


@case
def tells_them_where_a_person_wants_it(home):
    for part in parts_of(home.letter("--mail-to", "me@example.org", "--privacy", "full")):
        assert heard_in(part, words_of(JOURNAL)), part


@case
def says_from_whom_it_is_if_told(home):
    letter = home.letter("--mail-to", "\"Ng, Zoë\" <me@example.org>", "--mail-from", "夢 <week@example.org>")
    assert letter["To"].addresses[0].display_name == "Ng, Zoë" and letter["To"].addresses[0].addr_spec == "me@example.org"
    assert letter["From"].addresses[0].display_name == "夢" and letter["From"].addresses[0].addr_spec == "week@example.org"


@case
def goes_where_the_settings_say(home):
    home.write(".config/stumble/config.toml", 'mail-to = "home@example.org"\n')
    assert home.letter("--mail-to")["To"] == "home@example.org"
    assert home.letter("--mail-to", "me@example.org")["To"] == "me@example.org"


@case
def goes_nowhere_without_an_address(home):
    for options in [["--mail-to"], ["--mail-to", ""], ["--mail-to="]]:
        done = home.report(*options)
        assert done.returncode == 2 and not done.stdout and done.stderr, (options, done)


@case
def takes_no_address_that_could_be_more(home):
    for hostile in ["evil", "a@b.org, evil@d.org", "me@example.org\nBcc: evil@d.org", "me@example.org\r\nX-Injected: evil",
                    "evil\n <me@example.org>", "evil@b.org>, <c@d.org", "me@example.org\n\nevil", "évil@example.org",
                    "me@évil.org", "evil@example.org (me)", "evil: a@b.org;", "\x1bevil <me@example.org>"]:
        for options in [["--mail-to", hostile], ["--mail-to", "me@example.org", "--mail-from", hostile]]:
            done = home.report(*options)
            assert done.returncode == 2 and not done.stdout, (options, done)
            assert re.search(r"--mail-(to|from): expected ", done.stderr.decode()), done.stderr
            assert "vil" not in done.stderr.decode(), done.stderr


@case
def is_not_split_by_what_a_person_wrote(home):
    for field in ["Setback", "Helped", "Learned", "Kindness", "NextStep"]:
        hostile = ["Headers", "", ".", "..", "From me Fri Nov 20 21:30:00 2026", "Bcc: you@example.org", "X-Injected: yes",
                   "--", "--=_", "--=_0000000000000000--", "Content-Type: text/html", "</pre></body></html>", "=3D=", "x" * 1000 + "."]
        home.write(".local/share/stumble/journal.rec",
                   "Date: 2026-11-19\nSetback: A bad day\n\nDate: 2026-11-19\n%s: %s\n" % (field, "\n+ ".join(hostile)))
        plain, page = parts_of(home.letter("--mail-to", "me@example.org", "--privacy", "full"))
        assert "Headers" in plain and "Headers" in page, (field, plain)


@case
def is_not_split_by_a_megabyte(home):
    home.write(".local/share/stumble/journal.rec", "Date: 2026-11-19\nSetback: %s\n" % ("Žlutý kůň. From 夢 " * 50000))
    for part in parts_of(home.letter("--mail-to", "me@example.org", "--privacy", "full")):
        assert "Žlutý kůň" in part, part[:200]


@case
def leaves_out_what_is_private_or_held(home):
    home.write(".local/share/stumble/journal.rec",
               "Date: 2026-11-19\nSetback: A zebra\nPrivate: yes\n\nDate: 2026-11-19\nSetback: A giraffe\n\n"
               "Date: 2026-11-19\nSetback: A lion. I want to kill myself\n")
    for part in parts_of(home.letter("--mail-to", "me@example.org", "--privacy", "full")):
        assert heard_in(part, ["A giraffe", "zebra", "lion"]) == ["A giraffe"], part


@case
def says_nothing_after_a_quiet_week(home):
    home.write(".local/share/stumble/journal.rec", "Date: 2025-11-19\nSetback: A bad day\n")
    done = home.report("--mail-to", "me@example.org", "--if-any")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b""), done


@case
def fails_where_there_is_no_room(home):
    done = home.run("sh", "-c", "resilience-report --format html --mail-to me@example.org >/dev/full")
    assert done.returncode == 1, done


def mailing_commands(home):
    """Those of the service and of the crontab, each for sh, with a stand-in for sendmail."""
    home.write("sendmail", '#!/bin/sh\n[ "$*" = -t ] && cat >"$HOME/sent"\n', 0o700)
    service = open(ROOT + "/share/systemd/stumble-week-mail.service.in", encoding="utf-8").read()
    command = re.search(r"^ExecStart=/bin/sh -c '(.*)'$", service, re.M)[1]
    yield command.replace("@bin@", BIN).replace("$$", "$").replace("%%", "%").replace("\\\\", "\\")
    crontab = open(ROOT + "/share/examples/crontab", encoding="utf-8").read()
    command = re.search(r"^#?(?:[\d*]+ ){5} *(.*sendmail.*)", crontab, re.M)[1]
    yield command.replace(".local/bin", BIN).replace("\\%", "%")


@case
def is_sent_by_the_timers(home):
    home.write(".config/stumble/config.toml", 'mail-to = "home@example.org"\n')
    for command in mailing_commands(home):
        done = home.run("sh", "-c", command.replace("/usr/sbin/sendmail", home.path + "/sendmail"))
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b""), (command, done)
        sent = judged(open(home.path + "/sent", "rb").read())
        assert sent["To"] == "home@example.org" and all(part.strip() for part in parts_of(sent))
        os.remove(home.path + "/sent")


@case
def is_not_sent_by_the_timers_after_a_quiet_week(home):
    home.write(".config/stumble/config.toml", 'mail-to = "home@example.org"\n')
    home.write(".local/share/stumble/journal.rec", "Date: 2025-11-19\nSetback: A bad day\n")
    for command in mailing_commands(home):
        done = home.run("sh", "-c", command.replace("/usr/sbin/sendmail", home.path + "/sendmail"))
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b""), (command, done)
        assert not os.path.exists(home.path + "/sent"), command


@case
def is_not_sent_by_the_timers_where_nobody_is_named(home):
    for command in mailing_commands(home):
        done = home.run("sh", "-c", command.replace("/usr/sbin/sendmail", home.path + "/sendmail"))
        assert done.returncode != 0 and b"mail-to" in done.stderr and not os.path.exists(home.path + "/sent"), (command, done)


sys.exit(run_cases(Home))
