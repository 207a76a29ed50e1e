"""Closure and keys, by small cases and by what two rows can refute."""

from itertools import chain, combinations
from random import Random

from solution import Columns, Rule, candidate_keys, closure


def rules(*texts: str) -> list[Rule]:
    """Each as in `ab c`: a and b determine c."""
    sides = [text.split() for text in texts]
    return [(frozenset(left), frozenset(right)) for left, right in sides]


def keys(columns: str, *texts: str) -> list[str]:
    """The keys found, each as a word, in order; copies stay."""
    found = candidate_keys(frozenset(columns), rules(*texts))
    return sorted("".join(sorted(key)) for key in found)


def test_columns_determine_themselves() -> None:
    assert closure(frozenset("ab"), []) == frozenset("ab"), (
        "Columns determine themselves: start from them."
    )


def test_rules_are_followed_to_the_end() -> None:
    given = rules("c d", "b c", "a b")
    assert closure(frozenset("a"), given) == frozenset("abcd"), (
        "One pass is not enough: a rule may fire thanks to a later one."
    )


def test_a_rule_needs_its_whole_left_side() -> None:
    assert closure(frozenset("a"), rules("ab c")) == frozenset("a"), (
        "A rule fires when all of its left side is there, not a part of it."
    )
    assert closure(frozenset("ab"), rules("ab c")) == frozenset("abc"), (
        "a and b are both there, so the rule `ab c` gives c."
    )


def test_the_rules_stay_as_they_were() -> None:
    given = rules("a b", "b c")
    closure(frozenset("a"), given)
    candidate_keys(frozenset("abc"), given)
    assert given == rules("a b", "b c"), (
        "The list of rules is the caller's: leave it as it was."
    )


def test_each_key_once() -> None:
    found = keys("abcd", "a bcd", "b acd")
    assert len(found) == len(set(found)), (
        f"Each key once, by whichever way it is found. Yours: {found}"
    )


def test_a_key_is_a_smallest_set() -> None:
    assert keys("abc", "a bc") == ["a"], (
        "A set with a key inside is a superkey. A candidate key has none."
    )


def test_there_may_be_several_keys() -> None:
    assert keys("abc", "a b", "b a", "a c") == ["a", "b"], (
        "A table may have several keys: find all."
    )


def test_keys_may_differ_in_length() -> None:
    assert keys("abcd", "a bcd", "bc a") == ["a", "bc"], (
        "A key may be longer than another one, if it does not contain it."
    )


def test_keys_may_share_columns() -> None:
    assert keys("cst", "cs t", "t c") == ["cs", "st"], (
        "Two keys may share columns. Only a set with a whole key inside is "
        "too large."
    )


def test_a_name_is_one_column() -> None:
    student, course, teacher = "student", "course", "teacher"
    given = [
        (frozenset({student, course}), frozenset({teacher})),
        (frozenset({teacher}), frozenset({course})),
    ]
    found = candidate_keys(frozenset({student, course, teacher}), given)
    assert sorted(map(sorted, found)) == [
        [course, student],
        [student, teacher],
    ], "A name is one column: frozenset('id') has two elements, i and d."


def test_a_key_may_be_no_left_side() -> None:
    assert keys("abcd", "a b", "c d") == ["ac"], (
        "A key may be the left side of no rule: here only a and c together do."
    )


def test_a_column_in_no_rule_is_in_each_key() -> None:
    assert keys("abz", "a b") == ["az"], (
        "No rule determines z, so each key holds it."
    )
    assert keys("ab") == ["ab"], "Without a rule the whole row is the key."


def test_rules_may_name_columns_of_other_tables() -> None:
    assert keys("ac", "a b", "b c", "c d") == ["a"], (
        "b and d are of another table. Ask whether the columns of this one "
        "are among those determined; a determines c by way of b."
    )
    assert keys("az", "q z") == ["az"], (
        "q is of another table, and nothing here determines it. So z is not "
        "determined, though it stands on a right side."
    )


def test_a_rule_may_have_an_empty_left_side() -> None:
    nothing: Columns = frozenset()
    given = [(nothing, frozenset("c")), (frozenset("c"), frozenset("d"))]
    assert closure(nothing, given) == frozenset("cd"), (
        "An empty left side is complete before any column is known."
    )
    assert candidate_keys(frozenset("cd"), given) == [nothing], (
        "All columns follow from nothing, so the empty set is the key. Such "
        "a table has one row at most."
    )


def test_random_rules() -> None:
    random, names = Random(17), "abcd"
    subsets: list[Columns] = [
        frozenset(subset)
        for subset in chain(*(combinations(names, n) for n in range(5)))
    ]
    for _ in range(300):
        given = [
            (
                frozenset(random.sample(names, random.randint(1, 3))),
                frozenset(random.sample(names, random.randint(1, 2))),
            )
            for _ in range(random.randrange(6))
        ]
        # Two rows may agree on exactly such columns and obey the rules.
        worlds = [
            agree
            for agree in subsets
            if all(right <= agree for left, right in given if left <= agree)
        ]
        shown = [f"{''.join(sorted(a))} {''.join(sorted(b))}" for a, b in given]
        meaning = {
            columns: frozenset(names).intersection(
                *(agree for agree in worlds if columns <= agree)
            )
            for columns in subsets
        }
        for columns in subsets:
            assert closure(columns, given) == meaning[columns], (
                f"rules {shown}: wrong closure of {sorted(columns)}. Two rows "
                "that agree there and obey the rules refute it."
            )
        whole = [c for c in subsets if len(meaning[c]) == len(names)]
        smallest = [k for k in whole if not any(other < k for other in whole)]
        expected = sorted("".join(sorted(key)) for key in smallest)
        assert keys(names, *shown) == expected, f"rules {shown}: wrong keys."
