"""Gives the site its service worker, with the list of what it keeps."""

import base64
import hashlib
import json
import re
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

WORKER = Path(__file__).parent.parent / "build" / "offline.js"

# A content hash in a name: as Python's folder and the theme have it, or as
# esbuild writes it.
HASHED = r"[-.](?:[0-9a-f]{8}|[A-Z0-9]{8})[./]"
# Kept once it was used: the runner's parts, each engine's folder.
LATER = re.compile(r"assets/(?:runner/[^/]+|[a-z]+-[0-9a-f]{8}/)")
# Asked for by no page: debuggers' maps, what is for crawlers, other languages,
# and what is only downloaded.
UNUSED = re.compile(
    r".*\.map|sitemap\..*|robots\.txt|feed\.xml|assets/cards/.*|"
    r"assets/javascripts/lunr/.*|assets/licences\.txt|.*\.(apkg|ipynb)"
)


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Put a content hash into the name of each of our style sheets."""
    for index, sheet in enumerate(config.extra_css):
        file = files.get_file_from_path(sheet)
        assert file, f"extra_css: {sheet} is missing"
        digest = hashlib.sha256(file.content_bytes).hexdigest()[:8]
        file.dest_uri = file.url = sheet.replace(".css", f".{digest}.css")
        config.extra_css[index] = file.url


@event_priority(-100)  # after search has written its index
def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the service worker to the site's root, which is its scope."""
    write(Path(config.site_dir))


def write(site: Path) -> None:
    """Have the service worker keep the files that are in the folder now."""
    kept, later = {}, set()
    for file in sorted(site.rglob("*.*")):
        path = file.relative_to(site).as_posix()
        if on_use := LATER.match(path):
            later.add(on_use[0])
        elif file.is_file() and path != WORKER.name and not UNUSED.match(path):
            address = re.sub(r"(^|/)index\.html$", r"\1", quote(path))
            kept[address] = _integrity(file.read_bytes())
    version = {"hashed": HASHED, "files": kept, "later": sorted(later)}
    worker = f"const SITE = {json.dumps(version)};\n{WORKER.read_text()}"
    (site / WORKER.name).write_text(worker)


def _integrity(content: bytes) -> str:
    digest = hashlib.sha256(content).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
