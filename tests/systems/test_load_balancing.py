"""What a balancer does to a primary with its standby, and what nginx refuses.

Sources: HAProxy manual, "server", `weight`; PostgreSQL manual, section 34.1.2,
`target_session_attrs`; nginx manual, "Module ngx_http_upstream_module".
"""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.evidence import Record
from tests.systems import haproxy, nginx, postgresql
from tests.systems.program import (
    ENVIRONMENT,
    LOOPBACK,
    free_ports,
    home,
    listens,
    need,
    run,
    wait,
)

READ_ONLY = "cannot execute INSERT in a read-only transaction"
WRITES = 20
SSL_REQUEST = bytes([0, 0, 0, 8, 4, 210, 22, 47])


@contextmanager
def pair() -> Iterator[tuple[postgresql.Server, postgresql.Server]]:
    with postgresql.server() as primary:
        primary.value("CREATE TABLE bookings (id serial)")
        with postgresql.standby(primary) as standby:
            yield primary, standby


def insert(address: str, server: postgresql.Server) -> str:
    """What a client that connects by the address is told."""
    command = [f"{server.binaries}/psql", "--no-psqlrc", address, "-c"]
    ended = subprocess.run(
        [*command, "INSERT INTO bookings DEFAULT VALUES"],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return ended.stdout + ended.stderr


@pytest.mark.parametrize(("weight", "refused"), [(0, WRITES), (1, WRITES // 2)])
def test_a_balancer_of_connections_can_not_tell_writes_from_reads(
    weight: int, refused: int, record_property: Record
) -> None:
    record_property("test", haproxy.version())
    [port] = free_ports(1)
    with (
        pair() as (primary, standby),
        home() as folder,
        haproxy.server(
            "defaults\n mode tcp\n timeout connect 5s\n timeout client 5s\n"
            f" timeout server 5s\nlisten database\n bind {LOOPBACK}:{port}\n"
            f" server primary {LOOPBACK}:{primary.port} weight {weight}\n"
            f" server standby {LOOPBACK}:{standby.port} weight 1\n",
            folder,
        ),
    ):
        address = f"postgresql://postgres@{LOOPBACK}:{port}/postgres"
        answers = [insert(address, primary) for _ in range(WRITES)]
    assert sum(READ_ONLY in answer for answer in answers) == refused
    assert sum("INSERT 0 1" in answer for answer in answers) == WRITES - refused


def test_a_client_that_asks_for_a_writable_server_finds_it(
    record_property: Record,
) -> None:
    with pair() as (primary, standby):
        record_property("test", primary.version)
        hosts = f"{LOOPBACK}:{standby.port},{LOOPBACK}:{primary.port}"
        wanted = "target_session_attrs=read-write"
        address = f"postgresql://postgres@{hosts}/postgres?{wanted}"
        answers = [insert(address, primary) for _ in range(WRITES)]
    assert answers == ["INSERT 0 1\n"] * WRITES


def test_a_frozen_database_accepts_connections_and_answers_none(
    record_property: Record,
) -> None:
    with postgresql.server() as server:
        record_property("test", server.version)
        process = server.program.process.pid
        os.kill(process, signal.SIGSTOP)
        try:
            assert listens(server.port)
            with socket.create_connection((LOOPBACK, server.port)) as client:
                client.settimeout(1)
                client.sendall(SSL_REQUEST)
                with pytest.raises(TimeoutError):
                    client.recv(1)
        finally:
            os.kill(process, signal.SIGCONT)


# Columns of HAProxy's statistics.
STATE, CHECKED = 17, 36
STARTUP = (
    "tcp-check send-binary-lf 0000001700030000"
    "%[str(user),hex]00%[str(postgres),hex]0000"
)
PRIMARY = b"in_hot_standby\0off\0".hex()


@pytest.mark.parametrize(
    ("check", "state"),
    [
        ([], "UP"),
        (["option pgsql-check user postgres"], "DOWN"),
        (
            [
                "option tcp-check",
                STARTUP,
                f"tcp-check expect binary {PRIMARY}",
            ],
            "DOWN",
        ),
    ],
    ids=["connects", "logs in", "asks for the role"],
)
def test_a_check_that_only_connects_takes_a_frozen_database_for_up(
    check: list[str], state: str, record_property: Record
) -> None:
    record_property("test", haproxy.version())
    ports = free_ports(2)
    lines = "".join(f" {line}\n" for line in check)
    with (
        postgresql.server() as server,
        home() as folder,
        haproxy.server(
            "defaults\n mode tcp\n timeout connect 5s\n timeout client 5s\n"
            " timeout server 5s\n timeout check 200ms\n"
            f"listen database\n bind {LOOPBACK}:{ports[0]}\n{lines}"
            f" server primary {LOOPBACK}:{server.port} check inter 100ms\n"
            f"listen statistics\n mode http\n bind {LOOPBACK}:{ports[1]}\n"
            " stats enable\n stats uri /\n",
            folder,
        ),
    ):
        statistics = f"http://{LOOPBACK}:{ports[1]}/;csv"

        def row() -> list[str]:
            table = run([need("curl"), "-s", statistics]).splitlines()
            return next(
                line for line in table if line.startswith("database,primary,")
            ).split(",")

        wait(lambda: row()[CHECKED] in ("L4OK", "L7OK"), "a check")
        assert row()[STATE] == "UP"
        process = server.program.process.pid
        os.kill(process, signal.SIGSTOP)
        try:
            if state == "DOWN":
                wait(lambda: row()[STATE] == state, "the check's failure")
            else:
                time.sleep(1)  # ten checks
            assert row()[STATE].startswith(state), row()
        finally:
            os.kill(process, signal.SIGCONT)


UPSTREAM = "events {{}} http {{ upstream app {{ {} }} }}"


@pytest.mark.parametrize(
    ("configuration", "said"),
    [
        ("http { }", 'no "events" section in configuration'),
        (
            UPSTREAM.format("server 127.0.0.1:81 weight=0;"),
            'invalid parameter "weight=0"',
        ),
        (
            UPSTREAM.format("server app.invalid;"),
            'host not found in upstream "app.invalid"',
        ),
        (
            UPSTREAM.format("ip_hash; server 127.0.0.1:81 backup;"),
            'balancing method does not support parameter "backup"',
        ),
        (
            UPSTREAM.format(
                "least_conn; server 127.0.0.1:81; server 127.0.0.1:82 backup;"
            ),
            "test is successful",
        ),
    ],
)
def test_nginx_says_what_it_accepts(
    configuration: str, said: str, record_property: Record
) -> None:
    record_property("test", nginx.version())
    assert said in nginx.verdict(configuration)
