import pytest

from snippets.load_balancing.n_plus_one_capacity import BOUND, after_loss


@pytest.mark.parametrize(
    ("zones", "servers"), [(2, 38), (3, 29), (4, 26), (6, 23)]
)
def test_these_are_enough_and_one_server_fewer_is_not(
    zones: int, servers: int
) -> None:
    assert after_loss(servers, zones) <= BOUND
    assert after_loss(servers - 1, zones) > BOUND


def test_the_only_zone_leaves_nothing() -> None:
    with pytest.raises(ValueError, match="none is left"):
        after_loss(5, zones=1)
