"""Sessions: files of commands, given to real systems and recorded.

What a session is written with, its own ports among it, is what a reader sees;
it runs on free ports, and the answers are translated back.
"""

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from functools import cached_property, partial
from pathlib import Path

from blocks.transcript import CAPTION, GOES_ON, WAITS, Entry, Transcript
from tests.programs import PROGRAMS
from tests.systems import (
    dns,
    etcd,
    haproxy,
    nginx,
    postgresql,
    redis,
    rocksdb,
    websocket,
)
from tests.systems.program import (
    ENVIRONMENT,
    LOOPBACK,
    free_ports,
    home,
    need,
    run,
    wait,
)

CLIENT = re.compile(r"([A-Z]:) (.*)", re.DOTALL)
# As in `127.0.0.1:80`, and as dig and dnsmasq write it.
ADDRESS = re.compile(
    rf"(?:(?<={re.escape(LOOPBACK)}[:#])|(?<= -p )|(?<=^port=))\d+",
    re.MULTILINE,
)
ON = re.compile(r"^# On: (.+)$", re.MULTILINE)
REDIS, REDIS_CLUSTER = "redis", "redis-cluster"
WEBSOCKETS_PORT = "8765"
# A primary and its standby, in a `.sh` session.
PAIR_PORTS = ("5432", "5433")
# What a file beside a `.sh` session configures, by its suffix.
CONFIGURED = {
    ".conf": nginx,
    ".cfg": haproxy,
    ".authority": dns,
    ".cache": dns,
}
# redis-cli answers an open quote by this, and does not tell the server.
QUOTE, NO_COMMAND = '"', "Invalid argument(s)\n"
# Pages read while planning, which depend on what was asked before.
PLANNING = re.compile(r"^ Planning:\n   Buffers: .*\n", re.MULTILINE)
# It is answered before the other client has noticed: wait for that.
CANCEL = "pg_cancel_backend("
CLUSTER_PORTS = range(7001, 7007)
ANSWERED = "answered"


class Systems(ExitStack):
    """Real systems, each started at first use and ended with the block."""

    @cached_property
    def postgresql(self) -> postgresql.Server:
        return self.enter_context(postgresql.server())

    @cached_property
    def redis_alone(self) -> redis.Server:
        return self.enter_context(redis.server())

    @cached_property
    def redis_cluster(self) -> list[redis.Server]:
        return self.enter_context(redis.cluster())


def record_session(file: Path, systems: Systems) -> Transcript:
    """What the session's system answers.

    Raises ValueError, with file and remedy, if it can not be asked.
    """
    record = {
        ".redis": _on_redis,
        ".sh": _on_shell,
        ".steps": _on_postgresql,
    }[file.suffix]
    try:
        return record(file, systems)
    except ValueError as error:
        path = "/".join(file.parts[-2:])
        raise ValueError(f"snippets/{path}: {error}") from None


def commands(text: str, comment: str, end: str) -> Iterator[str]:
    """Each command on one line, each caption after "# "; without the head.

    A command ends with the line that matches `end`.
    """
    head = re.match(rf"(?:{comment}.*\n)*", text)
    assert head
    parts: list[str] = []
    for line in text[head.end() :].splitlines():
        if line.startswith(comment):
            yield f"{CAPTION} {line.removeprefix(comment).strip()}"
        elif line:
            parts.append(line.strip().removesuffix("\\").strip())
            if re.search(end, line):
                yield " ".join(parts)
                parts = []
    if parts:
        raise ValueError(f"`{' '.join(parts)}` has no end: it needs `{end}`.")


def _on_redis(file: Path, systems: Systems) -> Transcript:
    text = file.read_text()
    on = ON.search(text)
    if on is None or on[1] not in (REDIS, REDIS_CLUSTER):
        raise ValueError(
            f"say in the head comment which system it runs on, "
            f"`# On: {REDIS}` or `# On: {REDIS_CLUSTER}`."
        )
    if on[1] == REDIS:
        nodes, shown = [systems.redis_alone], range(6379, 6380)
    else:
        nodes, shown = systems.redis_cluster, CLUSTER_PORTS
    for node in nodes:
        if "role:master" in node.run("INFO", "replication"):
            node.run("FLUSHALL")
    asked = list(commands(text, "#", "$"))
    lines = [QUOTE if line.startswith(CAPTION) else line for line in asked]
    script = "".join(f"{line}\n{QUOTE}\n" for line in lines)
    said = run([*nodes[0].cli, "--no-raw"], script)
    said = said.replace(NO_COMMAND * 2, NO_COMMAND)
    for node, port in zip(nodes, shown, strict=True):
        said = said.replace(f"{LOOPBACK}:{node.port}", f"{LOOPBACK}:{port}")
    answers = said.split(NO_COMMAND)
    return Transcript(
        nodes[0].version,
        tuple(
            _caption(line) or Entry(">", line, answer)
            for line, answer in zip(asked, answers, strict=False)
        ),
    )


def _on_shell(file: Path, _: Systems) -> Transcript:
    text = file.read_text()
    beside = [
        (program, file.with_suffix(suffix).read_text())
        for suffix, program in CONFIGURED.items()
        if file.with_suffix(suffix).exists()
    ]
    everything = "\n".join([text, *(written for _, written in beside)])
    shown = sorted(set(ADDRESS.findall(everything)))
    ports = dict(
        zip(shown, map(str, sorted(free_ports(len(shown)))), strict=True)
    )
    entries = []
    servers: list[AbstractContextManager[object]] = []
    versions = [program.version() for program, _ in beside]
    with home() as folder, ExitStack() as running:
        ask: Callable[[str], str] = partial(_ask_shell, folder=folder)
        match on[1] if (on := ON.search(text)) else None:
            case None:
                pass
            case "rocksdb":
                versions.append(rocksdb.version())
            case "websockets":
                servers.append(websocket.server(int(ports[WEBSOCKETS_PORT])))
                versions.append(websocket.version())
            case "postgresql-pair":
                primary = running.enter_context(postgresql.server())
                standby = running.enter_context(postgresql.standby(primary))
                pair = (str(primary.port), str(standby.port))
                ports |= dict(zip(PAIR_PORTS, pair, strict=True))
                versions.append(primary.version)
            case "etcd":
                ask = running.enter_context(etcd.networks())
                versions.append(etcd.version())
            case unknown:
                raise ValueError(
                    f"no system is called `# On: {unknown}`: here "
                    "only `# On: rocksdb`, `# On: etcd`, `# On: websockets`, "
                    f"at {LOOPBACK}:{WEBSOCKETS_PORT}, and `# On: "
                    f"postgresql-pair`, at {' and '.join(PAIR_PORTS)}, are "
                    "some."
                )
        back = {real: port for port, real in ports.items()}
        servers += [
            program.server(_swap(configuration, ports), folder)
            for program, configuration in beside
        ]
        unstarted = iter(servers)
        for line in commands(text, "#", r"(?<!\\)$"):
            if caption := _caption(line):
                entries.append(caption)
                continue
            if ADDRESS.search(line):
                for server in unstarted:
                    running.enter_context(server)
            for names, package in PROGRAMS.items():
                if not set(names).isdisjoint(line.split()):
                    need(package)
            answer = _swap(ask(_swap(line, ports)), back)
            entries.append(Entry("$", line, answer))
    return Transcript(" and ".join(dict.fromkeys(versions)), tuple(entries))


def _ask_shell(line: str, folder: Path) -> str:
    return run(["bash", "-c", f"({line}) 2>&1 || true"], folder=folder)


def _swap(text: str, ports: dict[str, str]) -> str:
    return ADDRESS.sub(lambda port: ports[port[0]], text)


def _caption(line: str) -> Entry | None:
    caption = line.startswith(CAPTION)
    return Entry(CAPTION, line.removeprefix(f"{CAPTION} ")) if caption else None


def _on_postgresql(file: Path, systems: Systems) -> Transcript:
    server = systems.postgresql
    server.renew()
    clients: dict[str, _Client] = {}
    entries = []
    try:
        for line in commands(file.read_text(), "--", ";$"):
            if caption := _caption(line):
                entries.append(caption)
                continue
            found = CLIENT.fullmatch(line)
            who, command = found.groups() if found else (">", line)
            client = clients.get(who) or _Client(server)
            clients[who] = client
            if client.waits:
                raise ValueError(
                    f"{who} {command} while it waits: first end what it waits "
                    "for."
                )
            answer = client.ask(command)
            entries.append(Entry(who, command, answer))
            for other, waiting in clients.items():
                if waiting.waits and waiting is not client:
                    answer = waiting.answer(cancelled=CANCEL in command)
                    if answer != WAITS:
                        entries.append(Entry(other, GOES_ON, answer))
        stuck = [who for who, client in clients.items() if client.waits]
        if stuck:
            raise ValueError(
                f"{stuck} wait at the end: end what they wait for."
            )
    finally:
        for client in clients.values():
            client.end()
    return Transcript(server.version, tuple(entries))


class _Client:
    """A psql whose statement may wait for another client's."""

    def __init__(self, server: postgresql.Server) -> None:
        self.server = server
        self.said = ""
        self.process = subprocess.Popen(
            server.psql("-v", "VERBOSITY=verbose", "-P", "footer=off"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=ENVIRONMENT,
        )
        assert self.process.stdout
        os.set_blocking(self.process.stdout.fileno(), False)
        self.backend = ""
        self.backend = self.ask(
            "\\pset format unaligned\n"
            "SELECT pg_backend_pid();\n\\pset format aligned"
        ).splitlines()[2]

    @property
    def waits(self) -> bool:
        return not self.said.endswith(f"{ANSWERED}\n")

    def ask(self, command: str) -> str:
        """The answer, or that it waits."""
        self.said = ""
        assert self.process.stdin
        # To stderr, which psql does not hold back.
        self.process.stdin.write(f"{command}\n\\warn {ANSWERED}\n".encode())
        self.process.stdin.flush()
        return self.answer()

    def answer(self, *, cancelled: bool = False) -> str:
        """The answer, as soon as it is there or the statement has to wait.

        One that was cancelled waits no more, even if it seems to for a moment.
        """
        wait(
            lambda: (
                self._has_answered() or (not cancelled and self._is_blocked())
            ),
            "an answer",
        )
        if self.waits:
            return WAITS
        answer = self.said.removesuffix(f"{ANSWERED}\n")
        return PLANNING.sub("", postgresql.NAMES.sub("", answer))

    def end(self) -> None:
        """End the client, and with it what it has not committed."""
        self.process.kill()
        self.process.communicate()

    def _has_answered(self) -> bool:
        assert self.process.stdout
        self.said += (self.process.stdout.read() or b"").decode()
        if self.process.poll() is not None:
            raise RuntimeError(f"psql ended: {self.said}")
        return not self.waits

    def _is_blocked(self) -> bool:
        if not self.backend:
            return False
        blockers = f"SELECT cardinality(pg_blocking_pids({self.backend})) > 0"
        if self.server.value(blockers) == "t":
            return True
        standby = (
            "SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
        )
        return self.backend in self.server.value(standby).split()
