from math import e

import pytest

from snippets.networking import rolling_restart
from snippets.networking.rolling_restart import (
    LOT,
    PHONES,
    SERVERS,
    fewest,
    in_turn,
    restart,
)


def test_in_turn_gives_each_server_the_same() -> None:
    assert in_turn({"a": 0, "b": 900, "c": 7}, 6) == {"a": 2, "b": 2, "c": 2}
    assert in_turn({"a": 0, "b": 0}, 3) == {"a": 2, "b": 1}


def test_the_fewest_are_filled_up_first() -> None:
    held = {"a": 0, "b": 5 * LOT, "c": 5 * LOT}
    assert fewest(held, 5) == {"a": 5}
    assert sum(fewest(held, 8).values()) == 8
    assert fewest(held, 8)["a"] == 6


def test_in_turn_leaves_the_last_server_with_nearly_e_times_its_share() -> None:
    # Each restart adds 1 / 24 to what the servers hold that wait for theirs.
    moves, fullest, _ = restart(in_turn)
    share, growth = PHONES / SERVERS, 1 + 1 / (SERVERS - 1)
    assert fullest == pytest.approx(share * growth ** (SERVERS - 1), rel=0.005)
    assert fullest == pytest.approx(e * share, rel=0.03)
    sums = (growth**SERVERS - 1) / (growth - 1) / SERVERS
    assert moves == pytest.approx(sums, rel=0.005)


def test_two_servers_in_turn_double() -> None:
    # The second holds all when its turn comes.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rolling_restart, "SERVERS", 2)
        assert restart(in_turn) == (1.5, PHONES, PHONES)


def test_the_fewest_moves_a_phone_once_and_rushes_to_one_server() -> None:
    moves, fullest, rush = restart(fewest)
    share = PHONES / (SERVERS - 1)
    assert moves == pytest.approx(1.04, abs=0.005)
    assert fullest == rush == pytest.approx(share, abs=10)


def test_new_servers_move_each_phone_once_and_stay_even() -> None:
    assert restart(in_turn, SERVERS) == (1.0, PHONES // SERVERS, 1_600)


@pytest.mark.parametrize("choose", [in_turn, fewest])
@pytest.mark.parametrize("spare", [0, 5, SERVERS])
def test_no_phone_gets_lost(choose: rolling_restart.Choose, spare: int) -> None:
    moves, fullest, rush = restart(choose, spare)
    assert moves >= 1
    assert rush <= fullest <= PHONES
