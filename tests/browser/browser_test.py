#!/usr/bin/python3
"""Opens pages in Chromium and holds against each what a page of ours promises.

usage: browser_test.py [--self-test] [--axe DIR] [--screenshots DIR] PAGE.html...

A page asks for nothing but itself and forbids all else, says nothing to the console, is as wide as its window at 360 and at 1280
pixels, in light and in dark, can be used without seeing it (judged by axe-core; each drawing stands out, and has words and a
table behind it), and prints on two pages at most, A4 and Letter. All pages are opened in one browser.

--axe DIR          where npm puts axe-core, if it isn't there yet; without it, or without npm, that part is skipped, and the test
                   says so
--screenshots DIR  pictures and PDFs for a person to look at
--self-test        breaks a good page in one way after the other first: each has to be noticed
"""
import argparse, base64, importlib.util, json, os, re, shutil, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
WIDTHS = [360, 1280]
SCHEMES = ["light", "dark"]
PAPERS = {"A4": (8.27, 11.69), "Letter": (8.5, 11)}  # inches
MOST_PRINTED = 2
PATIENCE = 60  # seconds, for npm

# Asked within the page: what is wrong with its form, as sentences.
FORM = """
  const wrong = [];
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy" i]');
  if (!policy || !/(^|;)\\s*default-src\\s+'none'\\s*(;|$)/.test(policy.content)) wrong.push("policy: default-src is not 'none'");
  const root = document.scrollingElement;
  if (root.clientWidth !== arguments[0]) wrong.push(`width: laid out for ${root.clientWidth} pixels`);
  if (root.scrollWidth > root.clientWidth) {
    const out = [...document.body.querySelectorAll("*")].find(e => e.getBoundingClientRect().right > root.clientWidth);
    wrong.push(`width: ${root.scrollWidth} pixels, out over the edge with <${out ? out.localName : "body"}>`);
  }
  for (const svg of document.querySelectorAll("svg")) {
    if (svg.closest('[aria-hidden="true"]')) continue;
    if (svg.getAttribute("role") !== "img") wrong.push('svg: neither role="img" nor aria-hidden="true"');
    for (const name of ["title", "desc"]) {
      const words = svg.querySelector(`:scope > ${name}`);
      if (!words || !words.textContent.trim()) wrong.push(`svg: no <${name}>`);
    }
    const holder = svg.closest("figure, section, article") || document.body;
    const table = [...holder.querySelectorAll("table")].find(t => t.querySelector("th") && t.querySelector("td"));
    if (!table) wrong.push("svg: no table with headings in its figure");
    else if (table.closest('[hidden], [aria-hidden="true"]') || getComputedStyle(table).display === "none")
      wrong.push("svg: the table in its figure is hidden from all");
  }
  return wrong;
"""

# Asked within the page: which drawings can't be seen on what is behind them (axe-core looks at text alone). WCAG 2.2, 1.4.3 and
# 1.4.11: words need a contrast of 4.5, and of a drawing something has to stand out by 3; its quiet lines need not.
CONTRAST = """
  const parts = color => (color.match(/^rgba?\\(/) ? color.match(/[\\d.]+/g).map(Number) : null);
  const mixed = (over, under, alpha) => over.slice(0, 3).map((c, i) => c * alpha + under[i] * (1 - alpha));
  const light = color => color.map(c => c / 255).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const color = parts(getComputedStyle(e).backgroundColor);
      if (color && (color[3] ?? 1) === 1) return color.slice(0, 3);
    }
    const paper = document.body.appendChild(document.createElement("i"));
    paper.style.backgroundColor = "Canvas";
    const color = parts(getComputedStyle(paper).backgroundColor);
    paper.remove();
    return color;
  };
  const wrong = [];
  for (const svg of document.querySelectorAll('svg[role="img"]')) {
    const under = behind(svg);
    let most = 0;
    for (const shape of svg.querySelectorAll("rect, path, circle, ellipse, line, polyline, polygon, text")) {
      const style = getComputedStyle(shape);
      let opacity = 1;
      for (let e = shape; e !== svg; e = e.parentElement) opacity *= Number(getComputedStyle(e).opacity);
      const seen = ["fill", "stroke"].map(paint => {
        const color = shape.localName === "line" && paint === "fill" ? null : parts(style[paint]);
        return color ? contrast(mixed(color, under, (color[3] ?? 1) * style[paint + "Opacity"] * opacity), under) : 0;
      });
      most = Math.max(most, ...seen);
      if (shape.localName === "text" && Math.max(...seen) < 4.5)
        wrong.push(`svg: words with a contrast of ${Math.max(...seen).toFixed(1)}`);
    }
    if (most < 3) wrong.push(`svg: nothing in it has a contrast of more than ${most.toFixed(1)}`);
  }
  return wrong;
"""

AXE = """
  const done = arguments[arguments.length - 1];
  axe.run(document, {preload: false, resultTypes: ["violations"]}).then(
    found => done(found.violations.filter(v => v.impact === "serious" || v.impact === "critical").map(
      v => `axe: ${v.id}: ${v.help} (${v.nodes[0].target.join(" ")})`)),
    error => done([`axe: ${error}`]));
"""


class Browser:
    def __init__(self, axe):
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        self.home = tempfile.mkdtemp()
        os.environ.update(HOME=self.home, no_proxy="127.0.0.1,localhost")  # between us and the browser stands nobody
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        for argument in ["--headless=new", "--disable-dev-shm-usage", "--disable-gpu", "--disable-extensions", "--hide-scrollbars", "--no-first-run",
                         "--disable-background-networking", "--disable-component-update", "--user-data-dir=" + self.home]:
            options.add_argument(argument)
        if os.geteuid() == 0:
            options.add_argument("--no-sandbox")  # Chromium's own refuses to run as root
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        self.driver.set_script_timeout(PATIENCE)
        self.axe = axe

    def close(self):
        self.driver.quit()
        shutil.rmtree(self.home, ignore_errors=True)

    def open(self, url, width, scheme):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": scheme}]})
        for log in ("browser", "performance"):
            self.driver.get_log(log)  # of the page before
        self.driver.get(url)

    def wrong_with(self, url, width, scheme):
        """What is wrong with a page in a window of that width, as sentences."""
        self.open(url, width, scheme)
        wrong = self.driver.execute_script(FORM, width) + self.driver.execute_script(CONTRAST)
        for entry in self.driver.get_log("browser"):
            if entry["level"] in ("WARNING", "SEVERE"):
                wrong.append("console: %s: %s" % (entry["level"].lower(), entry["message"]))
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        # A tab of the browser's own, such as the first, asks for pictures of its own.
        asked_for = [message["params"]["request"]["url"] for message in messages if message["method"] == "Network.requestWillBeSent"
                     and not message["params"]["documentURL"].startswith("chrome:")]
        if url not in asked_for:
            wrong.append("request: the page itself was not seen among them, so this test is blind")
        wrong += ["request: " + other[:200] for other in asked_for if other != url]
        if self.axe:
            self.driver.execute_script(self.axe)
            wrong += self.driver.execute_async_script(AXE)
        return wrong

    def picture(self):
        return self.take("Page.captureScreenshot", captureBeyondViewport=True)

    def print(self, paper):
        width, height = PAPERS[paper]
        return self.take("Page.printToPDF", paperWidth=width, paperHeight=height)

    def take(self, command, **how):
        return base64.b64decode(self.driver.execute_cdp_cmd(command, how)["data"])


def pages_of(pdf):
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def check(browser, page, screenshots=None, widths=WIDTHS, schemes=SCHEMES):
    """What is wrong with a page anywhere, each once: {sentence: [where]}."""
    found = {}
    url = "file://" + os.path.abspath(page)
    name = os.path.join(screenshots, os.path.splitext(os.path.basename(page))[0]) if screenshots else None

    def keep(ending, data):
        if name:
            with open(name + ending, "wb") as file:
                file.write(data)

    for width in widths:
        for scheme in schemes:
            for sentence in browser.wrong_with(url, width, scheme):
                found.setdefault(sentence, []).append("%d %s" % (width, scheme))
            if name:
                keep("-%d-%s.png" % (width, scheme), browser.picture())
    for paper in PAPERS:
        pdf = browser.print(paper)
        keep("-%s.pdf" % paper, pdf)
        if not 1 <= pages_of(pdf) <= MOST_PRINTED:
            found.setdefault("print: %d pages" % pages_of(pdf), []).append(paper)
    return found


GOOD = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Your week</title>
<style>
  :root { color-scheme: light dark; color: #222; background: #fff }
  svg { fill: currentColor }
  @media (prefers-color-scheme: dark) { :root { color: #ddd; background: #111 } .quiet { color: #bbb } }
</style></head>
<body><main><h1>Your week</h1><p class="quiet">A walk in the rain.</p>
<figure><svg role="img" viewBox="0 0 100 20" width="100" height="20"><title>How long it took</title><desc>Two days, then one.</desc>
<rect width="40" height="8"/><rect y="10" width="20" height="8" opacity=".3"/><text x="50" y="8" font-size="8">2</text></svg>
<figcaption>How long it took</figcaption>
<details><summary>As a table</summary><table><tr><th scope="col">Day</th><th scope="col">Days</th></tr>
<tr><td>Monday</td><td>2</td></tr><tr><td>Friday</td><td>1</td></tr></table></details></figure></main></body></html>
"""

# What is broken, how, and how the complaint begins; complaints that come along with it as well.
BROKEN = [
    ("<p", '<div style="width: 1500px">wide</div><p', "width: 15", ()),
    ('<meta name="viewport" content="width=device-width, initial-scale=1">', "", "width: laid out for", ("width: ", "axe: ")),
    ("default-src 'none'; ", "", "policy: ", ()),
    ("<style>", '<link rel="stylesheet" href="more.css"><style>', "console: severe: ", ("request: ",)),
    ("default-src 'none'; style-src 'unsafe-inline'", "default-src * data: 'unsafe-inline'\"><img alt=\"\" src=\"more.png", "request: file:",
     ("policy: ", "console: ")),
    ("default-src 'none'; style-src 'unsafe-inline'", "\"><script>console.warn('seen')</script><meta name=\"x", "console: warning: ",
     ("policy: ",)),
    ("default-src 'none'; style-src 'unsafe-inline'", "\"><script>fetch('http://127.0.0.1:9/')</script><meta name=\"x",
     "request: http:", ("policy: ", "console: ")),
    ("<desc>Two days, then one.</desc>", "", "svg: no <desc>", ()),
    ("<title>How long it took</title>", "<title> </title>", "svg: no <title>", ("axe: svg-img-alt",)),
    (' role="img"', "", "svg: neither", ()),
    ("<th scope", "<td scope", "svg: no table", ("axe: ",)),
    ("<details>", "<details hidden>", "svg: the table", ()),
    ("svg { fill: currentColor }", "", "svg: nothing", ("svg: words",)),
    ('<text x', '<text opacity=".4" x', "svg: words", ()),
    ("</main>", "<p>more</p>" * 300 + "</main>", "print: ", ()),
    ("color: #bbb", "color: #222", "axe: color-contrast", ()),
    (' lang="en"', "", "axe: html-has-lang", ()),
]


def self_test(browser, folder):
    """Whether the good page is found good, and each broken one broken in just the way it is."""
    failed = 0
    pages = [(GOOD, "", ())] + [(GOOD.replace(good, bad), begin, others) for good, bad, begin, others in BROKEN
                                if browser.axe or not begin.startswith("axe: ")]
    for number, (page, begin, others) in enumerate(pages):
        path = os.path.join(folder, "broken-%d.html" % number)
        with open(path, "w", encoding="utf-8") as file:
            file.write(page)
        of_colors = begin.startswith(("axe: color", "svg: nothing", "svg: words"))
        found = check(browser, path, widths=[360], schemes=["dark"] if of_colors else ["light"])
        noticed = [sentence for sentence in found if begin and sentence.startswith(begin)]
        strange = [sentence for sentence in found if not begin or not sentence.startswith((begin,) + others)]
        if (begin and not noticed) or strange or (begin and page == GOOD):
            failed += 1
            print("FAILED  a page broken for %r: found %s" % (begin or "nothing", list(found) or "nothing"))
    print("%d pages made for this test, %d of them judged wrongly" % (len(pages), failed))
    return failed


def axe_in(folder):
    """axe-core's text, and why there is none."""
    if not folder:
        return None, "no --axe was given"
    path = os.path.join(folder, "node_modules/axe-core/axe.min.js")
    if not os.path.exists(path):
        if not shutil.which("npm"):
            return None, "there is no npm"
        os.makedirs(folder, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(os.path.join(HERE, name), folder)
        try:
            done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0", "--loglevel=error"],
                                  cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            return None, "npm took too long"
        if done.returncode != 0 or not os.path.exists(path):
            return None, "npm could not fetch axe-core"
    with open(path, encoding="utf-8") as file:
        return file.read(), ""


def main():
    options = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1].removeprefix("usage: "))
    options.add_argument("--self-test", action="store_true")
    options.add_argument("--axe", metavar="DIR")
    options.add_argument("--screenshots", metavar="DIR")
    options.add_argument("pages", nargs="*", metavar="PAGE")
    given = options.parse_args()
    if not given.pages and not given.self_test:
        options.error("expected a page, or --self-test")
    for name, there in [("chromium", shutil.which("chromium")), ("chromedriver", shutil.which("chromedriver")),
                        ("selenium for Python", importlib.util.find_spec("selenium"))]:
        if not there:
            print("there is no %s here; skipped" % name)
            return 77
    if given.screenshots:
        os.makedirs(given.screenshots, exist_ok=True)
    axe, why_not = axe_in(given.axe)
    if not axe:
        print("skipped what axe-core would judge: %s" % why_not)

    failed = 0
    browser = Browser(axe)
    try:
        if given.self_test:
            with tempfile.TemporaryDirectory() as folder:
                failed += self_test(browser, folder)
        for page in given.pages:
            found = check(browser, page, given.screenshots)
            print("%s  %s" % ("FAILED" if found else "passed", page))
            for sentence, places in found.items():
                failed += 1
                print("        %s (%s)" % (sentence, ", ".join(places)))
    finally:
        browser.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
