from random import Random

import pytest

from snippets.load_balancing.health_thresholds import Health, watch


def states(health: Health, answers: str) -> str:
    """The state after each probe, `U` or `d`."""
    said = ""
    for answer in answers:
        health.observe(answer == "+")
        said += "U" if health.up else "d"
    return said


def test_failures_in_a_row_take_it_out_and_successes_bring_it_in() -> None:
    assert states(Health(fall=3, rise=2), "++---++") == "dUUUddU"


def test_a_probe_in_between_starts_the_count_again() -> None:
    assert states(Health(3, 2, up=True), "--+--+--") == "UUUUUUUU"
    assert states(Health(3, 2), "+-+-+-") == "dddddd"


def test_with_one_and_one_each_probe_is_the_state() -> None:
    assert states(Health(1, 1), "+-+--+") == "UdUddU"


def test_only_a_change_is_reported() -> None:
    health = Health(fall=2, rise=1)
    reported = [health.observe(answer == "+") for answer in "+-++---"]
    assert reported == [True, False, False, False, False, True, False]


def test_nobody_is_up_before_it_was_asked() -> None:
    assert not Health(3, 2).up


@pytest.mark.parametrize("seed", range(5))
def test_one_failure_of_a_healthy_server_is_forgiven(seed: int) -> None:
    hasty, _ = watch(Health(1, 1), 0.02, Random(seed))
    patient, up = watch(Health(3, 2), 0.02, Random(seed))
    # 10,000 probes; two changes per failure, and 0.02 ** 3 for three of them.
    assert hasty == pytest.approx(400, abs=80)
    assert patient <= 5
    assert up > 0.999


@pytest.mark.parametrize("seed", range(5))
def test_rise_of_one_lets_in_who_is_broken(seed: int) -> None:
    one, _ = watch(Health(3, 1), 0.98, Random(seed))
    two, _ = watch(Health(3, 2), 0.98, Random(seed))
    assert one > 300
    assert two < 30


@pytest.mark.parametrize("seed", range(5))
def test_the_share_of_time_follows_from_the_lengths_of_runs(seed: int) -> None:
    # Until k in a row, each with 1/2: 2 ** (k + 1) - 2 probes on average.
    _, up = watch(Health(3, 1), 0.5, Random(seed))
    assert up == pytest.approx(14 / (14 + 2), abs=0.02)
    changes, up = watch(Health(3, 5), 0.5, Random(seed))
    assert up == pytest.approx(14 / (14 + 62), abs=0.06)
    assert changes == pytest.approx(2 * 10_000 / (14 + 62), rel=0.25)
