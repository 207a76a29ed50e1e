"""What a plan for the loss of a zone promises."""

import pytest
from solution import servers


def test_half_a_server_is_a_whole_one() -> None:
    got = servers(210, 100, 3, 100)
    assert got >= 5, (
        "Half a server is a whole one: round up. "
        f"2.1 servers of work need 3 left, so 5 in 3 zones; got {got}."
    )


def test_the_others_bear_the_peak() -> None:
    got = servers(1_000, 100, 2, 100)
    assert got > 10, (
        "When a zone is lost, the others must bear the peak. "
        f"Ten servers of work in 2 zones; got {got}."
    )
    assert got != 11, (
        "A zone is more than one server. "
        "Ten servers of work in 2 zones need 20."
    )
    assert got == 20, f"Ten servers of work in 2 zones need 20; got {got}."


def test_those_left_are_not_busier_than_the_bound() -> None:
    got = servers(1_000, 100, 2, 50)
    assert got == 40, (
        "Those left may be busy for `bound` percent, not for 100. "
        f"Ten servers of work at 50 % are 20 per zone; got {got} in all."
    )


def test_the_fullest_zone_counts() -> None:
    got = servers(700, 100, 3, 100)
    assert got > 10, (
        "It is the fullest zone whose loss counts. "
        f"7 must be left; of 10 as 4, 3, 3 the first may go. Got {got}."
    )


def test_zones_need_not_be_equal() -> None:
    got = servers(700, 100, 3, 100)
    assert got == 11, (
        "The zones need not be equally full: count the fewest servers. "
        f"11 as 4, 4, 3 leave 7; got {got}."
    )


def test_one_zone_is_refused() -> None:
    for zones in [1, 0]:
        try:
            servers(700, 100, zones, 100)
        except ValueError:
            continue
        except ArithmeticError:
            pass
        pytest.fail("With one zone its loss leaves nothing: ValueError.")


@pytest.mark.parametrize("bound", [0, -5, 101])
def test_an_impossible_bound_is_refused(bound: int) -> None:
    try:
        servers(700, 100, 3, bound)
    except ValueError:
        return
    except ArithmeticError:
        pass
    pytest.fail("A bound outside 1 to 100 % is a ValueError.")


def test_exact_fits_are_exact() -> None:
    for left in range(1, 120):
        for bound in [7, 28, 55, 70, 80]:
            got = servers(left * bound, 100, 2, bound)
            assert got == 2 * left, (
                "Count in whole numbers: floats round an exact fit up. "
                f"{left * bound} at {bound} % of 100 fit {left} servers "
                f"left; got {got} in all."
            )
    got = servers(10_001, 10_000, 2, 100)
    assert got == 4, (
        "One request more than fits needs one server more. "
        f"10,001 are not 10,000; got {got} in all."
    )
    got = servers(99, 150, 2, 33)
    assert got == 4, (
        "Count in whole numbers: 33 % of 150 are 49.5, and two of them are 99. "
        f"Got {got} in all."
    )


def test_zones_may_stay_empty() -> None:
    got = servers(100, 100, 5, 100)
    assert got == 2, (
        f"A zone may be empty: two servers bear the loss of one. Got {got}."
    )
