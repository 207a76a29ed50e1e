import pytest

from snippets.databases.serialization_retry import BUYERS, WORK, rush


def test_without_a_retry_one_buys_and_all_others_fail() -> None:
    shop = rush(tries=1, pause=0)
    assert (shop["sold"], shop["gave up"]) == (1, BUYERS - 1)


@pytest.mark.parametrize("tries", [2, 8, 19])
def test_at_once_one_gets_through_per_round(tries: int) -> None:
    shop = rush(tries, pause=0)
    assert (shop["sold"], shop["gave up"]) == (tries, BUYERS - tries)
    assert shop["ms"] == tries * WORK


def test_at_once_without_a_useful_bound_tries_grow_with_the_square() -> None:
    shop = rush(tries=BUYERS, pause=0)
    assert shop["sold"] == BUYERS
    assert shop["tries"] == BUYERS * (BUYERS + 1) // 2


@pytest.mark.parametrize("pause", [5, 20])
def test_jitter_sells_all_with_fewer_tries_and_takes_longer(pause: int) -> None:
    shop, at_once = rush(8, pause), rush(BUYERS, 0)
    assert (shop["sold"], shop["gave up"]) == (BUYERS, 0)
    assert shop["tries"] < at_once["tries"] / 2
    assert shop["ms"] > at_once["ms"]


@pytest.mark.parametrize("pause", [0, 5, 20])
def test_mails_after_the_commit_are_as_many_as_sales(pause: int) -> None:
    shop = rush(8, pause)
    assert shop["late mails"] == shop["sold"]
    assert shop["early mails"] == shop["tries"] > shop["sold"]


def test_every_buyer_has_bought_or_given_up() -> None:
    for tries in range(1, 12):
        shop = rush(tries, 5)
        assert shop["sold"] + shop["gave up"] == BUYERS
