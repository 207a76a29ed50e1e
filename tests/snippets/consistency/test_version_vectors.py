from itertools import product

from snippets.consistency.version_vectors import (
    Vector,
    Version,
    contains,
    relation,
    sync,
    update,
)

VECTORS: list[Vector] = [
    {name: count for name, count in zip("ABC", counts, strict=True) if count}
    for counts in product(range(3), repeat=3)
]


def updates(vector: Vector) -> set[tuple[str, int]]:
    return {(n, i) for n, count in vector.items() for i in range(count)}


def test_a_vector_contains_another_if_its_updates_do() -> None:
    for a, b in product(VECTORS, repeat=2):
        assert contains(a, b) == (updates(a) >= updates(b))


def test_the_relation_is_that_of_the_sets_of_updates() -> None:
    for a, b in product(VECTORS, repeat=2):
        one, two = updates(a), updates(b)
        expected = (
            "equal" if one == two
            else "after" if one > two
            else "before" if one < two
            else "concurrent"
        )  # fmt: skip
        assert relation(a, b) == expected


def test_who_has_read_replaces_and_who_has_not_makes_a_sibling() -> None:
    a = update("A", [], 25)
    assert sync([a], [update("C", [a], 26)]) == [Version(26, {"A": 1, "C": 1})]
    c = update("C", [], 26)
    assert sync([a], [c]) == [a, c]


def test_who_has_read_all_siblings_replaces_them_all() -> None:
    a, c = update("A", [], 25), update("C", [], 26)
    b = update("B", [a, c], 27)
    assert sync([a, c], [b]) == sync([b], [a, c]) == [b]


def test_equal_values_of_concurrent_writes_stay_two_siblings() -> None:
    a, c = update("A", [], 25), update("C", [], 25)
    assert sync([a], [c]) == [a, c]


def test_syncs_in_any_order_and_repeated_keep_the_same() -> None:
    versions = [Version(n, vector) for n, vector in enumerate(VECTORS)]
    for one, two, three in product(versions[::2], repeat=3):
        left = sync(sync([one], [two]), [three])
        right = sync([three], sync([two], [one]))
        assert {v.value for v in left} == {v.value for v in right}
        assert sync(left, [two]) == left


def test_a_write_contains_the_most_of_what_it_has_read() -> None:
    read = [Version(1, {"A": 2, "B": 1}), Version(2, {"A": 1, "C": 4})]
    assert update("C", read, 3).vector == {"A": 2, "B": 1, "C": 5}
