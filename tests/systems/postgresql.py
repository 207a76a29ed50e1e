"""A real PostgreSQL, which says what an SQL snippet prints."""

import re
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.systems.program import (
    LOOPBACK,
    Program,
    free_ports,
    home,
    need,
    run,
    started,
    wait,
)

USER = "postgres"
# As the PostgreSQL in the browser is: it sorts by bytes, is in UTC and has no
# other process to share a query with.
INITDB = ["--encoding=UTF8", "--locale=C", "--lc-ctype=C.UTF-8"]
SETTINGS = {
    "timezone": "UTC",
    "max_parallel_workers_per_gather": "0",
    "fsync": "off",
    "max_prepared_transactions": "5",
}
# What psql adds to a message besides its SQLSTATE, of which the last differs
# from version to version.
NAMES = re.compile(
    r"^(?:(?:SCHEMA|TABLE|COLUMN|DATATYPE|CONSTRAINT) NAME|LOCATION):  .*\n",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Server:
    """A server that listens on a socket in its folder, and on a port."""

    binaries: Path
    folder: Path
    port: int
    program: Program

    def run(self, script: str) -> str:
        """What psql prints for the script in a database of its own.

        As a page does: each statement before its result, an error with its
        SQLSTATE, and on after an error.
        """
        self.renew()
        echo = ("--echo-queries", "--variable", "VERBOSITY=verbose")
        return NAMES.sub("", run(self.psql(*echo), script))

    def renew(self) -> None:
        """Make the database new and empty."""
        for command in ("DROP DATABASE IF EXISTS", "CREATE DATABASE"):
            run([*self.psql(database="template1"), "-c", f"{command} {USER}"])

    def value(self, query: str) -> str:
        """What the query gives, bare; raises RuntimeError if it fails."""
        bare = ("--no-align", "--tuples-only", "--quiet")
        return run(self.psql(*bare, "-v", "ON_ERROR_STOP=1"), query).strip()

    def psql(self, *options: str, database: str = USER) -> list[str]:
        """The command of a client."""
        options = ("--no-psqlrc", *options, "--dbname", database)
        return [f"{self.binaries}/psql", *options, *self._address]

    def pgbench(self, *options: str) -> str:
        """What pgbench prints, given to the database of the tests."""
        program = f"{self.binaries}/pgbench"
        return run([program, *options, *self._address, USER])

    @property
    def _address(self) -> tuple[str, ...]:
        place = ("--host", str(self.folder), "--port", str(self.port))
        return (*place, "--username", USER)

    @property
    def version(self) -> str:
        """As in `PostgreSQL 15.18`."""
        return f"PostgreSQL {self.value('SHOW server_version').split()[0]}"


@contextmanager
def server() -> Iterator[Server]:
    """A server with an empty database."""
    binaries = Path(need("postgresql")).resolve().parent
    with home() as folder:
        authentication = ("--auth=trust", "--no-sync", "--username", USER)
        initdb = [f"{binaries}/initdb", *authentication, *INITDB]
        run([*initdb, "--pgdata", f"{folder}/data"], folder=folder)
        with on_data(binaries, folder) as primary:
            yield primary


@contextmanager
def standby(primary: Server) -> Iterator[Server]:
    """A streaming standby of the primary, which has all that this has."""
    with home() as folder:
        backup = (f"{primary.binaries}/pg_basebackup", "--write-recovery-conf")
        source = ("--host", LOOPBACK, "--port", str(primary.port))
        options = ("--checkpoint=fast", "--no-sync", "--username", USER)
        target = ("--pgdata", f"{folder}/data")
        run([*backup, *source, *options, *target], folder=folder)
        with on_data(primary.binaries, folder) as replica:
            state = "SELECT state FROM pg_stat_replication"
            wait(lambda: primary.value(state) == "streaming", "replication")
            yield replica


@contextmanager
def on_data(binaries: Path, folder: Path) -> Iterator[Server]:
    """A server on the data that the folder holds already."""
    [port] = free_ports(1)
    settings = SETTINGS | {
        "unix_socket_directories": str(folder),
        "listen_addresses": LOOPBACK,
        "port": str(port),
    }
    options = [f"--{key}={value}" for key, value in settings.items()]
    ready = [f"{binaries}/pg_isready", "--quiet", "--host", str(folder)]

    def is_ready() -> bool:
        asked = subprocess.run([*ready, "--port", str(port)], check=False)
        return asked.returncode == 0

    command = [f"{binaries}/postgres", f"-D{folder}/data", *options]
    # SIGINT waits for no client.
    with started(command, folder, is_ready, stop=signal.SIGINT) as program:
        yield Server(binaries, folder, port, program)
