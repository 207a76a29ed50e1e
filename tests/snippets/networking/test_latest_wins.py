import random
from statistics import fmean

import pytest

from snippets.networking.latest_wins import EVERY, TRIP, UPDATES, delays

LOSS = 0.01


def share_above(waits: list[float], milliseconds: float) -> float:
    return sum(wait > milliseconds for wait in waits) / len(waits)


def test_without_loss_both_take_one_trip() -> None:
    for waits in delays(0.0, random.Random(1)):
        assert waits == pytest.approx([TRIP] * UPDATES)


def test_one_lost_packet_makes_seven_updates_late_in_order() -> None:
    # It comes 3 updates and 3 trips after it was made, at 140 ms. Of those
    # made later, six would have been there before that.
    late = int((3 * EVERY + 3 * TRIP - TRIP) / EVERY) + 1
    assert late == 7
    runs = [delays(LOSS, random.Random(seed))[0] for seed in range(10)]
    share = fmean(share_above(ordered, TRIP + 1) for ordered in runs)
    assert share == pytest.approx(1 - (1 - LOSS) ** late, rel=0.08)


@pytest.mark.parametrize("loss", [0.01, 0.1])
def test_as_datagrams_k_losses_in_a_row_cost_k_updates(loss: float) -> None:
    _, latest = delays(loss, random.Random(1))
    assert share_above(latest, TRIP + 1) == pytest.approx(loss, rel=0.1)
    assert share_above(latest, TRIP + EVERY + 1) == pytest.approx(
        loss**2, rel=0.5
    )


def test_latest_wins_is_never_later() -> None:
    ordered, latest = delays(LOSS, random.Random(1))
    for first, second in zip(ordered, latest, strict=True):
        assert second <= first + 1e-6


def test_a_resend_that_is_lost_too_makes_the_longest_pauses() -> None:
    ordered, latest = delays(LOSS, random.Random(1))
    assert max(ordered) > 300
    assert max(latest) < 100
