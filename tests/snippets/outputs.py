"""What each snippet prints: recorded by `make outputs`, compared by tests.

    python -m tests.snippets.outputs caching/lru_cache.py

records that one alone.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from blocks.errors import nearest
from blocks.snippet import LANGUAGES, SESSIONS
from blocks.solution import FOLDER
from tests.paths import SNIPPETS, snippets
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


def chosen(words: list[str]) -> list[str]:
    """The snippets that are named, all if none is; ValueError if unknown."""
    known = snippets(*LANGUAGES, *SESSIONS)
    names = [word.removeprefix(f"{SNIPPETS.name}/") for word in words]
    for name in names:
        module, _, own = name.replace(f"/{FOLDER}/", "/").rpartition("/")
        if (SNIPPETS / module / FOLDER / own).is_dir():
            raise ValueError(
                f"{name} is an exercise, which prints nothing to record; what "
                f"its tests say, `pytest tests/snippets -k {own}` shows."
            )
        if name not in known:
            raise ValueError(
                f"There is no snippet {SNIPPETS.name}/{name}: "
                f"{nearest(name, known)}"
            )
    return names or known


def record(names: list[str]) -> None:
    """Write each snippet's output beside it; drop those of no snippet."""
    programs = [name for name in names if name.endswith(".py")]
    printed = {name: run(name, hash_seed=1) for name in programs}
    with Systems() as systems:
        for name in [name for name in names if name not in programs]:
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
    print(f"Snippets recorded: {len(printed)}.")


if __name__ == "__main__":
    try:
        names = chosen(sys.argv[1:])
        record(names)
        tables.record(SNIPPETS, names)
    except (RuntimeError, ValueError) as error:
        sys.exit(str(error))
