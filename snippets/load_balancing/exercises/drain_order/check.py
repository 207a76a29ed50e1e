"""Restarts that are planned, second by second."""

from itertools import pairwise
from random import Random

import pytest
from solution import Server, drain_order

NOTICE, RESTART = 17, 40
type Plan = dict[str, tuple[int, int]]


def equal(count: int) -> list[Server]:
    return [Server(f"s{n}", 100, 60) for n in range(count)]


def planned(
    servers: list[Server],
    load: int,
    notice: int = NOTICE,
    restart: int = RESTART,
) -> Plan:
    """The plan, once it says of each server what is asked for."""
    plan = drain_order(list(servers), load, notice, restart)
    names = [server.name for server in servers]
    assert isinstance(plan, dict), f"A plan is a dict; got {plan!r}."
    assert sorted(plan) == sorted(names), (
        f"Each server is restarted once. Of {names} the plan has {list(plan)}."
    )
    return plan


def check_connections(servers: list[Server], plan: Plan, notice: int) -> None:
    for server in servers:
        leave, stop = plan[server.name]
        assert stop - leave >= server.longest, (
            "A stop cuts connections that are still open. "
            f"{server} leaves at {leave}, is stopped at {stop}."
        )
        assert stop - leave >= server.longest + notice, (
            "Until the balancer notices, it opens connections to who leaves. "
            f"{server} leaves at {leave}, notice takes {notice} s, its last "
            f"connection {server.longest} s more; stopped at {stop}."
        )


def check_load(
    servers: list[Server], plan: Plan, load: int, restart: int
) -> None:
    for now in sorted(leave for leave, _ in plan.values()):
        here = away = 0
        for server in servers:
            leave, stop = plan[server.name]
            is_away = leave <= now < stop + restart
            here += 0 if is_away else server.capacity
            away += is_away
        assert here >= load, (
            "What stays has to bear the load, until others are really back. "
            f"At {now} s {away} of {len(servers)} are away, and {here} per "
            f"second stay for {load}; the plan is {plan}."
        )


def test_no_connection_is_cut() -> None:
    servers = [Server("a", 100, 300), Server("b", 100, 5), Server("c", 100, 0)]
    check_connections(servers, planned(servers, 200), NOTICE)


def test_the_rest_bears_the_load() -> None:
    servers = equal(4)
    check_load(servers, planned(servers, 250), 250, RESTART)


def test_several_at_a_time() -> None:
    servers = equal(6)
    plan = planned(servers, 400)
    check_load(servers, plan, 400, RESTART)
    last = max(leave for leave, _ in plan.values())
    assert last == 2 * (NOTICE + 60 + RESTART), (
        "As many as the load allows leave together, or it takes too long. "
        "Of six, four bear 400, so two may be away; the last pair can leave "
        f"after 234 s, and leaves at {last}."
    )


def test_capacities_differ() -> None:
    servers = [
        Server("large", 400, 10),
        Server("a", 100, 10),
        Server("b", 100, 10),
        Server("c", 100, 10),
    ]
    plan = planned(servers, 300)
    check_load(servers, plan, 300, RESTART)
    back = NOTICE + 10 + RESTART
    got = [plan[name][0] for name in ("large", "a", "b", "c")]
    assert got == [0, back, back, back], (
        "Count what the servers can do, not how many there are. "
        "The large one leaves alone, the three small ones together: "
        f"at {[0, back, back, back]}, not at {got}."
    )


def test_each_as_early_as_possible() -> None:
    servers = [
        Server("long", 100, 600),
        Server("a", 100, 10),
        Server("b", 100, 10),
        Server("c", 100, 10),
    ]
    plan = planned(servers, 200)
    check_load(servers, plan, 200, RESTART)
    each = NOTICE + 10 + RESTART
    got = [plan[name][0] for name in ("long", "a", "b", "c")]
    assert got == [0, 0, each, 2 * each], (
        "The next one waits for the first that is back, not for all. "
        f"They can leave at {[0, 0, each, 2 * each]}, not at {got}."
    )


def test_they_leave_in_order() -> None:
    servers = [
        Server("quick", 300, 0),
        Server("large", 600, 50),
        Server("next", 300, 0),
        Server("last", 300, 0),
    ]
    plan = planned(servers, 700)
    check_load(servers, plan, 700, RESTART)
    got = [plan[server.name][0] for server in servers]
    assert all(one <= other for one, other in pairwise(got)), (
        f"They leave in the order given, none before those ahead. At {got}."
    )


def test_exactly_enough_is_enough() -> None:
    servers = equal(3)
    try:
        plan = planned(servers, 200)
    except ValueError:
        pytest.fail("Exactly enough is enough. Two of three bear 200.")
    check_load(servers, plan, 200, RESTART)
    got = sorted(leave for leave, _ in plan.values())
    each = NOTICE + 60 + RESTART
    assert got == [0, each, 2 * each], (
        "Who is back at a second bears load in that second. "
        f"Three by themselves leave at {[0, each, 2 * each]}, not at {got}."
    )


def test_an_impossible_restart_is_refused() -> None:
    larger = [Server("a", 100, 5), Server("b", 100, 5), Server("large", 300, 5)]
    for servers, load in [(equal(3), 201), (equal(1), 1), (larger, 250)]:
        try:
            drain_order(servers, load, NOTICE, RESTART)
        except ValueError:
            continue
        except (IndexError, ArithmeticError):
            pass
        pytest.fail(
            "If the rest can't bear the load without one, refuse: ValueError. "
            f"Load {load}, {servers}."
        )


def test_without_load_all_leave_at_once() -> None:
    plan = planned(equal(3), 0)
    got = [leave for leave, _ in plan.values()]
    assert got == [0, 0, 0], (
        f"Without load nobody has to wait. They leave at {got}."
    )


def test_random_pools() -> None:
    rng = Random(1)
    for _ in range(200):
        servers = [
            Server(f"s{n}", rng.choice([100, 200, 400]), rng.randrange(90))
            for n in range(rng.randrange(3, 9))
        ]
        whole = sum(server.capacity for server in servers)
        spare = max(server.capacity for server in servers)
        load = whole - spare - rng.choice([0, 0, 100, 200])
        notice, restart = rng.randrange(20), rng.randrange(1, 60)
        if load < 0:
            continue
        plan = planned(servers, load, notice, restart)
        check_connections(servers, plan, notice)
        check_load(servers, plan, load, restart)
        got = [plan[server.name] for server in servers]
        assert all(one[0] <= other[0] for one, other in pairwise(got)), (
            f"They leave in the order given, none before those ahead: {got}."
        )
        for place, (server, (leave, stop)) in enumerate(
            zip(servers, got, strict=True)
        ):
            assert stop == leave + notice + server.longest, (
                "A server that is empty need not wait any longer. "
                f"{server} leaves at {leave}, is stopped at {stop}."
            )
            ahead = list(zip(servers[:place], got, strict=False))
            after = ahead[-1][1][0] if ahead else 0
            for now in {after, *(end + restart for _, (_, end) in ahead)}:
                if not after <= now < leave:
                    continue
                left = sum(
                    other.capacity
                    for other, (gone, end) in ahead
                    if gone <= now < end + restart
                )
                assert whole - left - server.capacity < load, (
                    "Each leaves as early as it can. "
                    f"{server} could at {now}, and leaves at {leave}; the "
                    f"load is {load}, the plan {plan}."
                )
