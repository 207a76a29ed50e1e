"""What holds for all tests."""

import os
import signal
import traceback
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import blocks
from tests.systems.postgresql import Server
from tests.systems.program import MissingProgramError
from tests.systems.sessions import Systems

BLOCKS = Path(blocks.__file__).parent


def pytest_configure() -> None:
    """End as Ctrl-C does when told to: what was started ends as well."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


@pytest.fixture(scope="session")
def systems() -> Iterator[Systems]:
    """Real systems, each started at first use; they end with the tests."""
    with Systems() as started:
        yield started


@pytest.fixture
def postgres(systems: Systems) -> Server:
    """A real PostgreSQL."""
    return systems.postgresql


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup() -> Iterator[None]:
    """Skip a test whose fixture needs a program that is missing."""
    with skipping():
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Iterator[None]:
    """Skip a test that needs a program that is missing."""
    with skipping():
        yield


@contextmanager
def skipping() -> Iterator[None]:
    try:
        yield
    except MissingProgramError as missing:
        pytest.skip(str(missing))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under CI nothing may be skipped: a skipped test fails there.

    A rule for contributors that is broken says its sentence and no more.
    """
    report = yield
    if report.failed and call.excinfo and item.get_closest_marker("rule"):
        said = sentence(call.excinfo.value)
        report.longrepr = said or report.longrepr
    if report.skipped and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI=true forbids: {report.longrepr}"
    return report


def sentence(error: BaseException) -> str:
    """What a rule says, without what pytest adds; empty if it says nothing."""
    if not isinstance(error, AssertionError | RuntimeError):
        # What blocks/ refuses, it says as to somebody who builds the site.
        frames = traceback.extract_tb(error.__traceback__)
        if not frames or Path(frames[-1].filename).parent != BLOCKS:
            return ""
    return f"\n{error}".partition("\nassert ")[0].strip()
