"""Has the theme build its search index only once somebody searches."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

BEFORE = Path(__file__).parent.parent / "build" / "search.js"


def on_post_build(*, config: MkDocsConfig) -> None:
    """Put the built `runner/src/search.ts` before the theme's worker."""
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
