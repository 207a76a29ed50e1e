"""What each snippet prints: recorded by `make outputs`, compared by tests."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from blocks.snippet import LANGUAGES, SESSIONS
from tests.paths import SNIPPETS, sessions, snippets
from tests.snippets import tables
from tests.systems.program import MissingProgramError
from tests.systems.sessions import Systems, record_session


def run(snippet: str, hash_seed: int, *adapter: Path | str) -> str:
    """What a Python snippet prints as a program, in an empty folder.

    An adapter is a program, with its arguments, that is given the snippet.
    Raises RuntimeError if it fails or writes to stderr.
    """
    with TemporaryDirectory() as folder:
        ended = subprocess.run(
            [sys.executable, *adapter, SNIPPETS / snippet],
            cwd=folder,
            env=os.environ | {"PYTHONHASHSEED": str(hash_seed)},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
    if ended.returncode or ended.stderr:
        raise RuntimeError(
            f"snippets/{snippet} fails, or writes to stderr; repair it:\n"
            f"{ended.stderr}"
        )
    return ended.stdout


def owners(output: Path) -> list[Path]:
    """The snippets that the recorded output belongs to: one, if all is well."""
    beside = [output.with_suffix(suffix) for suffix in (*LANGUAGES, *SESSIONS)]
    return [snippet for snippet in beside if snippet.is_file()]


def record() -> None:
    """Write each snippet's output beside it; drop those of no snippet."""
    printed = {name: run(name, hash_seed=1) for name in snippets(".py")}
    with Systems() as systems:
        for name in [*snippets(".sql"), *sessions()]:
            try:
                printed[name] = (
                    systems.postgresql.run((SNIPPETS / name).read_text())
                    if name.endswith(".sql")
                    else str(record_session(SNIPPETS / name, systems))
                )
            except MissingProgramError as missing:
                print(f"{name} is not recorded: {missing}")
    for name, output in printed.items():
        recorded = (SNIPPETS / name).with_suffix(".out")
        recorded.write_text(output, encoding="utf-8")
    for orphan in SNIPPETS.rglob("*.out"):
        if not owners(orphan):
            orphan.unlink()
    print(f"Recorded what {len(printed)} snippets print.")


if __name__ == "__main__":
    try:
        record()
        tables.record()
    except (RuntimeError, ValueError) as error:
        sys.exit(str(error))
