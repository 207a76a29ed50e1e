"""A snippet prints on a real Redis what it prints on the one in memory."""

import pytest

from tests.evidence import Record
from tests.paths import ROOT, SNIPPETS, on_redis
from tests.snippets.outputs import run
from tests.snippets.test_outputs import compare
from tests.systems.sessions import Systems

IMPORT = "from fakeredis import FakeRedis\n"


@pytest.mark.parametrize("snippet", on_redis())
def test_a_real_redis_prints_what_is_recorded(
    snippet: str,
    systems: Systems,
    record_property: Record,
) -> None:
    server = systems.redis_alone
    record_property("snippet", server.version)
    assert IMPORT in (SNIPPETS / snippet).read_text(), (
        f"snippets/{snippet} must import it by `{IMPORT.strip()}`, as here a "
        "client of a real Redis takes its place"
    )
    server.run("FLUSHALL")
    adapter = ROOT / "tests" / "systems" / "on_redis.py"
    # -P, as beside the adapter is a module that is called redis as well.
    compare(snippet, run(snippet, 2, "-P", adapter, str(server.port)))
