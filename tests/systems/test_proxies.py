"""The models of the page on nginx and HAProxy, asked beside the programs.

Sources: nginx manual, "Module ngx_http_core_module", `location`, "Module
ngx_http_realip_module" and "Module ngx_http_limit_req_module"; The PROXY
protocol, sections 2.1 and 2.2.
"""

import http.client
import re
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import module_from_spec, spec_from_file_location
from random import Random
from types import ModuleType

import pytest

from snippets.load_balancing.location_match import (
    AT_ONCE,
    EXACT,
    PREFIX,
    REGEX,
    REGEX_ANY_CASE,
    Location,
    choose,
)
from snippets.load_balancing.proxy_header import read_header
from tests.evidence import Record
from tests.paths import SNIPPETS
from tests.systems import haproxy, nginx
from tests.systems.program import LOOPBACK, free_ports, home

SEED = 7


def solution(exercise: str) -> ModuleType:
    """The solution of an exercise of this module."""
    folder = SNIPPETS / "load_balancing" / "exercises" / exercise
    spec = spec_from_file_location(exercise, folder / "solution.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@contextmanager
def serving(settings: str) -> Iterator[int]:
    """The port of an nginx with these settings of its `http`."""
    [port] = free_ports(1)
    with (
        home() as folder,
        nginx.server(
            f"events {{}} worker_processes 1; http {{"
            f"{settings.replace('PORT', f'{LOOPBACK}:{port}')} }}",
            folder,
        ),
    ):
        yield port


def get(
    port: int, path: str, *lines: str, source: str = LOOPBACK
) -> tuple[int, str]:
    """Status and body; each line is one of X-Forwarded-For."""
    client = http.client.HTTPConnection(
        LOOPBACK, port, timeout=60, source_address=(source, 0)
    )
    client.putrequest("GET", path)
    for line in lines:
        client.putheader("X-Forwarded-For", line)
    client.endheaders()
    answer = client.getresponse()
    body = answer.read().decode()
    client.close()
    return answer.status, body


@pytest.mark.parametrize("seed", range(5))
def test_the_model_of_locations_chooses_as_nginx(
    seed: int, record_property: Record
) -> None:
    record_property("test", nginx.version())
    rng = Random(seed)
    parts = ["a", "b", "ab", "A"]

    def path() -> str:
        depth = rng.randrange(1, 4)
        found = "".join(f"/{rng.choice(parts)}" for _ in range(depth))
        return found + rng.choice(["", "/", ".css"])

    drawn = {path(): rng.choice([PREFIX, AT_ONCE]) for _ in range(6)}
    locations = [Location(kind, pattern) for pattern, kind in drawn.items()]
    locations += [Location(EXACT, pattern) for pattern in {path(), path()}]
    for pattern in ["/b/", "a$", "^/A", r"\.css$", "ab/."]:
        kind = rng.choice([REGEX, REGEX_ANY_CASE])
        locations.append(Location(kind, pattern))
    rng.shuffle(locations)
    blocks = "".join(
        f'location {place.modifier} "{place.pattern}" {{ return 200 {n}; }}'
        for n, place in enumerate(locations)
    )
    paths = [path() for _ in range(300)]
    with serving(f"server {{ listen PORT; {blocks} }}") as port:
        found = [get(port, asked) for asked in paths]
    for asked, (status, body) in zip(paths, found, strict=True):
        expected = choose(locations, asked)
        chosen = locations[int(body)] if status == 200 else None
        assert chosen == expected, asked
    assert len({body for _, body in found}) > 5


def test_the_exercise_on_addresses_finds_what_nginx_finds(
    record_property: Record,
) -> None:
    record_property("test", nginx.version())
    client_address = solution("client_address").client_address
    trusted = ["127.0.0.0/30", "10.0.0.0/24"]
    from_them = "".join(f"set_real_ip_from {net};" for net in trusted)
    rng = Random(SEED)
    words = ["10.0.0.1", "10.0.0.77", "6.6.6.6", "unknown", "10.0.1.1", "1.2"]
    with serving(
        f"{from_them} real_ip_header X-Forwarded-For; real_ip_recursive on;"
        "server { listen PORT; return 200 $remote_addr; }"
    ) as port:
        for _ in range(300):
            peer = rng.choice(["127.0.0.1", "127.0.0.2", "127.0.0.9"])
            lines = [
                ", ".join(rng.choice(words) for _ in range(rng.randrange(1, 5)))
                for _ in range(rng.randrange(3))
            ]
            _, found = get(port, "/", *lines, source=peer)
            assert found == client_address(peer, lines, trusted), (peer, lines)


@pytest.mark.parametrize("listed", ["203.0.113.7:51842", "203.0.113.7"])
def test_nginx_takes_a_port_off_a_listed_address(
    listed: str, record_property: Record
) -> None:
    record_property("test", nginx.version())
    with serving(
        f"set_real_ip_from {LOOPBACK}; real_ip_header X-Forwarded-For;"
        "server { listen PORT; return 200 $remote_addr; }"
    ) as port:
        assert get(port, "/", listed) == (200, "203.0.113.7")


@pytest.mark.parametrize("burst", [0, 2, 5])
@pytest.mark.parametrize("nodelay", [True, False])
def test_the_exercise_on_rates_accepts_what_nginx_accepts(
    burst: int, nodelay: bool, record_property: Record
) -> None:
    record_property("test", nginx.version())
    limit = solution("limit_req").LimitReq(1, burst, nodelay=nodelay)
    options = f"burst={burst}" if burst else ""
    options += " nodelay" if nodelay else ""
    with serving(
        "limit_req_zone $binary_remote_addr zone=one:1m rate=1r/s;"
        f"server {{ listen PORT; limit_req zone=one {options}; root .; }}"
    ) as port:
        # Twelve at once: one is sent before the answer to another is read.
        clients = [
            http.client.HTTPConnection(LOOPBACK, port, timeout=60)
            for _ in range(12)
        ]
        began = time.monotonic()
        for client in clients:
            client.request("GET", "/none")
        sent = time.monotonic() - began
        statuses = [client.getresponse().status for client in clients]
        for client in clients:
            client.close()
    assert sent < 0.9, f"too slow for a rate of one per second: {sent} s"
    expected = [limit.ask(LOOPBACK, 0) for _ in clients]
    assert statuses.count(503) == expected.count(None) == 11 - burst


def test_nginx_goes_on_with_the_old_file_if_the_new_one_is_refused(
    record_property: Record,
) -> None:
    record_property("test", nginx.version())
    [port] = free_ports(1)
    served = f"server {{ listen {LOOPBACK}:{port}; return 200 old; }}"
    with (
        home() as folder,
        nginx.server(f"events {{}} http {{ {served} }}", folder) as program,
    ):
        file = folder / "nginx.conf"
        file.write_text(file.read_text().replace("return", "answer"))
        program.process.send_signal(signal.SIGHUP)
        program.wait(lambda: b"answer" in program.log.read_bytes())
        assert get(port, "/") == (200, "old")


def test_nginx_counts_failures_that_do_not_come_in_a_row(
    record_property: Record,
) -> None:
    record_property("test", nginx.version())
    first, other = (f"{LOOPBACK}:{port}" for port in free_ports(2))
    with serving(
        f"upstream app {{ server {first} max_fails=3 fail_timeout=60s;"
        f" server {other} backup; }}"
        f"server {{ listen {first}; location /fails {{ return 444; }}"
        " location / { return 200 A; } }"
        f"server {{ listen {other}; return 200 B; }}"
        "server { listen PORT; location / { proxy_pass http://app; } }"
    ) as port:
        paths = ["/", "/fails"] * 3 + ["/"]
        asked = "".join(get(port, path)[1] for path in paths)
    assert asked == "ABABABB"


def test_haproxy_tries_another_server_where_none_has_been_sent_a_post(
    record_property: Record,
) -> None:
    record_property("test", haproxy.version())
    front, listens, silent = free_ports(3)
    configuration = (
        "defaults\n mode http\n timeout connect 5s\n timeout client 5s\n"
        " timeout server 5s\n retries 2\n option redispatch 1\n"
        f"listen site\n bind {LOOPBACK}:{front}\n balance roundrobin\n"
        f" server a {LOOPBACK}:{silent}\n server b {LOOPBACK}:{listens}\n"
        f"frontend b\n bind {LOOPBACK}:{listens}\n"
        " http-request return status 200\n"
    )
    with home() as folder, haproxy.server(configuration, folder):
        for _ in range(20):
            client = http.client.HTTPConnection(LOOPBACK, front, timeout=60)
            client.request("POST", "/seats", b"seat=12")
            assert client.getresponse().status == 200
            client.close()


@pytest.mark.parametrize("version", ["send-proxy", "send-proxy-v2"])
def test_the_model_reads_the_header_that_haproxy_writes(
    version: str, record_property: Record
) -> None:
    record_property("test", haproxy.version())
    [port] = free_ports(1)
    with socket.create_server((LOOPBACK, 0)) as server:
        configuration = (
            "defaults\n mode tcp\n timeout connect 5s\n timeout client 5s\n"
            f" timeout server 5s\nlisten app\n bind {LOOPBACK}:{port}\n"
            f" server app {LOOPBACK}:{server.getsockname()[1]} {version}\n"
        )
        with (
            home() as folder,
            haproxy.server(configuration, folder),
        ):
            server.settimeout(60)
            probe, _ = server.accept()  # of the one who asked if it listens
            probe.close()
            with socket.create_connection((LOOPBACK, port)) as client:
                client.sendall(b"hello")
                address = client.getsockname()
                with server.accept()[0] as connection:
                    data = connection.recv(1024)
                    while not data.endswith(b"hello"):
                        data += connection.recv(1024)
    assert read_header(data) == (address, b"hello")
    assert bool(re.match(rb"PROXY TCP4 ", data)) == (version == "send-proxy")


KEY, ACCEPT = "dGhlIHNhbXBsZSBub25jZQ==", b"s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
MANUAL = 'map $http_upgrade $connection_upgrade { default upgrade; "" ""; }'


def own(file: str, *marks: str) -> str:
    """The lines of the page's complete file that have one of these words."""
    lines = (SNIPPETS / "load_balancing" / file).read_text().splitlines()
    found = [line for line in lines if any(mark in line for mark in marks)]
    assert len(found) >= len(marks)
    return "\n".join(found) + "\n"


def agreed(upgrades: list[str], front: int, server: socket.socket) -> str:
    """The upgrade that a server agrees to that would agree to any, or none."""
    head = [
        *("GET / HTTP/1.1", "Host: shop.example"),
        *("Connection: Upgrade, HTTP2-Settings", "HTTP2-Settings: AAMAAABk"),
        *("Sec-WebSocket-Version: 13", f"Sec-WebSocket-Key: {KEY}"),
        *(f"Upgrade: {name}" for name in upgrades),
    ]
    with socket.create_connection((LOOPBACK, front), timeout=60) as client:
        client.sendall(("\r\n".join(head) + "\r\n\r\n").encode())
        server.settimeout(60)
        with server.accept()[0] as connection:
            told = b""
            while not told.endswith(b"\r\n\r\n"):
                told += connection.recv(4096)
            asked = re.findall(rb"(?i)^upgrade: *(.*?)\r$", told, re.MULTILINE)
            if asked and re.search(rb"(?im)^connection:.*upgrade", told):
                connection.sendall(
                    b"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade"
                    b"\r\nUpgrade: %s\r\nSec-WebSocket-Accept: %s\r\n\r\n"
                    % (asked[-1], ACCEPT)
                )
            else:
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n")
                connection.sendall(b"Connection: close\r\n\r\n")
            answer = client.recv(4096)
    upgraded = re.search(rb"(?im)^upgrade: *(.*?)\r$", answer)
    assert answer.split(b" ")[1] == (b"101" if upgraded else b"200")
    return upgraded[1].decode() if upgraded else "none"


UPGRADES = [["websocket"], ["h2c"], ["websocket, h2c"], ["websocket", "h2c"]]


@pytest.mark.parametrize("careful", [True, False])
def test_nginx_lets_through_the_upgrades_that_its_map_names(
    careful: bool, record_property: Record
) -> None:
    record_property("test", nginx.version())
    with socket.create_server((LOOPBACK, 0)) as server:
        chosen = "map {} }}".format(
            (SNIPPETS / "load_balancing" / "nginx_site.conf")
            .read_text()
            .split("map ")[1]
            .split("}")[0]
        )
        passed = "proxy_http_version", "Upgrade $http", "$connection_upgrade;"
        with serving(
            (chosen if careful else MANUAL)
            + own("nginx_site.conf", *passed)
            + "server { listen PORT; location / { proxy_pass http://"
            f"{LOOPBACK}:{server.getsockname()[1]}; }} }}"
        ) as port:
            got = [agreed(names, port, server) for names in UPGRADES]
    assert got[0] == "websocket"
    assert got[1] == ("none" if careful else "h2c")
    assert ("h2c" in "".join(got)) != careful


@pytest.mark.parametrize("careful", [True, False])
def test_haproxy_lets_every_upgrade_through_unless_told_otherwise(
    careful: bool, record_property: Record
) -> None:
    record_property("test", haproxy.version())
    [front] = free_ports(1)
    with socket.create_server((LOOPBACK, 0)) as server:
        configuration = (
            "defaults\n mode http\n timeout connect 5s\n timeout client 5s\n"
            f" timeout server 5s\nlisten app\n bind {LOOPBACK}:{front}\n"
            + (own("haproxy_site.cfg", "websocket") if careful else "")
            + f" server app {LOOPBACK}:{server.getsockname()[1]}\n"
        )
        with home() as folder, haproxy.server(configuration, folder):
            got = [agreed(names, front, server) for names in UPGRADES]
    assert got[0] == "websocket"
    assert got[1] == ("none" if careful else "h2c")
    assert ("h2c" in "".join(got)) != careful


@pytest.mark.parametrize(
    ("path", "counted"),
    [
        ("/login", True),
        ("//login", True),
        ("/%6Cogin", True),
        ("/x/../login", True),
        ("/logins", False),
        ("/seats", False),
    ],
)
def test_haproxy_counts_a_login_however_its_path_is_written(
    path: str, counted: bool, record_property: Record
) -> None:
    record_property("test", haproxy.version())
    [front] = free_ports(1)
    rules = own("haproxy_site.cfg", "stick-table", "track-sc0", "deny")
    configuration = (
        "defaults\n mode http\n timeout connect 5s\n timeout client 5s\n"
        f" timeout server 5s\nfrontend site\n bind {LOOPBACK}:{front}\n"
        f"{rules} http-request return status 200\n"
    )
    with home() as folder, haproxy.server(configuration, folder):
        statuses = [get(front, path)[0] for _ in range(21)]
    assert statuses == [200] * 20 + [429 if counted else 200]
