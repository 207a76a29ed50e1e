"""Runs an exercise's tests, in a process of their own."""

import contextlib
import io
import os
import signal
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

# Seconds after which an answer that does not end is interrupted.
LONGEST = 60


def verdict(folder: Path) -> tuple[int, str]:
    """How pytest ends on the folder's check.py, and what it prints."""
    signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.alarm(LONGEST)
    os.chdir(folder)
    # As in the browser, which has pytest alone; and twice as quick.
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    # Without the source around a failure, whose other messages would count.
    options = [
        "--tb=native",
        "--assert=plain",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        str(folder),
    ]
    with contextlib.redirect_stdout(io.StringIO()) as said:
        ended = pytest.main([*options, "check.py"])
    return int(ended), said.getvalue()


def send_verdict(to: Connection, folder: Path) -> None:
    """Send it to the process that asked."""
    to.send(verdict(folder))
