"""A real etcd of three nodes."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from tests.systems.program import (
    LOOPBACK,
    Program,
    free_ports,
    home,
    need,
    run,
    started,
)

NODES = 3


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


def version() -> str:
    """As in `etcd 3.4.23`."""
    first, *_ = run([need("etcd-server"), "--version"]).splitlines()
    return f"etcd {first.split(': ')[1]}"
