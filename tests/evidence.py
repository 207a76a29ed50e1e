"""`make evidence`: asks the real programs again and writes what came of it.

A test that asks one records it by `record_property`: as what ("session",
"snippet" or "test") and of which program and version; and as "measured" what
differs from run to run.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.paths import ROOT

TABLE = Path(__file__).with_name("systems") / "evidence.md"
# The fixture `record_property`.
type Record = Callable[[str, object], None]

KINDS = ("session", "snippet", "test")
MEASURED = "measured"
ASKED = ("tests/systems", "tests/snippets/test_outputs.py")


@dataclass(slots=True)
class Evidence:
    """A pytest plugin that collects what tests record of real programs."""

    asked: dict[str, Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    disagreed: Counter[str] = field(default_factory=Counter)
    measured: list[str] = field(default_factory=list)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what a test recorded, and whether it passed."""
        if report.when != "call":
            return
        for kind, said in report.user_properties:
            if kind == MEASURED:
                self.measured.append(str(said))
            elif kind in KINDS:
                self.asked[str(said)][kind] += 1
                self.disagreed[str(said)] += report.failed

    def table(self, day: str) -> str:
        """The Markdown that the site shows."""
        rows = [("program", *(f"{kind}s" for kind in KINDS), "agreed")]
        rows.append(("---",) * len(rows[0]))
        for program, counts in sorted(self.asked.items()):
            total, failed = counts.total(), self.disagreed[program]
            agreed = f"{total - failed} of {total}" if failed else "all"
            numbers = (str(counts[kind] or "") for kind in KINDS)
            rows.append((program, *numbers, agreed))
        lines = [f"Run on {day}.", "", *map(_row, rows)]
        if self.measured:
            lines += ["", "Measured in that run:", ""]
            lines += [f"- {figure}" for figure in sorted(self.measured)]
        return "\n".join(lines) + "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def main() -> int:
    """Run the tests that ask real programs; the status is pytest's."""
    evidence = Evidence()
    status = pytest.main([*map(str, map(ROOT.joinpath, ASKED))], [evidence])
    table = evidence.table(f"{datetime.now(UTC):%-d %B %Y}")
    print(table)
    if status == pytest.ExitCode.OK:
        TABLE.write_text(table, encoding="utf-8")
    else:
        print(f"{TABLE.relative_to(ROOT)} is left as it was.", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
