from random import Random

import pytest

from snippets.load_balancing.virtual_nodes import (
    SERVERS,
    shares,
    spread,
    theory,
)


@pytest.mark.parametrize("points", [1, 2, 50])
def test_the_shares_are_the_whole_circle(points: int) -> None:
    owned = shares(points, Random(1))
    assert len(owned) == SERVERS
    assert sum(owned) == pytest.approx(1)
    assert min(owned) > 0


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("points", [1, 16, 100])
def test_the_deviation_is_as_computed(points: int, seed: int) -> None:
    deviation, _ = spread(points, Random(seed))
    assert deviation == pytest.approx(theory(points), rel=0.2)


def test_four_times_the_points_halve_the_deviation() -> None:
    for points in [4, 16, 64]:
        ratio = theory(4 * points) / theory(points)
        assert ratio == pytest.approx(1 / 2, rel=0.01)


def test_a_thousand_points_deviate_by_3_percent() -> None:
    # Lamping and Veach report 3.2 % for Karger's experiments.
    assert theory(1_000) == pytest.approx(0.030, abs=0.0005)


def test_a_hundred_points_deviate_by_9_to_10_percent() -> None:
    assert theory(100) == pytest.approx(0.095, abs=0.0005)
