"""What a lab's `simulate` returns: recorded, and compared by tests.

    python -m tests.snippets.tables snippets/caching/hit_ratio.py '{"skew": 1}'

prints it as JSON, by the code that also runs in the reader's browser.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from blocks.simulation import (
    Simulation,
    Table,
    is_drawn,
    is_lab,
    read_table,
    write_table,
)
from runner.src import program
from tests.paths import ROOT, SNIPPETS, snippets


def labs() -> list[str]:
    """Each lab's path below snippets/, as pages write it."""
    found = [
        name
        for name in snippets(".py")
        if is_lab((SNIPPETS / name).read_text(encoding="utf-8"))
    ]
    assert found, "no snippet defines simulate"
    return found


def simulated(lab: str, **values: object) -> Table:
    """The table for these values, and the defaults of the others."""
    command = [*(sys.executable, "-m", "tests.snippets.tables"), lab]
    ended = subprocess.run(
        [*command, json.dumps(values)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    if ended.returncode:
        raise RuntimeError(
            f"snippets/{lab} does not simulate; repair it:\n{ended.stderr}"
        )
    table: Table = json.loads(ended.stdout)
    return table


def pictures(tables: Sequence[tuple[str, Table]]) -> list[str]:
    """The picture of each lab's table, as the page draws it."""
    asked = []
    for lab, table in tables:
        code = (SNIPPETS / lab).read_text(encoding="utf-8")
        try:
            axis = Simulation.read(code).as_dict["axis"]
        except (LookupError, ValueError) as error:
            raise RuntimeError(f"snippets/{lab} is no lab: {error}.") from None
        asked.append({"table": table, "axis": axis})
    drawn = subprocess.run(
        ["node", ROOT / "runner" / "draw.js"],
        input=json.dumps(asked),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found: list[str] = json.loads(drawn.stdout)
    return found


def record(recorded: Path, names: Sequence[str]) -> None:
    """Write each lab's table and picture beside it; drop those of no lab.

    Only of the labs among these names.
    """
    chosen = [lab for lab in labs() if lab in names]
    for lab in chosen:
        write_table((recorded / lab).with_suffix(".csv"), simulated(lab))
    # A picture is that of the numbers beside it.
    tables = {
        lab: read_table(file)
        for lab in labs()
        if (file := (recorded / lab).with_suffix(".csv")).is_file()
    }
    with_picture = {lab for lab, table in tables.items() if is_drawn(table)}
    drawn = [(lab, tables[lab]) for lab in chosen if lab in with_picture]
    for (lab, _), picture in zip(drawn, pictures(drawn), strict=True):
        file = (recorded / lab).with_suffix(".svg")
        file.write_text(picture + "\n", encoding="utf-8")
    for suffix, owners in ((".csv", set(labs())), (".svg", with_picture)):
        for orphan in recorded.rglob(f"*{suffix}"):
            name = orphan.with_suffix(".py").relative_to(recorded).as_posix()
            if name not in owners:
                orphan.unlink()
    if chosen:
        print(f"Labs recorded: {len(chosen)}.")


if __name__ == "__main__":
    lab, values = sys.argv[1:]
    code = (SNIPPETS / lab).read_text(encoding="utf-8")
    outcome = program.run(code, lab, [], values)
    print(outcome.table)
    sys.exit(not outcome.succeeded)
