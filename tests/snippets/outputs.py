"""What each snippet prints: recorded by `make outputs`, compared by tests."""

import os
import subprocess
import sys
from tempfile import TemporaryDirectory

from tests.paths import SNIPPETS, snippets


def run(snippet: str, hash_seed: int) -> str:
    """What the snippet prints as a program, in an empty folder.

    Raises RuntimeError if it fails or writes to stderr.
    """
    with TemporaryDirectory() as folder:
        ended = subprocess.run(
            [sys.executable, SNIPPETS / snippet],
            cwd=folder,
            env=os.environ | {"PYTHONHASHSEED": str(hash_seed)},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
    if ended.returncode or ended.stderr:
        raise RuntimeError(
            f"snippets/{snippet} ended with {ended.returncode} and wrote:\n"
            f"{ended.stderr}"
        )
    return ended.stdout


def record() -> None:
    """Write each snippet's output beside it; drop those of no snippet."""
    names = snippets()
    for name in names:
        (SNIPPETS / name).with_suffix(".out").write_text(
            run(name, hash_seed=1), encoding="utf-8"
        )
    for output in SNIPPETS.rglob("*.out"):
        if not output.with_suffix(".py").is_file():
            output.unlink()
    print(f"Recorded what {len(names)} snippets print.")


if __name__ == "__main__":
    record()
