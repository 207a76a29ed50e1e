import pytest

from snippets.load_balancing.ecmp_flows import (
    BALANCERS,
    FLOWS,
    broken,
    highest,
    modulo,
)


def test_modulo_moves_three_in_four_and_the_highest_draw_one() -> None:
    for route, share in [(modulo, 0.75), (highest, 0.25)]:
        moved = sum(
            route(flow, BALANCERS) != route(flow, BALANCERS[:-1])
            for flow in FLOWS
        )
        assert moved / len(FLOWS) == pytest.approx(share, abs=0.04)


@pytest.mark.parametrize("stable", [False, True])
@pytest.mark.parametrize("table", [False, True])
def test_a_common_hash_breaks_nothing_while_servers_stay(
    table: bool, stable: bool
) -> None:
    assert broken(True, table, stable, joined=False) == 0


def test_turns_break_what_moves_but_for_a_tenth() -> None:
    assert broken(False, True, False, False) == pytest.approx(0.675, abs=0.04)
    assert broken(False, True, True, False) == pytest.approx(0.225, abs=0.04)


def test_with_a_table_only_both_changes_break() -> None:
    alone = broken(True, False, False, joined=True)
    assert alone == pytest.approx(1 / 11, abs=0.02)
    modulo_moves = broken(True, True, False, joined=True)
    stable_moves = broken(True, True, True, joined=True)
    assert stable_moves < modulo_moves < alone
