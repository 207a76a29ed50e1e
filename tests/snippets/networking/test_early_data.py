import pytest

from snippets.networking.early_data import (
    NOT_READ,
    OK,
    SAFE,
    TOO_EARLY,
    Server,
    pay,
)


def test_without_a_rule_each_replay_charges_again() -> None:
    assert [len(pay(False, False, replays)) for replays in range(3)] == [
        1,
        2,
        3,
    ]


def test_a_ticket_that_counts_once_counts_once_per_server() -> None:
    assert [len(pay(True, False, replays)) for replays in range(3)] == [1, 1, 2]


def test_too_early_means_one_charge_whatever_is_replayed() -> None:
    assert [len(pay(False, True, replays)) for replays in range(3)] == [1, 1, 1]


@pytest.mark.parametrize("method", sorted(SAFE))
def test_a_safe_method_is_answered_early(method: str) -> None:
    charges: list[str] = []
    assert Server(charges, False, True).early("ticket 8", method) == OK
    assert charges == []


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_another_method_is_too_early(method: str) -> None:
    charges: list[str] = []
    assert Server(charges, False, True).early("ticket 8", method) == TOO_EARLY
    assert charges == []


def test_after_the_handshake_a_post_is_handled() -> None:
    charges: list[str] = []
    assert Server(charges, True, True).handle("POST") == OK
    assert charges == ["17 EUR"]


def test_a_used_ticket_is_not_read_and_another_is() -> None:
    charges: list[str] = []
    server = Server(charges, True, False)
    statuses = [server.early(t, "POST") for t in ["t1", "t1", "t2"]]
    assert statuses == [OK, NOT_READ, OK]
    assert len(charges) == 2
