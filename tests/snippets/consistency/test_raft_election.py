from random import Random

import pytest

from snippets.consistency import raft_election
from snippets.consistency.raft_election import PATIENCE, elect


@pytest.mark.parametrize("spread", [0, 5, 15, 30, 50, 150, 600])
def test_no_term_has_two_leaders(spread: float) -> None:
    assert not any(elect(spread, Random(seed))[2] for seed in range(300))


def test_a_term_has_two_leaders_if_nodes_vote_for_all_who_ask() -> None:
    assert any(elect(50, Random(seed), once=False)[2] for seed in range(20))


def test_equal_timeouts_split_the_vote_for_ever() -> None:
    for seed in range(50):
        assert elect(0, Random(seed))[:2] == (PATIENCE, 0)


@pytest.mark.parametrize("spread", [50, 150, 300])
def test_with_equal_delays_the_first_term_wins_as_often_as_in_theory(
    spread: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It wins if two of three others hear of it before they ask as well.

    So the third of four uniform timeouts must be later than the first by a
    delay at least; that difference has a beta distribution, (2, 3).
    """
    monkeypatch.setattr(raft_election, "DELAY", (10, 10))
    x, runs = 10 / spread, 2_000
    expected = (1 - x) ** 4 + 4 * x * (1 - x) ** 3
    first = sum(elect(spread, Random(seed))[1] == 1 for seed in range(runs))
    assert first / runs == pytest.approx(expected, abs=0.02)


def test_a_leader_needs_a_timeout_and_a_round_trip() -> None:
    assert min(elect(150, Random(seed))[0] for seed in range(200)) >= 160


def test_who_votes_waits_anew() -> None:
    """Else voters time out while the first still gathers votes.

    Of 1,000 runs some 930 then end in the first term, else some 870.
    """
    first = sum(elect(150, Random(seed))[1] == 1 for seed in range(1_000))
    assert first > 900
