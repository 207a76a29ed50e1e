"""Which addresses the site has had: recorded by `make outputs`, kept by a test.

Derived from docs/ alone, as the site need not be built for it.
"""

import json
from datetime import UTC, datetime

from hooks.addresses import PUBLISHED
from tests.paths import ROOT


def addresses() -> list[str]:
    """Each page's address below the site's: `caching/eviction/`."""
    docs = ROOT / "docs"
    found = []
    for page in [*docs.rglob("*.md"), *docs.rglob("*.py")]:
        name = page.relative_to(docs).with_suffix("").as_posix()
        found.append(f"/{name}/".removesuffix("index/")[1:])
    assert found, f"no page found below {docs}"
    return sorted(found)


def published() -> dict[str, str]:
    """Each address that the site ever had, with its first day."""
    recorded: dict[str, str] = json.loads(PUBLISHED.read_text())
    return recorded


def record() -> None:
    """Add the addresses of new pages, with today's date."""
    before = published()
    new = set(addresses()) - set(before)
    after = before | dict.fromkeys(new, datetime.now(UTC).date().isoformat())
    text = json.dumps(dict(sorted(after.items())), indent=2)
    PUBLISHED.write_text(f"{text}\n")
    print(f"Recorded {len(new)} new addresses.")


if __name__ == "__main__":
    record()
