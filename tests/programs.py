"""The programs that tests need from the system, and how to get them.

`python -m tests.programs install` installs what is missing, where it may.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

# Program, any name it goes by: Debian's package that brings it.
PROGRAMS = {
    ("chromium", "chromium-browser", "google-chrome"): "chromium",
    ("initdb",): "postgresql",
}
# Where Debian puts what is for no user's own use.
ELSEWHERE = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)

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
    places = os.pathsep.join([os.environ["PATH"], *map(str, ELSEWHERE)])
    found = (shutil.which(name, path=places) for name in names)
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
    for command in (["update"], ["install", "-y", *missing]):
        subprocess.run([*apt, *command], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__" and sys.argv[1:] == ["install"]:
    install()
