import pytest

from snippets.networking.aimd_fairness import CAPACITY, RULES, jain, share


def fairness(name: str, one: float, other: float) -> float:
    more, less = RULES[name]
    return jain(*share(one, other, more, less, 40)[-1])


@pytest.mark.parametrize(("one", "other"), [(80, 10), (10, 80), (1, 99)])
def test_aimd_comes_to_equal_shares(one: float, other: float) -> None:
    assert fairness("AIMD: +1, x 1/2", one, other) == pytest.approx(1, abs=1e-6)


def test_the_difference_halves_with_each_loss() -> None:
    more, less = RULES["AIMD: +1, x 1/2"]
    gaps = [a - b for a, b in share(80.0, 10.0, more, less, 5)]
    assert gaps == pytest.approx([70 / 2**n for n in range(5)])


def test_mimd_keeps_the_ratio() -> None:
    more, less = RULES["MIMD: x 1.02, x 1/2"]
    for one, other in share(80.0, 10.0, more, less, 20):
        assert one / other == pytest.approx(8)


def test_aiad_keeps_the_difference() -> None:
    more, less = RULES["AIAD: +1, -8"]
    for one, other in share(80.0, 10.0, more, less, 20):
        assert one - other == pytest.approx(70)


def test_a_loss_comes_when_the_capacity_is_exceeded() -> None:
    for more, less in RULES.values():
        for one, other in share(80.0, 10.0, more, less, 10):
            assert CAPACITY < one + other < CAPACITY + 3


def test_the_index_goes_from_a_half_to_one() -> None:
    assert jain(50, 0) == 0.5
    assert jain(7, 7) == 1
