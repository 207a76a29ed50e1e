from itertools import count

import pytest

from snippets.load_balancing.refresh_rotation import Refresher


@pytest.fixture
def site() -> Refresher:
    serial = count(1)
    return Refresher(lambda: f"r{next(serial)}")


def test_each_refresh_gives_a_new_token(site: Refresher) -> None:
    first = site.login("ada")
    second = site.refresh(first)
    assert second is not None
    assert site.refresh(second) not in (None, first, second)


def test_a_second_use_ends_the_whole_family(site: Refresher) -> None:
    first = site.login("ada")
    second = site.refresh(first)
    assert site.refresh(first) is None
    assert site.refresh(str(second)) is None


def test_other_logins_of_the_user_go_on(site: Refresher) -> None:
    phone, laptop = site.login("ada"), site.login("ada")
    site.refresh(phone)
    site.refresh(phone)
    assert site.refresh(laptop) is not None


def test_an_unknown_token_gives_nothing(site: Refresher) -> None:
    assert site.refresh("r9") is None
