"""A program of the system, started for the caller and ended with the block."""

import os
import pwd
import random
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests import programs

PATIENCE_SECONDS = 60.0
LOG_LINES = 20
LOOPBACK = "127.0.0.1"
# Below the ports that Linux gives to outgoing connections, which could
# otherwise take one between its choice and its use.
PORTS = range(10_000, 32_000)

# Messages in English, and nobody's proxy or password file.
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "PATH": programs.PLACES}

type Command = Sequence[str]


class MissingProgramError(RuntimeError):
    """A program that the system does not have; says what to do."""


def need(package: str) -> str:
    """The path of the program that `package` brings.

    Raises MissingProgramError without it.
    """
    found = programs.find(package)
    if found is None:
        raise MissingProgramError(programs.remedy(package))
    return found


def free_ports(count: int) -> list[int]:
    """Ports of the loopback address that nothing listens on."""
    found: list[int] = []
    for port in random.SystemRandom().sample(PORTS, len(PORTS)):
        if len(found) == count:
            return found
        with socket.socket() as listener:
            try:
                listener.bind((LOOPBACK, port))
            except OSError:
                continue
        found.append(port)
    raise RuntimeError(f"{count} free ports are needed: end what holds them.")


@contextmanager
def home() -> Iterator[Path]:
    """A temporary folder that the programs may write to."""
    with TemporaryDirectory(prefix="system-") as name:
        folder = Path(name).resolve()
        if os.geteuid() == 0:
            shutil.chown(folder, "nobody")
        yield folder


def run(
    command: Command,
    text: str = "",
    *,
    folder: Path | None = None,
) -> str:
    """What the command prints, stderr included, when it has ended.

    Raises RuntimeError with all of it if the command fails.
    """
    ended: subprocess.CompletedProcess[str] = subprocess.run(
        command,
        input=text,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=PATIENCE_SECONDS,
        env=ENVIRONMENT,
        check=False,
        **(_owner(folder) if folder else {}),
    )
    if ended.returncode:
        raise RuntimeError(
            f"{Path(command[0]).name} ended with {ended.returncode}: "
            f"{ended.stdout}"
        )
    return ended.stdout


def wait(holds: Callable[[], bool], what: str) -> None:
    """Return as soon as it holds; raises TimeoutError if it never does."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(f"{PATIENCE_SECONDS} s without {what}")
        time.sleep(0.02)


def listens(port: int) -> bool:
    """Whether something accepts connections there."""
    with socket.socket() as client:
        client.settimeout(PATIENCE_SECONDS)
        return client.connect_ex((LOOPBACK, port)) == 0


@dataclass(slots=True)
class Program:
    """A running program, in a process group of its own."""

    process: subprocess.Popen[bytes]
    log: Path
    killed: bool = False

    def kill(self) -> None:
        """End it as a crash does; this end is no failure."""
        self.killed = True
        self.process.kill()
        self.process.wait()

    def check(self) -> None:
        """Raise RuntimeError, with its log, if it ended by itself."""
        status = self.process.poll()
        if status is None or self.killed:
            return
        command = self.process.args
        assert isinstance(command, list)
        how = (
            f"by {signal.Signals(-status).name}"
            if status < 0
            else f"with status {status}"
        )
        lines = self.log.read_text(errors="replace").splitlines()
        raise RuntimeError(
            f"{Path(command[0]).name} ended {how}. Its log ends with:\n"
            + "\n".join(lines[-LOG_LINES:])
        )

    def wait(self, is_ready: Callable[[], bool]) -> None:
        """Return when it is ready; raises RuntimeError if it ends first."""

        def ready() -> bool:
            self.check()
            return is_ready()

        try:
            wait(ready, "readiness")
        except TimeoutError as error:
            said = self.log.read_text(errors="replace")
            raise RuntimeError(f"{error}: {said}") from error


@contextmanager
def started(
    command: Command,
    folder: Path,
    is_ready: Callable[[], bool] = lambda: True,
    *,
    stop: signal.Signals = signal.SIGTERM,
) -> Iterator[Program]:
    """The program, once it is ready; `folder` is a home and holds its log.

    Raises RuntimeError with the log's end if it ends before the block does.
    """
    name = Path(command[0]).name
    log = folder / f"{name}-{len(list(folder.glob('*.log')))}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            **_owner(folder),
        )
    program = Program(process, log)
    try:
        program.wait(is_ready)
        yield program
        program.check()
    except Exception as error:
        try:
            program.check()
        except RuntimeError as reason:
            raise reason from error
        raise
    finally:
        _end(process, stop)


def _end(process: subprocess.Popen[bytes], stop: signal.Signals) -> None:
    process.send_signal(stop)
    try:
        process.wait(PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)  # what a crash left behind


def _owner(folder: Path) -> dict[str, Any]:
    """Who runs a program, and where: never root, whom PostgreSQL refuses."""
    if os.geteuid():
        return {"cwd": folder}
    group = pwd.getpwnam("nobody").pw_gid
    return {
        "user": "nobody",
        "group": group,
        "extra_groups": [],
        "cwd": folder,
    }
