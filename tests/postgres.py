"""A real PostgreSQL, which says what an SQL snippet prints."""

import os
import pwd
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests import programs

USER = "postgres"
PATIENCE_SECONDS = 60.0
# As the PostgreSQL in the browser is: it sorts by bytes, is in UTC and has no
# other process to share a query with.
INITDB = ["--encoding=UTF8", "--locale=C", "--lc-ctype=C.UTF-8"]
SETTINGS = {
    "listen_addresses": "",
    "timezone": "UTC",
    "max_parallel_workers_per_gather": "0",
    "fsync": "off",
}
# What psql adds to a message besides its SQLSTATE, of which the last differs
# from version to version.
NAMES = re.compile(
    r"^(?:(?:SCHEMA|TABLE|COLUMN|DATATYPE|CONSTRAINT) NAME|LOCATION):  .*\n",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Server:
    """A server that listens on a socket in its folder only."""

    binaries: Path
    folder: Path

    def run(self, script: str) -> str:
        """What psql prints for the script in a database of its own.

        As a page does: each statement before its result, an error with its
        SQLSTATE, and on after an error.
        """
        for command in ("DROP DATABASE IF EXISTS", "CREATE DATABASE"):
            self._psql(f"{command} {USER};", "template1")
        return NAMES.sub("", self._psql(script, USER))

    def is_ready(self) -> bool:
        """Whether it answers."""
        asked = subprocess.run(
            [self.binaries / "pg_isready", "--quiet", "--host", self.folder],
            check=False,
        )
        return asked.returncode == 0

    def _psql(self, script: str, database: str) -> str:
        ended = subprocess.run(
            [
                *(self.binaries / "psql", "--no-psqlrc", "--echo-queries"),
                *("--variable", "VERBOSITY=verbose"),
                *("--host", self.folder),
                *("--username", USER, "--dbname", database),
            ],
            env={"LC_ALL": "C.UTF-8"},
            input=script,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        if ended.returncode:
            raise RuntimeError(f"psql failed: {ended.stdout}")
        return ended.stdout


@contextmanager
def server() -> Iterator[Server]:
    """A server, started for the caller and then ended.

    Raises RuntimeError if PostgreSQL is missing or does not start.
    """
    initdb = programs.find("postgresql")
    if initdb is None:
        raise RuntimeError(programs.remedy("postgresql"))
    binaries = Path(initdb).resolve().parent
    with TemporaryDirectory(prefix="postgres-") as name:
        folder = Path(name)
        data, log = folder / "data", folder / "log"
        owner = _owner(folder)
        created = subprocess.run(
            [
                *(binaries / "initdb", "--auth=trust", "--no-sync"),
                *INITDB,
                *("--username", USER, "--pgdata", data),
            ],
            capture_output=True,
            text=True,
            check=False,
            **owner,
        )
        if created.returncode:
            raise RuntimeError(f"initdb failed: {created.stderr}")
        settings = SETTINGS | {"unix_socket_directories": name}
        with log.open("w") as output:
            process = subprocess.Popen(
                [
                    binaries / "postgres",
                    f"-D{data}",
                    *(f"--{key}={value}" for key, value in settings.items()),
                ],
                stdout=output,
                stderr=output,
                **owner,
            )
        try:
            started = Server(binaries, folder)
            _wait(started, process, log)
            yield started
        finally:
            process.send_signal(signal.SIGINT)  # waits for no client
            try:
                process.wait(PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _owner(folder: Path) -> dict[str, Any]:
    """Who runs the server: not root, whom it refuses."""
    if os.geteuid():
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    user = "postgres" if "postgres" in names else "nobody"
    shutil.chown(folder, user)
    group = pwd.getpwnam(user).pw_gid
    return {"user": user, "group": group, "extra_groups": [], "cwd": folder}


def _wait(started: Server, process: subprocess.Popen[Any], log: Path) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not started.is_ready():
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError(f"PostgreSQL does not start: {log.read_text()}")
        time.sleep(0.05)
