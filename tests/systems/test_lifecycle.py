"""Each program starts, answers, ends alone, and says why if it dies."""

import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import pytest

from tests import programs
from tests.systems import dns, etcd, haproxy, nginx, postgresql, redis
from tests.systems.program import (
    MissingProgramError,
    Program,
    free_ports,
    home,
    listens,
    need,
    run,
    wait,
)

Lifecycle = Callable[[], AbstractContextManager[list[Program]]]


@contextmanager
def postgresql_alone() -> Iterator[list[Program]]:
    with postgresql.server() as server:
        assert server.value("SELECT 6 * 7") == "42"
        yield [server.program]


@contextmanager
def postgresql_with_standby() -> Iterator[list[Program]]:
    with postgresql.server() as primary:
        primary.value("CREATE TABLE seats (id integer)")
        with postgresql.standby(primary) as standby:
            assert standby.value("SELECT pg_is_in_recovery()") == "t"
            assert standby.value("SELECT count(*) FROM seats") == "0"
            yield [primary.program, standby.program]


@contextmanager
def redis_alone() -> Iterator[list[Program]]:
    with redis.server() as server:
        assert server.run("SET", "user:17", "ada") == "OK"
        assert server.run("GET", "user:17") == "ada"
        yield [server.program]


@contextmanager
def redis_cluster() -> Iterator[list[Program]]:
    with redis.cluster() as nodes:
        slots = nodes[0].run("CLUSTER", "SLOTS").splitlines()
        assert {"0", "5460", "5461", "10922", "10923", "16383"} <= set(slots)
        yield [node.program for node in nodes]


@contextmanager
def nginx_alone() -> Iterator[list[Program]]:
    [port] = free_ports(1)
    configuration = (
        f"events {{}} http {{ server {{ listen 127.0.0.1:{port}; }} }}"
    )
    with home() as folder, nginx.server(configuration, folder) as program:
        assert listens(port)
        yield [program]


@contextmanager
def haproxy_alone() -> Iterator[list[Program]]:
    [port] = free_ports(1)
    configuration = (
        "defaults\n mode http\n timeout client 1s\n timeout connect 1s\n"
        f" timeout server 1s\nfrontend site\n bind 127.0.0.1:{port}\n"
    )
    with home() as folder, haproxy.server(configuration, folder) as program:
        assert listens(port)
        yield [program]


@contextmanager
def etcd_cluster() -> Iterator[list[Program]]:
    with etcd.cluster() as nodes:
        assert nodes[0].run("put", "leader", "ada") == "OK"
        assert nodes[2].run("get", "leader", "--print-value-only") == "ada"
        yield [node.program for node in nodes]


@contextmanager
def dns_with_cache() -> Iterator[list[Program]]:
    ports = authority, cache = free_ports(2)
    listen = "listen-address=127.0.0.1\nbind-interfaces\nno-resolv\nno-hosts\n"
    configurations = [
        f"port={authority}\n{listen}host-record=api.example.com,192.0.2.17\n",
        f"port={cache}\n{listen}server=127.0.0.1#{authority}\n",
    ]
    with home() as folder, ExitStack() as stack:
        running = [
            stack.enter_context(dns.server(configuration, folder))
            for configuration in configurations
        ]
        for port in ports:
            dig = [need("bind9-dnsutils"), "@127.0.0.1", "-p", str(port)]
            assert run([*dig, "+short", "api.example.com"]) == "192.0.2.17\n"
        yield running


LIFECYCLES = [
    postgresql_alone,
    postgresql_with_standby,
    redis_alone,
    redis_cluster,
    nginx_alone,
    haproxy_alone,
    etcd_cluster,
    dns_with_cache,
]


def living(programs: list[Program]) -> list[str]:
    """The processes that work in the programs' folders, also inside them."""
    homes = {str(program.log.parent) for program in programs}
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            where = str((process / "cwd").readlink())
            if any(where.startswith(home) for home in homes):
                found.append((process / "comm").read_text())
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue
    return found


@pytest.mark.parametrize("lifecycle", LIFECYCLES)
def test_starts_answers_and_leaves_nothing(lifecycle: Lifecycle) -> None:
    with lifecycle() as running:
        assert len(living(running)) >= len(running)
    assert not living(running)
    assert not any(program.log.parent.exists() for program in running)


@pytest.mark.parametrize("lifecycle", LIFECYCLES)
def test_a_death_in_the_middle_is_told_with_the_log(
    lifecycle: Lifecycle,
) -> None:
    running: list[Program] = []

    def use() -> None:
        with lifecycle() as alive:
            running.extend(alive)
            os.kill(alive[-1].process.pid, signal.SIGKILL)
            alive[-1].process.wait()
            raise ConnectionError("the client's own, less telling error")

    with pytest.raises(
        RuntimeError, match=r"ended by SIGKILL\. Its log ends with:"
    ) as told:
        use()
    assert isinstance(told.value.__cause__, ConnectionError)
    wait(lambda: not living(running), "the end of what the dead one started")


def test_two_at_once_do_not_meet() -> None:
    with redis.server() as one, redis.server() as other:
        one.run("SET", "user:17", "ada")
        assert other.run("EXISTS", "user:17") == "0"
    with postgresql.server() as first, postgresql.server() as second:
        first.value("CREATE TABLE seats (id integer)")
        assert second.value("SELECT to_regclass('seats') IS NULL") == "t"


def test_what_never_gets_ready_is_told_with_the_log() -> None:
    with socket.socket() as taken, ExitStack() as stack:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(RuntimeError, match=r"(?s)ended .*bind: Addr"):
            stack.enter_context(redis.server(port=port))


def test_an_end_on_purpose_is_no_failure() -> None:
    with redis.server() as server:
        server.program.kill()


def test_a_missing_program_is_named_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(programs, "PLACES", "")
    with (
        pytest.raises(
            MissingProgramError, match="redis-server is missing: install"
        ),
        redis.server(),
    ):
        pass
