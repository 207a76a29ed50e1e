"""A real etcd of three nodes."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.systems.program import (
    ENVIRONMENT,
    LOOPBACK,
    MissingProgramError,
    Program,
    free_ports,
    home,
    need,
    run,
    started,
)

NODES = 3
NETWORKS = Path(__file__).with_name("etcd_networks.sh")
# Seconds after which the nodes in networks end whatever happens.
LIMIT = "120"
# With the first process of its namespace ends every other one.
APART = ["unshare", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"]
# What a client says about itself, beside the error that it reports.
LOGGED = re.compile(r'^\{"level":.*\n', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Node:
    """One of the three, by the port that clients use."""

    port: int
    program: Program

    def run(self, *command: str) -> str:
        """What etcdctl prints for the command, given to this node only."""
        address = f"--endpoints={LOOPBACK}:{self.port}"
        return run([need("etcd-client"), address, *command]).strip()

    def is_healthy(self) -> bool:
        """Whether a write goes through it."""
        try:
            return "is healthy" in self.run("endpoint", "health")
        except RuntimeError:
            return False


@contextmanager
def cluster() -> Iterator[list[Node]]:
    """Three nodes that have a leader."""
    program = need("etcd-server")
    need("etcd-client")
    ports = free_ports(2 * NODES)
    peers = [f"http://{LOOPBACK}:{port}" for port in ports[NODES:]]
    everyone = ",".join(f"n{i}={peer}" for i, peer in enumerate(peers))
    nodes = []
    with ExitStack() as stack:
        for i, peer in enumerate(peers):
            folder = stack.enter_context(home())
            client = f"http://{LOOPBACK}:{ports[i]}"
            command = [
                *(program, "--name", f"n{i}", "--data-dir", f"{folder}/data"),
                *("--listen-client-urls", client),
                *("--advertise-client-urls", client),
                *("--listen-peer-urls", peer),
                *("--initial-advertise-peer-urls", peer),
                *("--initial-cluster", everyone),
            ]
            running = stack.enter_context(started(command, folder))
            nodes.append(Node(ports[i], running))
        for node in nodes:
            node.program.wait(node.is_healthy)
        yield nodes


@contextmanager
def networks() -> Iterator[Callable[[str], str]]:
    """Three nodes that can be cut off, the first of which leads.

    Yields a function that runs a command of the shell beside them and returns
    what it prints, stderr included; `etcd_networks.sh` says what it may name.
    Raises MissingProgramError where no network can be made.
    """
    for package in ("etcd-server", "etcd-client", "iproute2"):
        need(package)
    process = subprocess.Popen(
        [*_apart(), "timeout", LIMIT, "bash", str(NETWORKS)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=ENVIRONMENT,
    )
    assert process.stdin
    assert process.stdout
    given, printed = process.stdin, process.stdout

    def answer() -> str:
        said = b""
        while (byte := printed.read(1)) != b"\0":
            if not byte:
                raise RuntimeError(f"The networks ended: {said.decode()}")
            said += byte
        return LOGGED.sub("", said.decode())

    def ask(command: str) -> str:
        given.write(f"{command}\0".encode())
        given.flush()
        return answer()

    try:
        answer()
        yield ask
    finally:
        process.communicate()


def _apart() -> list[str]:
    """The command of a network that one may cut: by root, sudo or the kernel.

    Raises MissingProgramError where none of them allows it.
    """
    as_user = [*APART, "--user", "--map-root-user"]
    for command in (APART, ["sudo", "-n", *APART], as_user):
        if shutil.which(command[0]) and not (
            subprocess.run([*command, "true"], capture_output=True).returncode
        ):
            return command
    raise MissingProgramError(
        "No network namespace can be made: run this test as root, or allow "
        "users their own namespaces."
    )


def version() -> str:
    """As in `etcd 3.4.23`."""
    first, *_ = run([need("etcd-server"), "--version"]).splitlines()
    return f"etcd {first.split(': ')[1]}"
