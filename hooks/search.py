"""Has the theme load and build its search index only once somebody searches."""

import json
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

BEFORE = Path(__file__).parent.parent / "build" / "search.js"


def on_post_build(*, config: MkDocsConfig) -> None:
    """Part the index, and put `runner/src/search.ts` before the worker."""
    # Each page loads the index: it keeps the settings, without documents.
    index = Path(config.site_dir, "search", "search_index.json")
    parts = json.loads(index.read_text("utf-8"))
    docs = json.dumps(parts["docs"], ensure_ascii=False, separators=(",", ":"))
    index.with_name("docs.json").write_text(docs, "utf-8")
    index.write_text(json.dumps(parts | {"docs": []}), "utf-8")

    folder = Path(config.site_dir, "assets", "javascripts", "workers")
    found = [*folder.glob("search.*.min.js")]
    if len(found) != 1:
        raise PluginError(
            f"{folder} has {len(found)} search workers instead of one: does "
            "hooks/search.py fit this version of the theme?"
        )
    [worker] = found
    both = BEFORE.read_text("utf-8") + worker.read_text("utf-8")
    worker.write_text(both, "utf-8")
