"""Five loads, each simulated with the rule that was written for it."""

import heapq
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from statistics import fmean

import pytest
import solution
from solution import (
    Request,
    Server,
    chat,
    database,
    static_pages,
    unequal,
    user_cache,
)

type Rule = Callable[[Request], Server]
OFFICE = "192.0.2.1"  # of two in five users; others' addresses change


def refuse(_: object) -> int:
    pytest.fail(
        "hash() of a text is another one in each process. "
        "Two balancers would disagree; hashed() is the same."
    )


vars(solution)["hash"] = refuse


def pool(*cores: int) -> list[Server]:
    return [
        Server(name, count, primary=False, open=0)
        for name, count in zip("abcdefghij", cores, strict=False)
    ]


def requests(rng: Random, users: int = 2_000) -> Iterator[Request]:
    number = 0
    while True:
        user = rng.randrange(users)
        phone = f"198.51.{rng.randrange(64)}.{rng.randrange(256)}"
        address = OFFICE if user % 5 < 2 else phone
        yield Request(number, f"user {user}", address, writes=False, servers=[])
        number += 1


def ask(rule: Rule, request: Request, servers: list[Server]) -> Server:
    """The server that the rule picks, as the check knows it."""
    shown = [Server(s.name, s.cores, s.primary, s.open) for s in servers]
    got = rule(replace(request, servers=shown))
    found = [
        s for s in servers if isinstance(got, Server) and s.name == got.name
    ]
    assert found, (
        "A rule returns one of the servers that it is given. "
        f"Others may be down. Got {got!r}."
    )
    return found[0]


def slowest_percent(
    rule: Rule, servers: list[Server], *, constant: bool
) -> float:
    """p99 at 80 % load; each core works on one request at a time."""
    rng, coming = Random(1), requests(Random(2))
    cores = {s.name: [0.0] * s.cores for s in servers}
    ends: list[tuple[float, int, Server]] = []
    rate = 0.8 * sum(s.cores for s in servers)
    now, times = 0.0, []
    for _ in range(6_000):
        now += rng.expovariate(rate)
        while ends and ends[0][0] <= now:
            heapq.heappop(ends)[2].open -= 1
        request = next(coming)
        server = ask(rule, request, servers)
        work = 1.0 if constant else rng.expovariate(1)
        end = max(now, heapq.heappop(cores[server.name])) + work
        heapq.heappush(cores[server.name], end)
        heapq.heappush(ends, (end, request.number, server))
        server.open += 1
        times.append(end - now)
    return sorted(times)[len(times) * 99 // 100]


def test_static_pages() -> None:
    got = slowest_percent(static_pages, pool(*[1] * 10), constant=True)
    assert got <= 2.5, (
        "Static pages: equal work needs an even order; chance is none. "
        f"p99 may be 2.5 times the work of a page; is {got:.1f}."
    )


LIMIT = 32  # connections that a server of the database accepts
WRITE, LATE_WRITE = (True, 30), (True, 16)  # seconds that it stays open
QUICK, REPORT = (False, 5), (False, 420)
USUAL = [WRITE, QUICK, REPORT, WRITE, WRITE, QUICK]


def refusals(rule: Rule) -> dict[str, int]:
    """How often the database refused a connection, by the reason.

    Each second one is opened, in some minutes a second one, to write.
    """
    servers = pool(4, 4, 4, 4)
    servers[0].primary = True
    coming, refused = requests(Random(3)), dict[str, int]()
    ends: list[tuple[int, int, Server]] = []
    for now in range(3_600):
        while ends and ends[0][0] <= now:
            heapq.heappop(ends)[2].open -= 1
        kinds = [USUAL[now % len(USUAL)]]
        if now % 600 >= 500:
            kinds.append(LATE_WRITE)
        for writes, lasts in kinds:
            request = replace(next(coming), writes=writes)
            server = ask(rule, request, servers)
            if writes and not server.primary:
                reason = "a replica does not write"
            elif server.open == LIMIT:
                reason = "primary" if server.primary else "replica"
            else:
                server.open += 1
                heapq.heappush(ends, (now + lasts, request.number, server))
                continue
            refused[reason] = refused.get(reason, 0) + 1
    return refused


def test_database() -> None:
    refused = refusals(database)
    wrong = refused.get("a replica does not write", 0)
    assert not wrong, (
        "Database: a replica refuses writes. First the role, then the load. "
        f"{wrong} writes were sent to replicas."
    )
    full = refused.get("primary", 0)
    assert not full, (
        "Database: reads fill the primary, which alone takes writes. "
        f"It has {LIMIT} connections, and refused {full} more."
    )
    full = refused.get("replica", 0)
    assert not full, (
        "Database: new ones in equal number are not open ones in equal number. "
        f"They last from 5 to 420 s. A replica has {LIMIT}, and refused {full} "
        "while others had room."
    )


CACHE, USERS = 600, 2_000


def cached(rule: Rule) -> tuple[dict[str, int], int]:
    """(Requests per server; misses after the first 10,000 requests).

    One server is away for 5,000 requests, and comes back empty.
    """
    coming, everybody = requests(Random(4), USERS), pool(*[4] * 5)
    caches = {s.name: OrderedDict[str, None]() for s in everybody}
    counts, misses = dict.fromkeys(caches, 0), 0
    for request in (next(coming) for _ in range(20_000)):
        away = 10_000 <= request.number < 15_000
        up = [s for s in everybody if not (away and s.name == "c")]
        name = ask(rule, request, up).name
        cache = caches[name]
        if request.number < 10_000:
            counts[name] += 1
        elif request.user not in cache:
            misses += 1
        cache[request.user] = None
        cache.move_to_end(request.user)
        if len(cache) > CACHE:
            cache.popitem(last=False)
        if request.number == 10_000:
            caches["c"].clear()
    return counts, misses


def test_user_cache() -> None:
    counts, misses = cached(user_cache)
    busiest = max(counts.values()) / fmean(counts.values())
    assert busiest <= 1.25, (
        "User cache: hash what tells users apart. Two in five have one "
        "address, that of their office. "
        f"The busiest got {busiest:.2f} times the mean, 1.25 may be."
    )
    assert misses < 5_000, (
        "User cache: a user has to meet the same server again. "
        f"Of 10,000 requests {misses} missed."
    )
    assert misses <= 1_200, (
        "User cache: if a server leaves, only its users may move. "
        f"It has about 400, so 800 misses; {misses} are too many."
    )


def test_unequal_servers() -> None:
    got = slowest_percent(unequal, pool(8, 2, 2), constant=False)
    assert got <= 7, (  # turns by weight, in any order, have 6.7 at most
        "Unequal servers: eight cores can do four times as much as two. "
        f"p99 may be 7 times the mean work; is {got:.1f}."
    )


def test_chat() -> None:
    servers, coming = pool(*[4] * 6), requests(Random(5))
    counted = {s.name: s for s in servers}
    for _ in range(3_000):
        ask(chat, next(coming), servers).open += 1
    fullest = max(s.open for s in servers) / 500
    assert fullest <= 1.2, (
        "Chat: a socket stays where it is without a hash, which piles up. "
        f"The fullest server has {fullest:.2f} times the mean."
    )
    lost, counted["b"].open = counted["b"].open, 0
    for _ in range(lost):
        others = [s for s in servers if s.name != "b"]
        ask(chat, next(coming), others).open += 1
    for _ in range(1_200):
        ask(chat, next(coming), servers).open += 1
    fullest = max(s.open for s in servers) / 700
    assert fullest <= 1.1, (
        "Chat: after a restart a server is empty, the others are full. "
        "That has to level out. 1,200 sockets later the fullest has "
        f"{fullest:.2f} times the mean, 1.1 may be."
    )
