"""A site of a few pages, with our blocks and one of our hooks."""

import re
import subprocess
import sys
from pathlib import Path

from tests.paths import ROOT


def refusal(
    root: Path, hook: str, pages: dict[str, str], *extensions: str
) -> str:
    """What the build says, on one line, as it stops; without a traceback.

    `root` may have a folder of snippets already.
    """
    for folder in ("blocks", "hooks", "snippets"):
        if not (root / folder).exists():
            (root / folder).symlink_to(ROOT / folder)
    for name, text in pages.items():
        page = root / "docs" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text)
    (root / "mkdocs.yml").write_text(
        "site_name: Test\nsite_url: http://site.test/\n"
        f"hooks: [hooks/{hook}.py]\n"
        f"markdown_extensions: [{', '.join(['blocks', *extensions])}]\n"
    )
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode
    assert "Traceback" not in built.stderr
    return re.sub(r"\s+", " ", built.stderr)
