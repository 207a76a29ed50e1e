"""A real HAProxy with a configuration."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.systems.program import Program, listens, need, run, started

BIND = re.compile(r"^\s*bind\s+\S*:(\d+)", re.MULTILINE)


@contextmanager
def server(configuration: str, folder: Path) -> Iterator[Program]:
    """HAProxy with the configuration, in a home, where it finds its files.

    It binds ports by `bind`.
    """
    ports = [int(port) for port in BIND.findall(configuration)]

    def is_ready() -> bool:
        return all(map(listens, ports))

    file = folder / "haproxy.cfg"
    file.write_text(configuration)
    command = [need("haproxy"), "-db", "-f", str(file)]
    with started(command, folder, is_ready) as program:
        yield program


def version() -> str:
    """As in `HAProxy 2.6.12`."""
    found = re.search(r"version ([\d.]+)", run([need("haproxy"), "-v"]))
    assert found
    return f"HAProxy {found[1]}"
