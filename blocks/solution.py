"""An exercise's files: the solution, of which the starter is a part."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from blocks.errors import nearest

FOLDER = "exercises"
BEGIN, STARTER, END = "# BEGIN SOLUTION", "# STARTER", "# END SOLUTION"
# Each marker, and the ones that may stand before it.
FOLLOWS = {BEGIN: (END,), STARTER: (BEGIN,), END: (BEGIN, STARTER)}
COMMENT = re.compile(r"(\s*)(?:# ?(.*))?", re.DOTALL)
SOURCES = ("solution.py", "check.py")


@dataclass(frozen=True, slots=True)
class Solution:
    """What a page shows of an exercise; `path` is its folder's."""

    path: str
    starter: str
    shown: str
    check: str

    @classmethod
    def read(cls, root: Path, name: str) -> Self:
        """The exercise `module/name` below `root`.

        Raises LookupError with a remedy if a file does not exist, ValueError
        if the solution has no regions or unbalanced ones.
        """
        module, _, own = name.rpartition("/")
        path = f"{module}/{FOLDER}/{own}".removeprefix("/")
        if not (root / path).is_dir():
            raise LookupError(_no_folder(root, name, path))
        files = [root / path / file for file in SOURCES]
        for file in files:
            if not file.is_file():
                raise LookupError(
                    f"{root.name}/{path} has no {file.name}: write it, as an "
                    f"exercise needs {' and '.join(SOURCES)}."
                )
        solution, check = (file.read_text(encoding="utf-8") for file in files)
        where = f"{root.name}/{path}/solution.py"
        starter, shown = split(solution, where)
        return cls(path, starter, shown, check)

    @property
    def digest(self) -> str:
        """Another one as soon as a reader would see another exercise."""
        texts = "\0".join((self.starter, self.check, self.shown))
        return hashlib.sha256(texts.encode()).hexdigest()[:8]


def split(code: str, where: str) -> tuple[str, str]:
    """The starter and the solution to show, both without markers.

        # BEGIN SOLUTION
        what only the solution has
        # STARTER
        # what only the starter has, as comments
        # END SOLUTION

    The starter's part may be missing. Raises ValueError with a remedy, which
    names `where`, if the markers do not match or there are none.
    """
    starter, shown, region, number = "", "", END, 0
    for number, line in enumerate(code.splitlines(keepends=True), start=1):
        if (marker := line.strip()) in FOLLOWS:
            if region not in FOLLOWS[marker]:
                raise _misplaced(where, number, f"`{marker}` is out of place")
            region = marker
        elif region == END:
            starter, shown = starter + line, shown + line
        elif region == BEGIN:
            shown += line
        elif comment := COMMENT.fullmatch(line):
            starter += comment[1] + (comment[2] or "")
        else:
            raise _misplaced(where, number, "this is no comment")
    if region != END:
        raise _misplaced(where, number, f"`{END}` is missing")
    if starter == shown:
        raise _misplaced(where, number, "nothing is left to the reader")
    return starter, shown


def _misplaced(where: str, line: int, what: str) -> ValueError:
    return ValueError(
        f"{where}, line {line}: {what}: write `{BEGIN}`, the solution's "
        f"lines, maybe `{STARTER}` and the starter's as comments, `{END}`."
    )


def _no_folder(root: Path, name: str, path: str) -> str:
    known = [
        folder.relative_to(root).as_posix().replace(f"{FOLDER}/", "")
        for folder in root.rglob(f"{FOLDER}/*/")
    ]
    return f"There is no exercise {root.name}/{path}: {nearest(name, known)}"
