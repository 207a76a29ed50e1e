"""What levels promise, tried on every set of replicas."""

from functools import cache
from itertools import combinations, product

from solution import LEVELS, choose, sees

TWO = {"oslo": 3, "rome": 3}
THREE = {"oslo": 3, "rome": 2, "bonn": 1}
FINE = {"oslo": 0, "rome": 0, "bonn": 0}
ALWAYS = "Levels see only if no set of answers can miss the write."


def content(level: str, home: str, who: set[str], of: dict[str, int]) -> bool:
    """The same, said once more for replicas with names like `rome2`."""
    have = {d: sum(name.startswith(d) for name in who) for d in of}
    majority = {d: have[d] > n / 2 for d, n in of.items()}
    return {
        "ONE": len(who) >= 1,
        "LOCAL_ONE": have[home] >= 1,
        "QUORUM": len(who) > sum(of.values()) / 2,
        "LOCAL_QUORUM": majority[home],
        "EACH_QUORUM": all(majority.values()),
        "ALL": have == of,
    }[level]


@cache
def answers(
    level: str, home: str, of: tuple[tuple[str, int], ...]
) -> list[set[str]]:
    """The smallest sets of replicas that the level is content with."""
    names = [f"{d}{i}" for d, n in of for i in range(n)]
    sets = [
        set(c) for k in range(len(names) + 1) for c in combinations(names, k)
    ]
    good = [who for who in sets if content(level, home, who, dict(of))]
    return [who for who in good if not any(less < who for less in good)]


def meets(write: str, at: str, read: str, to: str, of: dict[str, int]) -> bool:
    """Whether no write and no read miss each other, set by set."""
    where = tuple(of.items())
    pairs = product(answers(write, at, where), answers(read, to, where))
    return all(not written.isdisjoint(asked) for written, asked in pairs)


def test_local_quorums_meet_at_home() -> None:
    got = sees("LOCAL_QUORUM", "oslo", "LOCAL_QUORUM", "oslo", TWO)
    assert got is True, (
        "Two local quorums of one datacentre have a replica in common. "
        f"2 + 2 are more than its 3, whatever there is elsewhere. Got {got}."
    )


def test_local_quorums_of_two_places_do_not_meet() -> None:
    got = sees("LOCAL_QUORUM", "oslo", "LOCAL_QUORUM", "rome", TWO)
    assert got is False, (
        "Local quorums of two datacentres have no replica in common. "
        f"Got {got}."
    )


def test_a_quorum_may_be_elsewhere() -> None:
    got = sees("QUORUM", "oslo", "LOCAL_QUORUM", "oslo", TWO)
    assert got is False, (
        "A quorum of all may have its replicas elsewhere. 3 in rome and 1 in "
        f"oslo are 4 of 6, and 2 in oslo miss them. Got {got}."
    )


def test_each_quorum_is_met_everywhere() -> None:
    got = [sees("EACH_QUORUM", "oslo", "LOCAL_QUORUM", d, TWO) for d in TWO]
    assert got == [True, True], (
        f"A quorum in each datacentre is met by a local one in any. Got {got}."
    )


def test_all_is_met_by_one() -> None:
    got = sees("ALL", "oslo", "ONE", "rome", TWO)
    assert got is True, f"Who wrote to all is seen by any read. Got {got}."


def test_half_and_half_may_miss() -> None:
    two = {"oslo": 2}
    got = [sees("ONE", "oslo", "ONE", "oslo", two),
           sees("QUORUM", "oslo", "ONE", "oslo", two)]  # fmt: skip
    assert got == [False, True], (
        "As many as there are is not enough, one more is. 1 + 1 of 2 may miss "
        f"each other, 2 + 1 can't. Got {got}."
    )


def test_the_reader_has_a_home_of_its_own() -> None:
    got = (
        sees("LOCAL_QUORUM", "oslo", "LOCAL_ONE", "bonn", THREE),
        sees("EACH_QUORUM", "oslo", "LOCAL_ONE", "bonn", THREE),
    )
    assert got == (False, True), (
        "A local level counts where its own coordinator is. Bonn has one "
        f"replica, which LOCAL_QUORUM in oslo does not wait for; got {got}."
    )


def test_every_pair_of_levels() -> None:
    for of in (TWO, THREE, {"oslo": 3}, {"oslo": 2, "rome": 2}):
        for write, read in product(LEVELS, repeat=2):
            for at, to in product(of, repeat=2):
                got = sees(write, at, read, to, of)
                assert got == meets(write, at, read, to, of), (
                    f"{ALWAYS} Replicas {of}, {write} in {at}, {read} in "
                    f"{to}: got {got}."
                )


def cost(
    pair: tuple[str, str], at: str, to: str, of: dict[str, int]
) -> tuple[int, int]:
    """(answers waited for in all, of these the read's)."""
    where = tuple(of.items())
    least = [
        min(len(who) for who in answers(level, home, where))
        for level, home in zip(pair, (at, to), strict=True)
    ]
    return sum(least), least[1]


def pick(
    at: str, to: str, of: dict[str, int], down: dict[str, int]
) -> tuple[str, str]:
    """What was chosen, if it is a pair at all."""
    got = choose(at, to, of, {d: down[d] for d in of})
    assert got is not None, (
        f"There are levels that fit: {at} writes, {to} reads, replicas {of}, "
        f"down {down}. Got None."
    )
    return got


def test_at_home_local_quorums_are_cheapest() -> None:
    got = pick("oslo", "oslo", TWO, FINE)
    assert cost(got, "oslo", "oslo", TWO) == (4, 2), (
        f"In one datacentre 2 + 2 answers are the fewest. Got {got}."
    )


def test_a_replica_that_is_down_still_counts() -> None:
    got = pick("oslo", "oslo", {"oslo": 3}, {"oslo": 1})
    assert cost(got, "oslo", "oslo", {"oslo": 3}) == (4, 2), (
        "A replica that is down still counts for the majority. It will come "
        f"back, with what it had. Got {got}."
    )


def test_both_are_answered_in_the_fault() -> None:
    for down in ({"oslo": 1, "rome": 0}, {"oslo": 0, "rome": 1}):
        for at, to in product(TWO, repeat=2):
            got = pick(at, to, TWO, down)
            names = {
                f"{d}{i}" for d, n in TWO.items() for i in range(n - down[d])
            }
            for level, home in zip(got, (at, to), strict=True):
                assert content(level, home, names, TWO), (
                    "Both write and read must be answered in the fault. "
                    f"Down {down}, {at} writes, {to} reads; got {got}."
                )


def test_a_place_that_is_away_leaves_the_local_levels() -> None:
    got = pick("oslo", "oslo", TWO, {"oslo": 0, "rome": 3})
    assert got == ("LOCAL_QUORUM", "LOCAL_QUORUM"), (
        f"Without rome, oslo goes on by its own quorums. Got {got}."
    )


def test_if_nothing_fits_there_is_none() -> None:
    got = choose("oslo", "rome", TWO, {"oslo": 2, "rome": 2})
    assert got is None, (
        "If no levels fit, say None. One replica is up in each place, and two "
        f"that may miss each other are all there is. Got {got}."
    )


def fits(
    at: str, to: str, of: dict[str, int], down: dict[str, int]
) -> list[tuple[str, str]]:
    """All pairs that see and are answered."""
    names = {f"{d}{i}" for d, n in of.items() for i in range(n - down[d])}
    return [
        (w, r)
        for w, r in product(LEVELS, repeat=2)
        if content(w, at, names, of)
        and content(r, to, names, of)
        and meets(w, at, r, to, of)
    ]


def test_every_choice() -> None:
    some = [(0, 0, 0), (0, 0, 1), (1, 1, 0), (3, 0, 0), (0, 2, 1)]
    cases = [(THREE, some)] + [
        (of, list(product(*(range(n + 1) for n in of.values()))))
        for of in (TWO, {"oslo": 3, "rome": 1}, {"oslo": 4, "rome": 1})
    ]
    for of, all_faults in cases:
        for faults in all_faults:
            down = dict(zip(of, faults, strict=True))
            for at, to in product(of, repeat=2):
                good = fits(at, to, of, down)
                got = choose(at, to, of, down)
                told = f"{at} writes, {to} reads, replicas {of}, down {down}"
                if not good:
                    assert got is None, (
                        f"If no levels fit, say None: {told}; got {got}."
                    )
                    continue
                assert got in good, (
                    "Both write and read must be answered in the fault. And "
                    f"the read must meet the write: {told}; got {got}."
                )
                best = min(cost(pair, at, to, of) for pair in good)
                found = cost(got, at, to, of)
                assert found[0] == best[0], (
                    "Of those that fit, take the ones with the fewest answers "
                    f"in all. {told}; got {got}, {found[0]} instead of "
                    f"{best[0]}."
                )
                assert found == best, (
                    "Of equals, take the ones with the fewest answers for the "
                    f"read. {told}; got {got}."
                )
