"""What holds for all tests."""

import os
from collections.abc import Generator, Iterator
from contextlib import contextmanager

import pytest

from tests.systems.postgresql import Server, server
from tests.systems.program import MissingProgramError


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A real PostgreSQL; ends with the tests."""
    with server() as started:
        yield started


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
def pytest_runtest_makereport() -> Generator[
    None, pytest.TestReport, pytest.TestReport
]:
    """Under CI nothing may be skipped: a skipped test fails there."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI=true forbids: {report.longrepr}"
    return report
