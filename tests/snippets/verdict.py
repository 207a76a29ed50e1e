"""Runs an exercise's tests, in a process of their own."""

import contextlib
import io
import os
import signal
from pathlib import Path

import pytest

# Seconds after which an answer that does not end is interrupted.
LONGEST = 60


def verdict(folder: Path) -> tuple[int, str]:
    """How pytest ends on the folder's check.py, and what it prints.

    In a copy of this process, in which pytest is imported already.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        with os.fdopen(writer, "w", encoding="utf-8") as told:
            ended, said = _verdict(folder)
            told.write(f"{ended}\n{said}")
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as told:
        number, _, said = told.read().partition("\n")
    os.waitpid(child, 0)
    return int(number), said


def _verdict(folder: Path) -> tuple[int, str]:
    signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.alarm(LONGEST)
    os.chdir(folder)
    # As in the browser, which has pytest alone; and twice as quick.
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    # Each assertion has a message of its own; half of the time would go into
    # writing a longer one, and into looking for garbage at the end.
    plain = ["--assert=plain", *("-p", "no:unraisableexception")]
    options = [*plain, *("-p", "no:cacheprovider"), "--rootdir", str(folder)]
    with contextlib.redirect_stdout(io.StringIO()) as said:
        ended = pytest.main([*options, "check.py"])
    return int(ended), said.getvalue()
