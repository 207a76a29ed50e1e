"""A real dnsmasq with a configuration: a name server, or a cache of another."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.systems.program import Program, listens, need, run, started

PORT = re.compile(r"^port=(\d+)$", re.MULTILINE)


@contextmanager
def server(configuration: str, folder: Path) -> Iterator[Program]:
    """It with the configuration, in a home, where it finds its files.

    It listens on the one port that `port=` names.
    """
    [port] = PORT.findall(configuration)
    file = folder / f"dnsmasq-{port}.conf"
    file.write_text(configuration)
    # Not a daemon, which leaves the folder; its log is what it says.
    command = [need("dnsmasq-base"), "--no-daemon", "--pid-file="]
    command.append(f"--conf-file={file}")
    with started(command, folder, lambda: listens(int(port))) as program:
        yield program


def version() -> str:
    """As in `dnsmasq 2.90`."""
    said = run([need("dnsmasq-base"), "--version"])
    return f"dnsmasq {said.split()[2]}"
