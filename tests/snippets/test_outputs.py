"""A page shows what its snippet prints, whatever the hash seed."""

import pytest

from tests.evidence import Record
from tests.paths import SNIPPETS, snippets
from tests.snippets.outputs import run
from tests.systems.postgresql import Server

pytestmark = pytest.mark.rule


@pytest.mark.parametrize("snippet", snippets(".py"))
def test_prints_what_is_recorded(snippet: str) -> None:
    # Another seed than the recorder's: order of sets must not show.
    compare(snippet, run(snippet, hash_seed=2))


@pytest.mark.parametrize("snippet", snippets(".sql"))
def test_postgresql_prints_what_is_recorded(
    snippet: str,
    postgres: Server,
    record_property: Record,
) -> None:
    record_property("snippet", postgres.version)
    compare(snippet, postgres.run((SNIPPETS / snippet).read_text()))


def compare(snippet: str, printed: str) -> None:
    recorded = (SNIPPETS / snippet).with_suffix(".out")
    assert recorded.is_file(), (
        f"snippets/{snippet} has no recorded output: run `make outputs`"
    )
    assert printed == recorded.read_text(encoding="utf-8"), (
        f"snippets/{snippet} prints something else than {recorded.name}: if "
        "that is meant, run `make outputs` and read the difference; if each "
        "run differs, take what differs as a parameter"
    )
