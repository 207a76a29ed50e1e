"""A real nginx with a configuration."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.systems.program import Program, home, need, run, started

# Into the folder of the program instead of the system's.
TEMPORARY = "".join(
    f"{kind}_temp_path {kind};"
    for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
)


@contextmanager
def server(configuration: str, folder: Path) -> Iterator[Program]:
    """Nginx with the configuration, in a home, where it finds its files.

    Its log is what it writes to stderr.
    """
    command = _command(folder, configuration)
    pid = folder / "nginx.pid"
    with started(command, folder, lambda: _filled(pid)) as program:
        yield program


def verdict(configuration: str) -> str:
    """What `nginx -t` says about the configuration."""
    with home() as folder:
        command = _command(folder, configuration)
        try:
            return run([*command, "-t"], folder=folder)
        except RuntimeError as refusal:
            return str(refusal)


def version() -> str:
    """As in `nginx 1.22.1`."""
    return run([need("nginx"), "-v"]).split(": ")[1].replace("/", " ").strip()


def _command(folder: Path, configuration: str) -> list[str]:
    file = folder / "nginx.conf"
    file.write_text(
        configuration.replace("http {", f"http {{ {TEMPORARY} access_log off;")
    )
    settings = f"daemon off; pid {folder}/nginx.pid;"
    place = [need("nginx"), "-p", str(folder), "-c", str(file)]
    return [*place, "-e", "stderr", "-g", settings]


def _filled(pid: Path) -> bool:
    return pid.exists() and pid.stat().st_size > 0
