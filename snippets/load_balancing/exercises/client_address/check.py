"""What the address of a client has to be, whatever the client sends."""

from random import Random

import pytest
from solution import client_address

OURS = ["10.0.0.0/24", "2001:db8:1::/48"]
EDGE, INNER = "10.0.0.1", "10.0.0.2"
ADA, LIE = "203.0.113.7", "6.6.6.6"


def asked(peer: str, *lines: str, trusted: list[str] = OURS) -> str:
    """The client's address; a header that breaks it is shown."""
    try:
        return client_address(peer, list(lines), list(trusted))
    except (ValueError, IndexError) as error:
        pytest.fail(
            "A request with nonsense in its header is still a request. Peer "
            f"{peer} with {list(lines)} raised {error!r}."
        )


def test_without_a_proxy_the_peer_is_the_client() -> None:
    assert asked(ADA) == ADA, f"Without a header the client is the peer, {ADA}."


def test_one_proxy_names_the_client() -> None:
    found = asked(EDGE, ADA)
    assert found == ADA, f"The edge appended {ADA}, so that is it: {found}."


def test_a_lie_stays_left_of_the_truth() -> None:
    found = asked(EDGE, f"{LIE}, {ADA}")
    assert found == ADA, (
        "The first address is what the client wrote, whoever it is. "
        f"`{LIE}, {ADA}` from the edge gave {found}."
    )


def test_proxies_of_ours_are_passed() -> None:
    found = asked(INNER, f"{ADA}, {EDGE}")
    assert found == ADA, (
        "The last address may be a proxy of ours: go on to the left. "
        f"`{ADA}, {EDGE}` from {INNER} gave {found}."
    )


def test_a_stranger_is_not_believed() -> None:
    found = asked(ADA, LIE)
    assert found == ADA, (
        "A peer that is no proxy of ours is the client. What it says of "
        f"others is not asked: {ADA} with `{LIE}` gave {found}."
    )


def test_the_way_may_be_shorter() -> None:
    found = asked(INNER, f"{LIE}, {ADA}", trusted=["10.0.0.1", "10.0.0.2"])
    assert found == ADA, (
        "The way may be shorter than usual: look at addresses. Two proxies "
        f"are trusted, one was passed: `{LIE}, {ADA}` gave {found}."
    )


@pytest.mark.parametrize("peer", ["10.0.0.1", "10.0.0.99", "2001:db8:1::5"])
def test_a_network_is_all_its_addresses(peer: str) -> None:
    found = asked(peer, f"{LIE}, {ADA}, 10.0.0.200")
    assert found == ADA, (
        "A network is more than one address: compare addresses, not text. "
        f"{peer} and 10.0.0.200 are in {OURS}, and gave {found}."
    )


def test_an_address_that_only_looks_like_ours_is_foreign() -> None:
    found = asked(EDGE, f"{LIE}, 10.0.0.1.example, 10.0.1.1")
    assert found == "10.0.1.1", f"10.0.1.1 is not in 10.0.0.0/24: got {found}."


def test_a_claim_of_the_client_is_not_reached_from_the_left() -> None:
    found = asked(INNER, f"{LIE}, {ADA}, {EDGE}")
    assert found == ADA, (
        "Whoever reads from the left reads what a client made up. "
        f"`{LIE}, {ADA}, {EDGE}` gave {found}."
    )


def test_all_lines_are_one_list() -> None:
    found = asked(EDGE, LIE, f"{LIE}, {LIE}", ADA)
    assert found == ADA, (
        "A proxy may append a line of its own: read all lines. Lines "
        f"{LIE}, then {LIE} twice, then {ADA}, gave {found}."
    )


def test_the_way_may_cross_lines() -> None:
    found = asked(INNER, LIE, ADA, EDGE)
    assert found == ADA, (
        "The last line may name only proxies: go on in the line before. Lines "
        f"{LIE}, then {ADA}, then {EDGE}, gave {found}."
    )


def test_the_way_may_be_long() -> None:
    ours = ", ".join(f"10.0.0.{number}" for number in range(20, 28))
    found = asked(INNER, f"{LIE}, {ADA}, {ours}")
    assert found == ADA, (
        f"Eight proxies of ours may stand one behind the other: got {found}."
    )


@pytest.mark.parametrize("comma", [",", " ,", " ,\t"])
def test_spaces_may_stand_or_not(comma: str) -> None:
    found = asked(INNER, comma.join([LIE, ADA, EDGE]))
    assert found == ADA, (
        "Spaces and tabs around a comma mean nothing, and may be missing. "
        f"`{comma.join([LIE, ADA, EDGE])}` gave {found}."
    )


@pytest.mark.parametrize("nonsense", ["unknown", "", "_hidden", "10.0.0.256"])
def test_nonsense_ends_the_way(nonsense: str) -> None:
    found = asked(INNER, f"{LIE}, {nonsense}, {EDGE}")
    assert found == EDGE, (
        "Left of what is no address nothing can be trusted. "
        f"`{LIE}, {nonsense}, {EDGE}` gave {found}, the last that is known is "
        f"{EDGE}."
    )


def test_proxies_all_the_way() -> None:
    found = asked(INNER, f"10.0.0.7, {EDGE}")
    assert found == "10.0.0.7", (
        "If all are proxies, it stays at the leftmost one. A request that "
        f"began at 10.0.0.7 gave {found}."
    )


@pytest.mark.parametrize("peer", [EDGE, f"::ffff:{EDGE}"])
@pytest.mark.parametrize("client", [ADA, f"::ffff:{ADA}"])
def test_mapped_addresses(peer: str, client: str) -> None:
    found = asked(peer, f"{LIE}, {client}")
    assert found == ADA, (
        "An IPv4 address written as IPv6 is the same address. Peer "
        f"{peer} with `{LIE}, {client}` gave {found}."
    )


def test_a_private_address_may_be_a_client() -> None:
    found = asked(EDGE, f"{LIE}, 192.168.1.5")
    assert found == "192.168.1.5", (
        "A private address is no proxy because it is private. Only what is "
        f"on the list is ours: 192.168.1.5 behind the edge gave {found}."
    )


def test_nobody_is_trusted() -> None:
    found = asked(EDGE, ADA, trusted=[])
    assert found == EDGE, (
        f"Without trusted proxies the peer is the client: got {found}."
    )


def test_whatever_a_client_claims_nothing_changes() -> None:
    rng = Random(7)
    words = [EDGE, INNER, LIE, ADA, "unknown", "", "10.0.0.7", "::1", "<b>"]
    for _ in range(300):
        claim = [rng.choice(words) for _ in range(rng.randrange(6))]
        found = asked(INNER, ", ".join([*claim, ADA, EDGE]))
        assert found == ADA, (
            f"{ADA} claimed {claim} and became {found}. Nothing that a client "
            "sends may move the result."
        )
