"""What the service worker keeps from the first visit on."""

import gzip
import json
import re

import pytest

from tests.paths import SITE, pages

# Bytes, compressed; the index of the search included.
PER_PAGE = 52_000


@pytest.fixture(scope="module")
def kept() -> set[str]:
    """The files that it fetches when it is installed."""
    lists = dict(
        re.findall(
            r"^const (\w+) = (.+);$",
            (SITE / "offline.js").read_text("utf-8"),
            re.MULTILINE,
        )
    )
    paths = [*json.loads(lists["SITE"])["files"], *json.loads(lists["LIGHT"])]
    return {re.sub(r"(^|/)$", r"\1index.html", path) for path in paths}


def test_every_page_is_kept(kept: set[str]) -> None:
    assert set(pages()) <= kept


def test_every_kept_file_exists(kept: set[str]) -> None:
    assert [path for path in kept if not (SITE / path).is_file()] == []


def test_only_names_with_a_content_hash_pass_for_such() -> None:
    text = (SITE / "offline.js").read_text("utf-8")
    site = json.loads(re.findall(r"^const SITE = (.+);$", text, re.M)[0])
    hashed = {
        file.relative_to(SITE).as_posix()
        for file in SITE.rglob("*.*")
        if re.search(site["hashed"], file.relative_to(SITE).as_posix())
    }
    assert not hashed & set(pages())
    runner = {path for path in hashed if path.startswith("assets/runner/")}
    assert len(runner) == len(list((SITE / "assets" / "runner").iterdir()))


def test_what_is_kept_stays_within_its_budget(kept: set[str]) -> None:
    size = sum(len(gzip.compress((SITE / path).read_bytes())) for path in kept)
    budget = PER_PAGE * len(pages())
    assert size < budget, (
        f"the service worker fetches {size} bytes on a first visit, {budget} "
        "are the limit: let hooks/offline.py keep what is large at first use"
    )
