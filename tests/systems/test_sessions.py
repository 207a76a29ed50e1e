"""A page shows what the real system answers."""

from pathlib import Path

import pytest

from blocks.transcript import Transcript
from tests import programs
from tests.evidence import Record
from tests.paths import SNIPPETS, sessions
from tests.systems.program import MissingProgramError
from tests.systems.sessions import Systems, record_session


@pytest.mark.parametrize("session", sessions())
def test_the_system_answers_as_recorded(
    session: str,
    systems: Systems,
    record_property: Record,
) -> None:
    file = SNIPPETS / session
    recorded = file.with_suffix(".out")
    assert recorded.is_file(), (
        f"snippets/{session} is not recorded: run `make outputs`"
    )
    then = Transcript.read(recorded.read_text(encoding="utf-8"))
    now = Transcript.read(str(record_session(file, systems)))
    record_property("session", now.program)
    # Another version may answer, as long as it answers the same.
    assert now.entries == then.entries, (
        f"snippets/{session}: {now.program} answers something else than "
        f"{then.program} did: if that is meant, run `make outputs` and read "
        "the difference"
    )


LOCK = """\
CREATE TABLE seats (id integer);
INSERT INTO seats VALUES (1);
A: BEGIN;
A: UPDATE seats SET id = 2;
B: UPDATE seats SET id = 3;
"""


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "seat.steps",
            "A: SELECT 1\n",
            "`A: SELECT 1` has no end: it needs",
        ),
        ("seat.steps", LOCK, r"\['B:'\] wait at the end"),
        ("seat.steps", f"{LOCK}B: COMMIT;\n", "B: COMMIT; while it waits"),
        ("seat.redis", "PING\n", "`# On: redis` or `# On: redis-cluster`"),
        ("seat.sh", "# On: raft\n\ntrue\n", "called `# On: raft`: here only"),
    ],
)
def test_a_session_that_can_not_be_recorded_says_why(
    name: str, text: str, message: str, tmp_path: Path, systems: Systems
) -> None:
    file = tmp_path / name
    file.write_text(text)
    with pytest.raises(ValueError, match=message):
        record_session(file, systems)


def test_a_program_that_a_command_needs_is_named_if_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, systems: Systems
) -> None:
    file = tmp_path / "name.sh"
    file.write_text("# Head\n\ndig @127.0.0.1 -p 5300 example.com\n")
    monkeypatch.setattr(programs, "PLACES", "")
    with pytest.raises(MissingProgramError, match="bind9-dnsutils is missing"):
        record_session(file, systems)


def test_a_transaction_of_redis_keeps_its_connection(
    tmp_path: Path, systems: Systems
) -> None:
    file = tmp_path / "counter.redis"
    file.write_text("# On: redis\n\nMULTI\n# Caption\nINCR seats\nEXEC\n")
    entries = record_session(file, systems).entries
    assert [(entry.command, entry.answer.strip()) for entry in entries] == [
        ("MULTI", "OK"),
        ("Caption", ""),
        ("INCR seats", "QUEUED"),
        ("EXEC", "1) (integer) 1"),
    ]
