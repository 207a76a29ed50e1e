"""`make bench`: the runner beside a bare Pyodide, alternating, in Chromium.

Medians of REPEATS; only the ratios of one run mean something. Prints a table
and writes build/bench.json.
"""

import json
import re
import statistics
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from playwright.sync_api import BrowserType, Page, sync_playwright

from bench.server import Line, serve
from tests import programs
from tests.paths import ROOT, SITE

REPEATS = int(sys.argv[1]) if sys.argv[1:] else 7
# The service worker takes over with the second visit.
WARM_UPS = 2
PROGRAM = "print('up')"
LOOP = "print('up')\nwhile True: pass"
BUSY = (
    "import time\nprint('up')\nend = time.monotonic() + 2\n"
    "while time.monotonic() < end: pass"
)

# Each resolves to milliseconds, from a click to the first output. A click by
# script, so that no pointer announces it.
CLICK_BARE = """() => new Promise((resolve) => {
  const start = performance.now();
  const worker = new Worker("worker.js", { type: "module" });
  worker.onmessage = ({ data }) => {
    document.querySelector("#output").textContent = data;
    resolve(performance.now() - start);
  };
})"""
CLICK_RUN = """() => new Promise((resolve) => {
  const output = document.querySelector("[data-run-output]");
  const start = performance.now();
  document.querySelector("[aria-label^='Run ']").click();
  new MutationObserver((_, observer) => {
    if (!output.textContent.startsWith("up")) return;
    observer.disconnect();
    resolve(performance.now() - start);
  }).observe(output, { childList: true, subtree: true, characterData: true });
})"""
CLICK_CHECK = """() => new Promise((resolve) => {
  const exercise = document.querySelector("[data-exercise]");
  const start = performance.now();
  exercise.querySelector("[aria-label^='Check ']").click();
  new MutationObserver((_, observer) => {
    if (!exercise.querySelector("li:is(.passed, .failed)")) return;
    observer.disconnect();
    resolve(performance.now() - start);
  }).observe(exercise, { childList: true, subtree: true });
})"""
CLICK_STOP = """async () => {
  const start = performance.now();
  document.querySelector("[aria-label^='Stop ']").click();
  while (!document.querySelector("[aria-label^='Run ']")) {
    await new Promise((resolve) => setTimeout(resolve));
  }
  return performance.now() - start;
}"""
MOVE_SLIDER = """() => new Promise((resolve) => {
  const slider = document.querySelector(".lab-knobs input[type=range]");
  const start = performance.now();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    resolve(performance.now() - start);
  }).observe(document.querySelector("[data-lab-table]"),
    { childList: true, subtree: true });
  slider.value = slider.valueAsNumber === 1 ? 0.9 : 1;
  slider.dispatchEvent(new Event("input"));
})"""
WATCH_TASKS = """() => {
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      window.longest = Math.max(window.longest, duration);
    }
  }).observe({ type: "longtask" });
}"""


def page_with(code: str, file: Path) -> None:
    """The home page, its block's code replaced."""
    html = (SITE / "index.html").read_text(encoding="utf-8")
    replaced, count = re.subn(
        r"(<div data-run-code[^>]*>.*?<code>).*?(</code>)",
        lambda match: match[1] + code.replace("<", "&lt;") + match[2],
        html,
        flags=re.DOTALL,
    )
    assert count == 1, "the home page has one block"
    file.write_text(replaced, encoding="utf-8")


class Bench:
    """Pages of a fresh or a kept profile, on a line of chosen speed."""

    def __init__(self, chromium: BrowserType, base: str, line: Line) -> None:
        self.chromium = chromium
        self.base = base
        self.line = line

    @contextmanager
    def profile(
        self, service_workers: Literal["allow", "block"] = "allow"
    ) -> Iterator[Callable[[str], Page]]:
        """A browser with an empty cache; opens pages and waits for them."""
        path = programs.find(programs.BROWSER)
        assert path, programs.remedy(programs.BROWSER)
        with TemporaryDirectory() as folder:
            context = self.chromium.launch_persistent_context(
                folder,
                executable_path=path,
                args=programs.CHROMIUM_ARGUMENTS,
                service_workers=service_workers,
            )

            def open_page(address: str) -> Page:
                page = context.new_page()
                page.goto(self.base + address, wait_until="networkidle")
                return page

            yield open_page
            context.close()

    def warm(self) -> dict[str, list[float]]:
        """Milliseconds from click to first output, everything cached."""
        found: dict[str, list[float]] = {"bare": [], "run": []}
        with self.profile() as open_page:
            for repeat in range(WARM_UPS + REPEATS):
                for name, address, click in (
                    ("bare", "/bare/", CLICK_BARE),
                    ("run", "/site/print.html", CLICK_RUN),
                ):
                    page = open_page(address)
                    taken = page.evaluate(click)
                    page.wait_for_timeout(1000)  # until all is in the cache
                    page.close()
                    if repeat >= WARM_UPS:
                        found[name].append(taken)
        return found

    def cold(self, megabits: float) -> dict[str, list[float]]:
        """The same, nothing cached, on a line of so many Mbit/s."""
        found: dict[str, list[float]] = {"bare": [], "run": []}
        for _ in range(REPEATS):
            for name, address, click in (
                ("bare", "/bare/", CLICK_BARE),
                ("run", "/site/print.html", CLICK_RUN),
            ):
                with self.profile() as open_page:
                    page = open_page(address)
                    self.line.throttle(megabits)
                    found[name].append(page.evaluate(click))
                    self.line.throttle(0)
        return found

    def again(self) -> list[float]:
        """Milliseconds from the second click on, a second after the first."""
        found = []
        with self.profile() as open_page:
            page = open_page("/site/print.html")
            page.evaluate(CLICK_RUN)
            for _ in range(REPEATS):
                page.wait_for_timeout(1000)
                found.append(page.evaluate(CLICK_RUN))
        return found

    def check(self) -> list[float]:
        """Milliseconds from Check to the first verdict, an interpreter ready.

        It has loaded pytest while the reader wrote.
        """
        found = []
        with self.profile() as open_page:
            page = open_page("/site/caching/eviction/")
            page.evaluate(CLICK_CHECK)
            for _ in range(REPEATS):
                page.wait_for_timeout(5000)
                found.append(page.evaluate(CLICK_CHECK))
        return found

    def stop(self) -> list[float]:
        """Milliseconds from Stop of an endless loop to the next output."""
        found = []
        with self.profile() as open_page:
            page = open_page("/site/loop.html")
            page.evaluate(CLICK_RUN)
            for _ in range(REPEATS):
                page.wait_for_timeout(1000)
                stopped = page.evaluate(CLICK_STOP)
                found.append(stopped + page.evaluate(CLICK_RUN))
        return found

    def slider(self) -> list[float]:
        """Milliseconds from a lab's moved slider to its new numbers."""
        found = []
        with self.profile() as open_page:
            page = open_page("/site/labs/eviction/")
            page.evaluate(MOVE_SLIDER)
            for _ in range(REPEATS):
                page.wait_for_timeout(500)
                found.append(page.evaluate(MOVE_SLIDER))
        return found

    def longest_task(self) -> list[float]:
        """Milliseconds of the page's longest task while Python is busy."""
        found = []
        with self.profile() as open_page:
            for _ in range(REPEATS):
                page = open_page("/site/busy.html")
                page.evaluate(WATCH_TASKS)
                page.evaluate(CLICK_RUN)
                page.wait_for_timeout(2500)
                found.append(page.evaluate("() => window.longest"))
                page.close()
        return found

    def transfer(self, megabits: float) -> dict[str, dict[str, int]]:
        """Compressed bytes by file: of the page, then until the output.

        Without the copy of the site that is kept for when there is no network.
        """
        found = {}
        for name, address, click in (
            ("bare", "/bare/", CLICK_BARE),
            ("run", "/site/print.html", CLICK_RUN),
        ):
            with self.profile("block") as open_page:
                self.line.sent.clear()
                page = open_page(address)
                found[f"{name} page"] = dict(self.line.sent)
                self.line.sent.clear()
                self.line.throttle(megabits)
                page.evaluate(click)
                found[f"{name} until output"] = dict(self.line.sent)
                self.line.throttle(0)
        return found


def main() -> None:
    """Measure everything, print the table, write the file."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        roots = {
            "/bare/pyodide/": ROOT / "runner" / "node_modules" / "pyodide",
            "/bare/": ROOT / "bench" / "bare",
            "/site/": Path(folder),
        }
        for path in SITE.iterdir():
            (Path(folder) / path.name).symlink_to(path)
        for name, code in (("print", PROGRAM), ("loop", LOOP), ("busy", BUSY)):
            page_with(code, Path(folder) / f"{name}.html")
        line = Line()
        with serve(roots, line) as base:
            bench = Bench(playwright.chromium, base, line)
            results: dict[str, Any] = {"repeats": REPEATS}
            results["warm"] = bench.warm()
            for speed in (10, 25, 100):
                results[f"cold {speed} Mbit/s"] = bench.cold(speed)
            results["second run"] = bench.again()
            results["check"] = bench.check()
            results["stop"] = bench.stop()
            results["slider"] = bench.slider()
            results["longest task"] = bench.longest_task()
            results["transfer"] = bench.transfer(10)
    report(results)


def report(results: dict[str, Any]) -> None:
    """Print medians and ratios."""
    (ROOT / "build" / "bench.json").write_text(json.dumps(results, indent=1))
    median = statistics.median
    bare = median(results["warm"]["bare"])
    print(f"{'click → first output, ms':36}{'bare':>8}{'run':>8}{'ratio':>8}")
    for name in ("warm", "cold 10 Mbit/s", "cold 25 Mbit/s", "cold 100 Mbit/s"):
        one, other = (median(results[name][key]) for key in ("bare", "run"))
        print(f"{name:36}{one:8.0f}{other:8.0f}{other / one:8.2f}")
    for name in ("second run", "check", "stop", "slider"):
        taken = median(results[name])
        print(f"{name:36}{bare:8.0f}{taken:8.0f}{taken / bare:8.3f}")
    longest = max(results["longest task"])
    print(f"longest task: {longest:.0f} ms (0: none over 50 ms)")
    for name, files in results["transfer"].items():
        total = sum(files.values())
        print(f"\n{name}: {len(files)} requests, {total / 1e6:.3f} MB")
        for path, size in sorted(files.items(), key=lambda item: -item[1])[:9]:
            print(f"  {size / 1e3:8.1f} KB  {path}")


if __name__ == "__main__":
    main()
