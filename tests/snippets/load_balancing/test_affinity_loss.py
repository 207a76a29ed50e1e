import pytest

from snippets.load_balancing.affinity_loss import (
    BEFORE,
    bids,
    cookie,
    modulo,
    moved,
)


def test_a_cookie_loses_only_those_of_the_server_that_goes() -> None:
    goes, back, added = moved(cookie)
    assert goes == pytest.approx(1 / 4, abs=0.02)
    assert (back, added) == (0, 0)


def test_a_cookie_that_points_to_nobody_is_replaced() -> None:
    assert cookie(1, ["a"], "d") == "a"
    assert cookie(1, BEFORE, "d") == "d"


def test_modulo_moves_most_users_each_time() -> None:
    shares = moved(modulo)
    for share, expected in zip(shares, (3 / 4, 3 / 4, 4 / 5), strict=True):
        assert share == pytest.approx(expected, abs=0.02)


def test_bids_move_what_they_must_and_move_it_back() -> None:
    shares = moved(bids)
    for share, expected in zip(shares, (1 / 4, 1 / 4, 1 / 5), strict=True):
        assert share == pytest.approx(expected, abs=0.02)
