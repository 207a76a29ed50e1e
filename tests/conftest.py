"""What holds for all tests."""

import os
from collections.abc import Generator, Iterator

import pytest

from tests import programs
from tests.postgres import Server, server


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A real PostgreSQL; ends with the tests."""
    if not programs.find("postgresql"):
        pytest.skip(programs.remedy("postgresql"))
    with server() as started:
        yield started


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
