import pytest

from snippets.load_balancing.hashing_comparison import KEYS, PLACE, h, jump

TEN = tuple("abcdefghij")
FEW = KEYS[:2_000]


def moved(scheme: str, before: tuple[str, ...], after: tuple[str, ...]) -> int:
    """Keys that move between two servers that are in both lists."""
    place = PLACE[scheme]
    pairs = [(place(k, before), place(k, after)) for k in FEW]
    both = set(before) & set(after)
    return sum(old != new and {old, new} <= both for old, new in pairs)


@pytest.mark.parametrize("scheme", ["ring", "rendezvous", "jump"])
def test_who_joins_at_the_end_moves_nothing_between_the_others(
    scheme: str,
) -> None:
    assert moved(scheme, TEN, (*TEN, "k")) == 0


@pytest.mark.parametrize("scheme", ["ring", "rendezvous"])
def test_who_leaves_moves_nothing_between_the_others(scheme: str) -> None:
    assert moved(scheme, TEN, tuple("abcefghij")) == 0


@pytest.mark.parametrize("scheme", ["modulo", "jump"])
def test_a_gap_in_the_list_moves_keys_between_the_others(scheme: str) -> None:
    assert moved(scheme, TEN, tuple("abcefghij")) > len(FEW) / 2


@pytest.mark.parametrize("scheme", ["ring", "rendezvous"])
def test_the_order_of_the_list_does_not_matter(scheme: str) -> None:
    assert moved(scheme, TEN, TEN[::-1]) == 0


@pytest.mark.parametrize("scheme", PLACE)
def test_every_server_has_some_keys(scheme: str) -> None:
    assert {PLACE[scheme](key, TEN) for key in FEW} == set(TEN)


def test_jump_is_the_last_arrival_that_took_the_key() -> None:
    for key in FEW[:100]:
        home = "a"
        for n in range(1, len(TEN)):
            if h(key, n) % (n + 1) == 0:
                home = TEN[n]
        assert jump(key, TEN) == home
