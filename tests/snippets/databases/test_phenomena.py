import pytest

from snippets.databases.phenomena import HISTORIES, phenomena

# H1 to H5 of the paper, sections 3 and 4.
PAPER = {
    "r1[x=50] w1[x=10] r2[x=10] r2[y=50] c2 r1[y=50] w1[y=90] c1": "P1",
    "r1[x=50] r2[x=50] w2[x=10] r2[y=50] w2[y=90] c2 r1[y=90] c1": "A5A",
    "r1[P] w2[y in P] r2[z=3] w2[z=4] c2 r1[z=4] c1": "P3",
    "r1[x=100] r2[x=100] w2[x=120] c2 w1[x=130] c1": "P4",
    "r1[x=50] r1[y=50] r2[x=50] r2[y=50] w1[y=-40] w2[x=-40] c1 c2": "A5B",
}


def names(history: str) -> list[str]:
    return [name.partition(" ")[0] for name in phenomena(history)]


@pytest.mark.parametrize(("history", "name"), PAPER.items())
def test_the_papers_histories_show_what_the_paper_says(
    history: str, name: str
) -> None:
    assert name in names(history)


def test_every_history_of_the_demo_shows_what_its_pattern_says() -> None:
    shown = [names(history) for history in HISTORIES.values()]
    assert [found[-1:] for found in shown] == [
        ["P0"],
        ["P1"],
        ["P4"],
        ["A5A"],
        ["A5B"],
        ["P3"],
        [],
    ]


@pytest.mark.parametrize(
    "history",
    [
        "w1[x] c1 w2[x] c2",
        "w1[x] a1 r2[x] c2",
        "r1[x] c1 w2[x] c2",
        "r1[P] c1 w2[y in P] c2",
        "r1[x] r1[y] w1[x] c1 r2[x] r2[y] w2[y] c2",
    ],
)
def test_transactions_that_do_not_overlap_show_none(history: str) -> None:
    assert names(history) == []


def test_roles_and_rows_may_be_exchanged() -> None:
    assert "P0" in names("w2[b] w1[b] c1 c2")
    assert "A5A" in names("r2[b] w1[b] w1[a] c1 r2[a] c2")


def test_write_skew_is_found_in_either_order_of_its_writes() -> None:
    for writes in ("w1[y] w2[x]", "w2[x] w1[y]"):
        assert "A5B" in names(f"r1[x] r2[y] {writes} c1 c2")


def test_there_is_no_write_skew_if_one_of_both_aborts() -> None:
    assert "A5B" not in names("r1[x] r2[y] w1[y] w2[x] c1 a2")


def test_two_increments_without_a_read_between_are_no_lost_update() -> None:
    assert "P4" not in names("r1[x] w1[x] c1 r2[x] w2[x] c2")
