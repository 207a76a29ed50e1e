from random import Random

from snippets.databases.merge_join import Row, merge_join


def rows(rng: Random) -> list[Row]:
    keys = sorted(rng.randrange(5) for _ in range(rng.randrange(8)))
    return [(key, f"row {n}") for n, key in enumerate(keys)]


def test_it_finds_what_a_nested_loop_finds_in_the_order_of_the_key() -> None:
    rng = Random(1)
    for _ in range(300):
        left, right = rows(rng), rows(rng)
        assert merge_join(left, right) == [
            (a, b) for key, a in left for other, b in right if key == other
        ]


def test_two_times_two_rows_of_a_key_are_four_pairs() -> None:
    left, right = [(1, "a"), (1, "b")], [(1, "x"), (1, "y")]
    pairs = [("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")]
    assert merge_join(left, right) == pairs


def test_who_never_goes_back_loses_the_pairs_of_the_second_row() -> None:
    left, right = [(1, "a"), (1, "b")], [(1, "x"), (1, "y")]
    found = merge_join(left, right, go_back=False)
    assert found == [("a", "x"), ("a", "y")]


def test_it_goes_back_only_where_the_left_repeats_a_key() -> None:
    left, right = [(1, "a"), (2, "b")], [(1, "x"), (1, "y"), (2, "z")]
    for go_back in [True, False]:
        found = merge_join(left, right, go_back=go_back)
        assert found == [("a", "x"), ("a", "y"), ("b", "z")]


def test_an_input_that_is_not_sorted_loses_pairs_without_a_word() -> None:
    assert merge_join([(1, "a"), (2, "b")], [(2, "x"), (1, "y")]) == [
        ("b", "x")
    ]


def test_an_empty_side_gives_nothing() -> None:
    assert merge_join([], [(1, "a")]) == merge_join([(1, "a")], []) == []
