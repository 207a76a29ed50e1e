import re

import pytest

from snippets.databases.planner_cost import index_scan, sequential_scan
from tests.paths import SNIPPETS

RECORDED = (SNIPPETS / "databases/plan_costs.out").read_text()
COST = re.compile(
    r"(Index|Seq) Scan (?:using (\w+) )?on orders +"
    r"\(cost=[\d.]+\.\.([\d.]+) rows=(\d+) "
)
SCANS = COST.findall(RECORDED)
ROWS, PAGES, INDEX_PAGES = 20_000, 345, 57


def test_the_session_has_plans_of_each_kind() -> None:
    assert {(kind, index) for kind, index, *_ in SCANS} == {
        ("Index", "by_shuffled"),
        ("Index", "by_id"),
        ("Seq", ""),
    }


@pytest.mark.parametrize(("kind", "index", "cost", "rows"), SCANS)
def test_the_model_says_what_postgresql_says_to_the_cent(
    kind: str, index: str, cost: str, rows: str
) -> None:
    if kind == "Seq":
        estimate = sequential_scan(ROWS, PAGES)
    else:
        estimate = index_scan(
            *(int(rows), ROWS, PAGES, INDEX_PAGES), in_order=index == "by_id"
        )
    assert f"{estimate:.2f}" == cost


def test_a_shuffled_index_loses_below_one_row_in_a_hundred() -> None:
    table = sequential_scan(ROWS, PAGES)
    losing = [
        wanted
        for wanted in range(1, ROWS)
        if index_scan(wanted, ROWS, PAGES, INDEX_PAGES, in_order=False) > table
    ]
    assert 0.005 < losing[0] / ROWS < 0.01
    assert losing == list(range(losing[0], ROWS))


def test_a_cheaper_random_read_moves_the_crossover() -> None:
    table = sequential_scan(ROWS, PAGES)
    assert (
        index_scan(
            *(8_000, ROWS, PAGES, INDEX_PAGES), in_order=False, random_page=1.1
        )
        < table
    )


def test_no_more_pages_are_read_than_there_are() -> None:
    all_rows = index_scan(ROWS, ROWS, PAGES, INDEX_PAGES, in_order=False)
    assert all_rows < 4 * (PAGES + INDEX_PAGES) + ROWS * 0.0175 + 1
