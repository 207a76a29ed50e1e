import pytest

from snippets.load_balancing.nat_skew import busiest, by_address, by_cookie


@pytest.mark.parametrize("share", [0.1, 0.3, 0.6, 1.0])
def test_the_office_is_one_client_for_the_address(share: float) -> None:
    expected = share * 5 + 1 - share
    assert busiest(by_address, share) == pytest.approx(expected, abs=0.1)


@pytest.mark.parametrize("share", [0, 0.6, 1.0])
def test_a_cookie_does_not_see_the_address(share: float) -> None:
    assert busiest(by_cookie, share) < 1.1


def test_without_an_office_addresses_are_spread() -> None:
    assert busiest(by_address, 0) < 1.1
