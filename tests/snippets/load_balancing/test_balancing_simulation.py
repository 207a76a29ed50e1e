"""The simulation, against the formulas of queueing theory."""

import re
from collections.abc import Iterable
from itertools import pairwise
from math import e, log
from random import Random
from statistics import fmean

import pytest

from snippets.load_balancing.balancing_simulation import (
    RULES,
    SEEN,
    WORK,
    poisson,
    simulate,
)
from snippets.load_balancing.erlang_c import response
from tests.paths import ROOT, SNIPPETS

SERVERS, LOAD = 10, 0.8
LONG = 200_000


def run(
    rule: str, work: str, *, servers: int = SERVERS, load: float = LOAD
) -> list[float]:
    requests = poisson(work, load * servers, LONG, Random(7))
    return simulate(rule, requests, [1.0] * servers)


def quantile(times: Iterable[float], share: float) -> float:
    ordered = sorted(times)
    return ordered[int(len(ordered) * share)]


@pytest.mark.parametrize("work", WORK)
def test_work_has_the_mean_1(work: str) -> None:
    rng = Random(1)
    assert fmean(WORK[work](rng) for _ in range(LONG)) == pytest.approx(
        1, abs=0.02
    )


def test_arrivals_have_the_rate_and_are_in_order() -> None:
    times = [now for now, _ in poisson("constant", 8.0, LONG, Random(1))]
    assert LONG / times[-1] == pytest.approx(8, rel=0.01)
    assert all(one <= other for one, other in pairwise(times))


@pytest.mark.parametrize("rule", RULES)
def test_an_idle_pool_serves_in_the_time_of_the_work(rule: str) -> None:
    requests = [(10.0 * n, 1.0 + n) for n in range(5)]
    times = simulate(rule, requests, [2.0] * SERVERS)
    assert times == [work / 2 for _, work in requests]


@pytest.mark.parametrize("load", [0.5, 0.8])
def test_random_is_m_m_1_at_each_server(load: float) -> None:
    times = run("random", "exponential", load=load)
    mean = 1 / (1 - load)
    assert fmean(times) == pytest.approx(mean, rel=0.05)
    # Response times of M/M/1 are exponential.
    assert quantile(times, 0.5) == pytest.approx(mean * log(2), rel=0.05)
    assert quantile(times, 0.99) == pytest.approx(mean * log(100), rel=0.1)


def test_random_with_constant_work_is_m_d_1() -> None:
    mean = 1 + LOAD / (2 * (1 - LOAD))
    assert fmean(run("random", "constant")) == pytest.approx(mean, rel=0.05)


# Pollaczek and Khinchine; the second moment is e^1.5^2 = e^2.25. The heavy
# tail makes even 200,000 requests a small sample.
def test_random_with_heavy_tailed_work_is_m_g_1() -> None:
    mean = 1 + LOAD * e**2.25 / (2 * (1 - LOAD))
    assert fmean(run("random", "heavy-tailed")) == pytest.approx(mean, rel=0.35)


@pytest.mark.parametrize("load", [0.5, 0.8, 0.9])
def test_one_queue_is_m_m_c(load: float) -> None:
    times = run("one queue", "exponential", load=load)
    assert fmean(times) == pytest.approx(response(SERVERS, load), rel=0.03)


# Every tenth of Poisson arrivals: gaps of an Erlang distribution, GI/M/1.
def test_round_robin_is_erlang_m_1() -> None:
    root = 0.5
    for _ in range(200):
        root = (SERVERS * LOAD / (SERVERS * LOAD + 1 - root)) ** SERVERS
    times = run("round robin", "exponential")
    assert fmean(times) == pytest.approx(1 / (1 - root), rel=0.05)


# The limit for ever more servers; a hundred are near it.
def test_two_choices_are_the_supermarket_model(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(SEEN, "least connections", 100)
    load = 0.9
    limit = sum(load ** (2**i - 2) for i in range(1, 20))
    times = run("two choices", "exponential", servers=100, load=load)
    assert fmean(times) == pytest.approx(limit, rel=0.05)


@pytest.mark.parametrize("work", ["exponential", "heavy-tailed"])
@pytest.mark.parametrize("seed", range(3))
def test_who_asks_more_servers_waits_less(work: str, seed: int) -> None:
    requests = poisson(work, LOAD * SERVERS, 20_000, Random(seed))
    tails = [
        quantile(simulate(rule, requests, [1.0] * SERVERS), 0.99)
        for rule in ["random", "two choices", "least connections", "one queue"]
    ]
    assert tails == sorted(tails, reverse=True)
    assert tails[0] > 2 * tails[1]


@pytest.mark.parametrize("seed", range(3))
def test_with_constant_work_turns_are_as_good_as_one_queue(seed: int) -> None:
    requests = poisson("constant", LOAD * SERVERS, 20_000, Random(seed))
    turns, shared, two, least = (
        simulate(rule, requests, [1.0] * SERVERS)
        for rule in [
            "round robin",
            "one queue",
            "two choices",
            "least connections",
        ]
    )
    assert turns == pytest.approx(shared)
    assert fmean(turns) < fmean(least) < fmean(two)


@pytest.mark.parametrize("seed", range(3))
def test_a_slow_server_drowns_unless_it_is_asked(seed: int) -> None:
    requests = poisson("exponential", 8.0, 8_000, Random(seed))
    speeds = [1.0] * 9 + [0.25]
    for rule in ["random", "round robin"]:
        times = simulate(rule, requests, speeds)
        half, whole = times[:4_000], times
        assert quantile(whole, 0.99) > 1.7 * quantile(half, 0.99) > 500
        assert quantile(times, 0.5) < 7
    assert quantile(simulate("two choices", requests, speeds), 0.99) < 30
    assert quantile(simulate("least connections", requests, speeds), 0.99) < 15


def test_the_picture_shows_what_is_printed() -> None:
    picture = ROOT / "docs" / "load-balancing" / "algorithms_response_times.svg"
    told = picture.read_text(encoding="utf-8")
    output = SNIPPETS / "load_balancing" / "balancing_simulation.out"
    rows = re.findall(
        r"^  (\D+?) +([\d.]+) +([\d.]+) +([\d.]+) +[\d.]+$",
        output.read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert len(rows) == 18
    for rule, p50, p95, p99 in rows:
        assert f"{rule} {p50}, {p95}, {p99}" in told
