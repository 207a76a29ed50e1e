import pytest

from snippets.load_balancing.hash_modulo import least, moved, server_of


def names(count: int) -> list[str]:
    return [f"server-{number}" for number in range(count)]


@pytest.mark.parametrize("count", [1, 3, 4, 10, 100])
def test_when_one_joins_one_key_in_n_plus_1_stays(count: int) -> None:
    share = moved(names(count), names(count + 1))
    assert share == pytest.approx(count / (count + 1), abs=0.005)


@pytest.mark.parametrize(
    ("count", "percent"), [(3, 75.15), (10, 90.91), (100, 99.02)]
)
def test_these_shares_are_the_expected_ones(count: int, percent: float) -> None:
    share = moved(names(count), names(count + 1))
    assert share == pytest.approx(percent / 100, abs=0.002)


@pytest.mark.parametrize("gone", range(10))
def test_nine_in_ten_move_whoever_of_ten_dies(gone: int) -> None:
    ten = names(10)
    share = moved(ten, ten[:gone] + ten[gone + 1 :])
    assert share == pytest.approx(0.9, abs=0.005)


def test_the_order_of_the_list_decides() -> None:
    assert moved(names(10), names(10)[::-1]) == 1.0
    assert moved(names(10), names(10)) == 0.0


def test_doubling_moves_no_more_than_it_has_to() -> None:
    share = moved(names(10), names(20))
    assert share == pytest.approx(least(names(10), names(20)), abs=0.005)


def test_the_least_is_the_share_of_the_new_or_the_gone() -> None:
    assert least(names(9), names(10)) == 1 / 10
    assert least(names(10), names(9)) == 1 / 10
    assert least(["a", "b"], ["b", "a"]) == 0
    assert least(["a", "b"], ["a", "c"]) == 1 / 2


def test_one_server_has_every_key() -> None:
    assert server_of("user:17", ["a"]) == "a"
