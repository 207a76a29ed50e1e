from statistics import fmean

import pytest

from snippets.load_balancing.retry_load import Guard, amplification, simulate


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("errors", [10, 20, 40, 60])
@pytest.mark.parametrize("retries", [1, 2, 4])
def test_independent_failures_amplify_as_theory_says(
    retries: int, errors: int, seed: int
) -> None:
    table = simulate(40, retries, outage=0, errors=errors, seed=seed)
    theory = table["Calls at rest (theory)"][0]
    assert fmean(table["Calls"]) == pytest.approx(theory, rel=0.05)


def test_amplification_is_the_sum_of_a_geometric_series() -> None:
    assert amplification(0.4, 2) == pytest.approx((1 - 0.4**3) / (1 - 0.4))
    assert amplification(1.0, 2) == 3
    assert amplification(0.0, 2) == 1


@pytest.mark.parametrize("demand", [40, 70, 95])
@pytest.mark.parametrize("retries", [2, 4])
def test_in_a_storm_every_call_fails_and_is_repeated(
    demand: int, retries: int
) -> None:
    table = simulate(demand, retries, outage=10)
    theory = table["If all fail (theory)"][0]
    assert fmean(table["Calls"][-4:]) == pytest.approx(theory, rel=0.05)
    assert max(table["Useful"][2:]) == 0


@pytest.mark.parametrize(
    ("demand", "retries"), [(30, 2), (20, 3), (20, 2), (45, 1)]
)
def test_it_recovers_where_demand_times_tries_is_below_the_capacity(
    demand: int, retries: int
) -> None:
    assert demand * (retries + 1) < 100
    table = simulate(demand, retries, outage=2)
    assert table["Useful"][-1] == pytest.approx(demand)


@pytest.mark.parametrize("guard", ["Budget", "Breaker", "Drop late"])
def test_each_guard_ends_the_storm(guard: Guard) -> None:
    assert simulate(guard="None")["Useful"][-1] == 0
    assert simulate(guard=guard)["Useful"][-1] == pytest.approx(70)


def test_after_the_outage_a_budget_helps_last_and_dropping_first() -> None:
    guards: list[Guard] = ["None", "Budget", "Breaker", "Drop late"]
    fourth = [round(simulate(guard=guard)["Useful"][3]) for guard in guards]
    assert fourth == [0, 0, 40, 96]


@pytest.mark.parametrize("seed", range(3))
def test_without_an_outage_calls_below_the_capacity_hold_for_a_minute(
    seed: int,
) -> None:
    for errors in (20, 30):
        assert min(simulate(outage=0, errors=errors, seed=seed)["Useful"]) > 60
    assert simulate(outage=0, errors=40, seed=seed)["Useful"][6] == 0


@pytest.mark.parametrize("seed", range(3))
def test_a_breaker_opens_if_more_than_half_fail_and_not_before(
    seed: int,
) -> None:
    few = simulate(40, 0, "Breaker", outage=0, errors=15, seed=seed)
    assert few["Calls"] == pytest.approx([40] * 12)
    most = simulate(40, 0, "Breaker", outage=0, errors=60, seed=seed)
    assert fmean(most["Calls"]) < 10


def test_a_budget_of_a_tenth_needs_a_tenth_of_room() -> None:
    table = simulate(95, guard="Budget")
    assert table["Useful"][-1] == 0
    theory = table["If all fail (theory)"][0]
    assert theory == pytest.approx(95 * 1.1)
    assert fmean(table["Calls"][-4:]) == pytest.approx(theory, rel=0.05)
    table = simulate(guard="Budget")
    assert max(table["Calls"]) <= 77.5


def test_a_timeout_longer_than_the_outage_sees_none() -> None:
    table = simulate(timeout=6)
    assert max(table["Calls"]) == pytest.approx(70)
    assert table["Useful"][-1] == pytest.approx(70)


def test_without_retries_the_queue_is_worked_off_by_what_is_spare() -> None:
    # 350 wait at 15 s, 100 of them are a second's work: 250 / 30 = 8.3 s.
    useful = simulate(retries=0)["Useful"]
    assert useful[3] == 0
    assert 0 < useful[4] < 70
    assert useful[6:] == pytest.approx([70] * 6)


def test_many_errors_start_a_storm_without_an_outage() -> None:
    assert min(simulate(outage=0, errors=20)["Useful"]) > 65
    assert simulate(outage=0, errors=45)["Useful"][-1] == 0
    guarded = simulate(outage=0, errors=45, guard="Budget")
    assert min(guarded["Useful"]) > 35


def test_the_same_seed_gives_the_same_table() -> None:
    assert simulate(errors=20, seed=5) == simulate(errors=20, seed=5)
    assert simulate(errors=20, seed=5) != simulate(errors=20, seed=6)
