from random import Random

import pytest

from snippets.networking.lost_answers import LOSS, ORDERS, buy, run


def chances(tries: int, charged: int = 0) -> dict[tuple[int, bool], float]:
    """The chance of each number of charges, and of being told, for a POST."""
    if tries == 0:
        return {(charged, False): 1.0}
    found: dict[tuple[int, bool], float] = {}
    found[charged + 1, True] = (1 - LOSS) ** 2
    for arrives, more in [(LOSS, 0), ((1 - LOSS) * LOSS, 1)]:
        for end, chance in chances(tries - 1, charged + more).items():
            found[end] = found.get(end, 0.0) + arrives * chance
    return found


def test_the_chances_of_an_order_are_complete() -> None:
    assert sum(chances(4).values()) == pytest.approx(1)


@pytest.mark.parametrize("tries", [1, 2, 4])
def test_a_post_is_charged_as_often_as_predicted(tries: int) -> None:
    rng, runs = Random(2), 40
    ends = [run("POST", tries, rng) for _ in range(runs)]
    expected = chances(tries)
    twice = sum(p for (charged, _), p in expected.items() if charged > 1)
    unheard = sum(
        p for (charged, told), p in expected.items() if charged and not told
    )
    for name, chance in [("twice+", twice), ("charged, not told", unheard)]:
        mean = sum(end[name] for end in ends) / runs
        error = (ORDERS * chance * (1 - chance) / runs) ** 0.5
        assert mean == pytest.approx(ORDERS * chance, abs=4 * error + 0.01)


def test_one_try_never_charges_twice_and_leaves_customers_in_doubt() -> None:
    ends = run("POST", 1, Random(3))
    assert ends["twice+"] == 0
    assert ends["charged, not told"] > 20
    assert ends["never"] > 20


@pytest.mark.parametrize("seed", range(5))
def test_a_put_never_charges_twice(seed: int) -> None:
    assert run("PUT", 4, Random(seed))["twice+"] == 0


@pytest.mark.parametrize("seed", range(5))
def test_a_post_that_is_sent_again_does(seed: int) -> None:
    assert run("POST", 4, Random(seed))["twice+"] > 20


def test_every_order_ends_in_one_way() -> None:
    ends = run("POST", 4, Random(1))
    assert ends["never"] + ends["once"] + ends["twice+"] == ORDERS


def test_without_a_try_nothing_happens() -> None:
    assert buy("POST", 0, Random(1)) == (0, False)
