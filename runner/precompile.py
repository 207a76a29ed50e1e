"""Compiles Python ahead of the reader's browser, in the Python that it runs.

A browser has no __pycache__: without this, most of a start is compiling.
"""

import importlib.util
import io
import re
import sys
import zipfile
from importlib import _bootstrap_external

STDLIB = "/lib/python314.zip"
# Needs a terminal, or colours for one; pytest imports those of these names.
LEFT_OUT = re.compile(
    r"_pyrepl/|pygments/(lexers|styles)/(?!__init__|_mapping|diff|python)"
)
# No docstrings: nobody reads those of the library here.
OPTIMIZE = 2


def stdlib() -> bytes:
    """The standard library; compiled, what is imported by now.

    Not the rest, as compiled it is larger. Nothing is compressed, as all of
    it together compresses better.
    """
    imported = {
        file.removeprefix(f"{STDLIB}/")
        for module in list(sys.modules.values())
        if (file := getattr(module, "__file__", None) or "").startswith(STDLIB)
    }
    with zipfile.ZipFile(STDLIB) as source:
        return _archive(source, STDLIB, imported, zipfile.ZIP_STORED)


def wheel(path: str) -> bytes:
    """The wheel, all of it compiled."""
    with zipfile.ZipFile(path) as source:
        names = set(source.namelist())
        return _archive(source, "site-packages", names, zipfile.ZIP_DEFLATED)


def _archive(
    source: zipfile.ZipFile, root: str, compiled: set[str], method: int
) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            if LEFT_OUT.match(name):
                continue
            content = source.read(name)
            if name.endswith(".py") and name in compiled:
                content = _compile(content, f"{root}/{name}")
                name += "c"
            # Without dates, so that the same sources give the same bytes.
            entry = zipfile.ZipInfo(name)
            archive.writestr(entry, content, method, compresslevel=9)
    return target.getvalue()


def _compile(source: bytes, path: str) -> bytes:
    code = compile(source, path, "exec", dont_inherit=True, optimize=OPTIMIZE)
    digest = importlib.util.source_hash(source)
    pyc = _bootstrap_external._code_to_hash_pyc(  # type: ignore[attr-defined]
        code, digest, checked=False
    )
    return bytes(pyc)
