"""The programs that tests need from the system, and how to get them.

`python -m tests.programs install` installs what is missing, where it may.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Without windows, and so with half of the work of a whole Chromium.
BROWSER = "chromium-headless-shell"
# Program, any name it goes by: Debian's package that brings it.
PROGRAMS = {
    (
        BROWSER,
        "chromium",
        "chromium-browser",
        "google-chrome",
    ): BROWSER,
    ("initdb",): "postgresql",
    ("redis-server",): "redis-server",
    ("nginx",): "nginx",
    ("haproxy",): "haproxy",
    ("etcd",): "etcd-server",
    ("etcdctl",): "etcd-client",
    ("ip", "ss"): "iproute2",
    ("curl",): "curl",
    ("openssl",): "openssl",
    ("dnsmasq",): "dnsmasq-base",
    ("dig",): "bind9-dnsutils",
    ("ldb", "sst_dump"): "rocksdb-tools",
    ("java",): "default-jre-headless",
}
# Where programs are, also those that Debian meant for no user or for root.
PLACES = os.pathsep.join(
    [
        os.environ["PATH"],
        *map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin"))[::-1]),
        "/usr/sbin",
    ]
)
# While this says no, Debian does not start a server that it installs.
POLICY = Path("/usr/sbin/policy-rc.d")

# A Chromium of a system's package, in tests: without a sandbox, as it may run
# as root, and silent.
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find(package: str) -> str | None:
    """The path of the program that `package` brings, None if missing."""
    names = next(n for n, known in PROGRAMS.items() if known == package)
    found = (shutil.which(name, path=PLACES) for name in names)
    return next(filter(None, found), None)


def remedy(package: str) -> str:
    """What to do where `package` could not be installed."""
    return f"{package} is missing: install your system's package of it."


def install() -> None:
    """Install what is missing by apt, as root or with a ready sudo."""
    missing = [package for package in PROGRAMS.values() if not find(package)]
    if not missing:
        return
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    may = shutil.which("apt-get") and (
        not sudo
        or (
            shutil.which("sudo")
            and subprocess.run([*sudo, "true"], capture_output=True).returncode
            == 0
        )
    )
    if not may:
        for package in missing:
            print(f"{remedy(package)} Its tests are skipped.", file=sys.stderr)
        return
    print(f"Installing {', '.join(missing)}, once (up to a minute)")
    environment = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive"]
    apt = [*environment, "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    with _nothing_started(sudo):
        for command in (["update"], ["install", "-y", *missing]):
            run = [*apt, *command]
            subprocess.run(run, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def _nothing_started(sudo: list[str]) -> Iterator[None]:
    if POLICY.exists():
        yield
        return
    refuse = rf"printf '#!/bin/sh\nexit 101\n' > {POLICY}; chmod +x {POLICY}"
    subprocess.run([*sudo, "sh", "-c", refuse], check=True)
    try:
        yield
    finally:
        subprocess.run([*sudo, "rm", POLICY], check=True)


if __name__ == "__main__" and sys.argv[1:] == ["install"]:
    install()
