"""A real Redis: alone, or a cluster of three masters and three replicas."""

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
    wait,
)

MASTERS = 3


@dataclass(frozen=True, slots=True)
class Server:
    """A server that listens on a port of the loopback address."""

    port: int
    program: Program

    def run(self, *command: str) -> str:
        """What redis-cli prints for the command."""
        return run([*self.cli, *command]).strip()

    @property
    def cli(self) -> list[str]:
        """The command of a client."""
        return ["redis-cli", "-h", LOOPBACK, "-p", str(self.port)]

    @property
    def version(self) -> str:
        """As in `Redis 7.0.15`."""
        facts = dict(
            line.split(":", 1)
            for line in self.run("INFO", "server").splitlines()
            if ":" in line
        )
        return f"Redis {facts['redis_version']}"


@contextmanager
def server(*options: str, port: int | None = None) -> Iterator[Server]:
    """A server without data; `options` are those of redis-server."""
    program = need("redis-server")
    port = port or free_ports(1)[0]
    with home() as folder:
        command = [program, "--bind", LOOPBACK, "--port", str(port)]
        quiet = ["--save", "", "--dir", str(folder)]

        def is_ready() -> bool:
            try:
                return Server(port, running).run("PING") == "PONG"
            except RuntimeError:
                return False

        with started([*command, *quiet, *options], folder) as running:
            running.wait(is_ready)
            yield Server(port, running)


@contextmanager
def cluster(
    node_timeout_ms: int = 2000, ports: list[int] | None = None
) -> Iterator[list[Server]]:
    """Six servers: three masters in the order of their slots, then replicas.

    The replica of the master at position `i` is at `i + 3`. It has `ports`
    of its own if they are given.
    """
    count = 2 * MASTERS
    ports = ports or free_ports(count)
    # No port is taken yet, so that the same one may be found free twice.
    buses = [bus for bus in free_ports(2 * count) if bus not in ports]
    with ExitStack() as stack:
        nodes = [
            stack.enter_context(
                server(
                    *("--cluster-enabled", "yes"),
                    *("--cluster-port", str(bus)),
                    *("--cluster-node-timeout", str(node_timeout_ms)),
                    port=port,
                )
            )
            for port, bus in zip(ports, buses[:count], strict=True)
        ]
        addresses = [f"{LOOPBACK}:{node.port}" for node in nodes]
        masters, replicas = nodes[:MASTERS], nodes[MASTERS:]
        create = ["redis-cli", "--cluster", "create", *addresses[:MASTERS]]
        run([*create, "--cluster-yes"])
        _wait_until_ok(masters)
        for master, replica in zip(masters, replicas, strict=True):
            bus = master.run("CONFIG", "GET", "cluster-port").split()[-1]
            replica.run("CLUSTER", "MEET", LOOPBACK, str(master.port), bus)
            identity = master.run("CLUSTER", "MYID")
            _wait_for(replica, identity, "CLUSTER", "NODES")
            replica.run("CLUSTER", "REPLICATE", identity)
        _wait_until_ok(nodes)
        for replica in replicas:
            _wait_for(replica, "link_status:up", "INFO", "replication")
        yield nodes


def _wait_until_ok(nodes: list[Server]) -> None:
    for node in nodes:
        _wait_for(node, "cluster_state:ok", "CLUSTER", "INFO")
        known = f"cluster_known_nodes:{len(nodes)}"
        _wait_for(node, known, "CLUSTER", "INFO")


def _wait_for(node: Server, words: str, *command: str) -> None:
    wait(lambda: words in node.run(*command), words)
