"""What a crash of PostgreSQL leaves of the transactions it acknowledged.

All of its processes are killed, the machine is not: what they gave to the
operating system stays.

Source: PostgreSQL manual, "Asynchronous Commit",
https://www.postgresql.org/docs/current/wal-async-commit.html
"""

import os
import signal
import subprocess
from contextlib import suppress
from itertools import islice
from pathlib import Path

import pytest

from tests.evidence import Record
from tests.systems import postgresql
from tests.systems.program import ENVIRONMENT

MANY, ENOUGH = 100_000, 2_000
TRANSFER = (
    r"BEGIN\; INSERT INTO entries VALUES ({0}, -1)\;"
    r" INSERT INTO entries VALUES ({0}, 1)\; COMMIT;"
)
HALVES = """
    SELECT count(*) FROM (
        SELECT transfer FROM entries
        GROUP BY transfer HAVING sum(amount) <> 0 OR count(*) <> 2
    ) AS half
"""


def crash(server: postgresql.Server) -> None:
    """Kill all its processes at once."""
    others = server.value("SELECT pid FROM pg_stat_activity").split()
    # So that it can't start any of the others again.
    os.kill(server.program.process.pid, signal.SIGSTOP)
    for process in map(int, others):
        with suppress(ProcessLookupError):  # that of this very question
            os.kill(process, signal.SIGKILL)
    server.program.kill()


def crash_under_load(server: postgresql.Server, script: Path) -> int:
    """How many commits the client was told of."""
    client = subprocess.Popen(
        server.psql("--file", str(script)),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env=ENVIRONMENT,
    )
    assert client.stdout
    with client:
        told = (line for line in client.stdout if line == "COMMIT\n")
        before = len(list(islice(told, ENOUGH)))
        crash(server)
        return before + len(list(told))


@pytest.mark.parametrize("commit", ["on", "off"])
def test_a_crash_loses_no_commit_that_waited_and_leaves_no_half(
    commit: str, tmp_path: Path, record_property: Record
) -> None:
    script = tmp_path / "transfers.sql"
    transfers = map(TRANSFER.format, range(MANY))
    script.write_text(
        "\n".join([f"SET synchronous_commit = {commit};", *transfers])
    )
    with postgresql.server() as server:
        record_property("test", server.version)
        server.value("CREATE TABLE entries (transfer integer, amount integer)")
        acknowledged = crash_under_load(server, script)
        with postgresql.on_data(server.binaries, server.folder) as again:
            present = int(again.value("SELECT count(*) / 2 FROM entries"))
            assert again.value(HALVES) == "0"
    lost = max(0, acknowledged - present)
    record_property(
        "measured",
        f"PostgreSQL killed under load, `synchronous_commit={commit}`: of "
        f"{acknowledged:,} acknowledged commits {lost:,} were lost",
    )
    assert ENOUGH <= acknowledged < MANY
    if commit == "on":
        assert lost == 0
