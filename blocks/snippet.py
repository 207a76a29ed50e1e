"""A snippet: a file below snippets/, or one definition of it."""

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Self

from blocks.errors import nearest

# How the highlighter calls what a file of this suffix holds.
LANGUAGES = {".py": "python", ".sql": "postgresql"}
# Sessions, which only a real program can answer.
SESSIONS = (".redis", ".sh", ".steps")
# What a program of a `.sh` session is configured with, beside it.
CONFIGURATIONS = {
    ".conf": "nginx",
    ".cfg": "text",
    ".authority": "ini",
    ".cache": "ini",
}

Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Snippet:
    """What a page shows of a snippet; `output` only of a whole file."""

    path: str
    symbol: str
    language: str
    code: str
    output: str

    @classmethod
    def read(cls, root: Path, name: str) -> Self:
        """The snippet that `name` asks for: `caching/lru_cache.py[:symbol]`.

        Raises LookupError with a remedy if the file, the symbol or the
        recorded output does not exist.
        """
        path, _, symbol = name.partition(":")
        file = root / path
        if file.suffix not in LANGUAGES or not file.is_file():
            raise LookupError(no_file(root, path, LANGUAGES))
        language = LANGUAGES[file.suffix]
        code = file.read_text(encoding="utf-8")
        if symbol:
            code = _definition(code, path, symbol)
            return cls(path, symbol, language, code, "")
        recorded = file.with_suffix(".out")
        if not recorded.is_file():
            raise LookupError(
                f"{root.name}/{path} has no recorded output: "
                "run `make outputs` and commit the .out file."
            )
        output = recorded.read_text(encoding="utf-8")
        return cls(path, "", language, code, output)


def _definition(code: str, path: str, symbol: str) -> str:
    """The source of `Class`, `function` or `Class.method`, dedented."""
    if not path.endswith(".py"):
        raise LookupError(
            f"{path} has no definitions, as only Python has: show the whole "
            f"file by `/// run | {path}`."
        )
    try:
        scope: ast.AST = ast.parse(code, path)
    except SyntaxError as error:
        raise LookupError(not_python(path, error)) from None
    for name in symbol.split("."):
        found = {
            node.name: node
            for node in ast.iter_child_nodes(scope)
            if isinstance(node, Definition)
        }
        if name not in found:
            known = ", ".join(found) or "nothing"
            raise LookupError(
                f"{path} does not define `{symbol}`: there it defines {known}."
            )
        scope = found[name]
    assert isinstance(scope, Definition)
    first = min([scope.lineno, *(mark.lineno for mark in scope.decorator_list)])
    lines = code.splitlines(keepends=True)[first - 1 : scope.end_lineno]
    return dedent("".join(lines))


def not_python(path: str, error: SyntaxError) -> str:
    """What to say of a file that Python can not read."""
    return f"{path}, line {error.lineno}: {error.msg}: correct that line."


def no_file(root: Path, path: str, suffixes: Iterable[str]) -> str:
    """What to say of a path to no file of these suffixes."""
    known = [
        file.relative_to(root).as_posix()
        for suffix in suffixes
        for file in root.rglob(f"*{suffix}")
    ]
    return f"There is no snippet {root.name}/{path}: {nearest(path, known)}"
