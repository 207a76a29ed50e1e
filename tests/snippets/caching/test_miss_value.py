import pytest

from snippets.caching.miss_value import (
    TESTS,
    falsy_is_a_miss,
    minus_one_is_a_miss,
    none_is_a_miss,
    sentinel_is_a_miss,
)


def test_minus_one_for_a_miss_still_hides_a_stored_minus_one() -> None:
    assert not minus_one_is_a_miss({"k": -1}, "k")
    assert minus_one_is_a_miss({"k": 0}, "k")


@pytest.mark.parametrize("value", [0, "", None, [], False])
def test_truthiness_still_hides_every_falsy_value(value: object) -> None:
    assert not falsy_is_a_miss({"k": value}, "k")


def test_none_for_a_miss_still_hides_a_stored_none() -> None:
    assert not none_is_a_miss({"k": None}, "k")
    assert none_is_a_miss({"k": 0}, "k")


@pytest.mark.parametrize("value", [-1, 0, "", None, [], False, 42])
def test_the_sentinel_hides_no_value(value: object) -> None:
    assert sentinel_is_a_miss({"k": value}, "k")


def test_all_agree_on_an_absent_key_and_on_an_ordinary_value() -> None:
    assert len(TESTS) == 4
    for is_hit in TESTS.values():
        assert not is_hit({}, "k")
        assert is_hit({"k": 42}, "k")
