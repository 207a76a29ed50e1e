import pytest

from snippets.consistency.receipt_loss import LAG, RATE, mean_lost

# A receipt is lost while the survivors wait for it: RATE times that time.
ONE_OF_TWO = RATE * LAG / 2  # the first of two lags


@pytest.mark.parametrize(
    ("w", "dead", "expected"),
    [
        (1, 1, ONE_OF_TWO),
        (1, 2, RATE * LAG),  # one survivor, one lag
        (2, 2, ONE_OF_TWO),  # told by the dead one first, in half the cases
    ],
)
def test_the_mean_is_the_rate_times_the_wait(
    w: int, dead: int, expected: float
) -> None:
    assert mean_lost(w, dead) == pytest.approx(expected, rel=0.1)


def test_nothing_is_lost_if_more_nodes_have_it_than_die() -> None:
    assert [mean_lost(2, 1), mean_lost(3, 1), mean_lost(3, 2)] == [0, 0, 0]
