"""What a ring promises, whoever joins, leaves and collides."""

from collections import Counter
from itertools import permutations
from random import Random

import pytest
from solution import HashRing, position

KEYS = [f"user:{number}" for number in range(400)]


def ring_at(**places: int) -> HashRing:
    """A ring with one point per server, at the given places.

    Keys have their places by name: `k15` is at 15.
    """
    known = {f"{server}#0": place for server, place in places.items()}
    known |= {f"k{place}": place for place in range(100)}
    ring = HashRing(1, known.__getitem__)
    for server in places:
        ring.add(server)
    return ring


def homes(ring: HashRing, keys: list[str] = KEYS) -> dict[str, str]:
    """The server of each key."""
    return {key: ring.server_of(key) for key in keys}


def test_a_key_belongs_to_the_next_point() -> None:
    ring = ring_at(a=10, b=20, c=30)
    found = ring.server_of("k15")
    assert found == "b", (
        "A key belongs to the first point after it. From 15 the next of 10, "
        f"20 and 30 is 20, which is b's; got {found}."
    )


def test_a_key_at_a_point_belongs_to_it() -> None:
    ring = ring_at(a=10, b=20, c=30)
    found = ring.server_of("k20")
    assert found == "b", (
        "A key at a point belongs to that point. `bisect` looks behind it, "
        f"`bisect_left` at it: 20 is b's, got {found}."
    )


def test_behind_the_last_point_comes_the_first() -> None:
    ring = ring_at(a=10, b=20, c=30)
    found = ring.server_of("k31")
    assert found == "a", (
        "Behind the last point comes the first: it is a ring. Otherwise the "
        f"last server also gets the keys of the gap. k31 is a's, got {found}."
    )


def test_the_first_point_has_what_is_before_it() -> None:
    ring = ring_at(a=10, b=20)
    assert ring.server_of("k3") == "a", "k3 is before a's point at 10."


@pytest.mark.parametrize("order", list(permutations("abc")))
def test_of_servers_at_one_place_the_first_name_counts(
    order: tuple[str, ...],
) -> None:
    ring = ring_at(**dict.fromkeys(order, 10))
    found = ring.server_of("k5")
    assert found == "a", (
        "Two processes that added the servers in another order must agree. "
        f"Added as {', '.join(order)}, all at 10, k5 is a's; got {found}."
    )


def test_who_lost_a_place_has_it_when_the_other_leaves() -> None:
    ring = ring_at(b=10, a=10, c=30)
    ring.remove("a")
    found = ring.server_of("k5")
    assert found == "b", (
        "Two servers may have a point at the same place. When one leaves, the "
        f"other's point is still there: k5 is b's, got {found}."
    )


def test_who_lost_a_place_can_leave() -> None:
    ring = ring_at(b=10, a=10, c=30)
    ring.remove("b")
    found = ring.server_of("k5")
    assert found == "a", (
        "Who leaves takes its own points and no others. b and a were both at "
        f"10, b left: k5 is a's, got {found}."
    )


def test_who_leaves_leaves_with_all_points() -> None:
    ring = HashRing(20)
    for server in "abc":
        ring.add(server)
    ring.remove("b")
    left = set(homes(ring).values())
    assert left == {"a", "c"}, (
        "A server that left must get no keys. Each of its points has to go, "
        f"not only one: {sorted(left)} have keys."
    )


def test_a_server_that_is_added_twice_is_on_the_ring_once() -> None:
    ring = HashRing(20)
    for server in "aba":
        ring.add(server)
    ring.remove("a")
    left = set(homes(ring).values())
    assert left == {"b"}, (
        "Adding a server that is there already changes nothing. a was added "
        f"twice and removed once: {sorted(left)} have keys."
    )


def test_to_remove_a_stranger_is_a_key_error() -> None:
    ring = HashRing(5)
    ring.add("a")
    try:
        ring.remove("b")
    except KeyError:
        return
    pytest.fail(
        "To remove a server that is not on the ring is a KeyError. A typing "
        "error in a name would pass unseen."
    )


def test_an_empty_ring_is_a_lookup_error() -> None:
    ring = HashRing(5)
    ring.add("a")
    ring.remove("a")
    try:
        found = ring.server_of("user:17")
    except LookupError:
        return
    except ArithmeticError as error:
        found = repr(error)
    pytest.fail(
        "An empty ring has no server to name: raise LookupError. "
        f"Got {found!r}."
    )


def test_who_joins_takes_keys_from_the_others_and_moves_no_other() -> None:
    ring = HashRing(50)
    for server in "abcd":
        ring.add(server)
    before = homes(ring)
    ring.add("e")
    after = homes(ring)
    moved = {key for key in KEYS if before[key] != after[key]}
    astray = [key for key in moved if after[key] != "e"]
    assert not astray, (
        "Who joins takes keys, and no key moves between the others. "
        f"{len(astray)} of {len(KEYS)} keys did."
    )
    assert moved, "A server that joined has to get some keys."


@pytest.mark.parametrize("gone", "abcd")
def test_who_leaves_moves_its_own_keys_and_no_other(gone: str) -> None:
    ring = HashRing(50)
    for server in "abcd":
        ring.add(server)
    before = homes(ring)
    ring.remove(gone)
    after = homes(ring)
    astray = sum(before[key] not in (gone, after[key]) for key in KEYS)
    assert not astray, (
        "Who leaves gives away its own keys, and no other key moves. "
        f"{astray} of {len(KEYS)} keys of the others moved."
    )


def test_the_order_of_joining_makes_no_difference() -> None:
    found = []
    for order in ["abcd", "dbca"]:
        ring = HashRing(50)
        for server in order:
            ring.add(server)
        found.append(homes(ring))
    assert found[0] == found[1], (
        "The points of a server hang on its name alone. A balancer that was "
        "restarted adds the same servers in another order, and has to agree "
        "with the others."
    )


@pytest.mark.parametrize("names", ["abcd", "efgh", "ijkl"])
def test_every_point_counts(names: str) -> None:
    ring = HashRing(200)
    for server in names:
        ring.add(server)
    counts = Counter(homes(ring, [f"k{n}" for n in range(1_000)]).values())
    assert max(counts.values()) < 325, (
        "With 200 points each, no server has much more than its share. Of "
        f"1,000 keys they have {dict(counts)}."
    )


def test_a_look_up_hashes_the_key_and_nothing_else() -> None:
    asked: list[str] = []

    def counting(text: str) -> int:
        asked.append(text)
        return position(text)

    ring = HashRing(50, counting)
    for server in "abcd":
        ring.add(server)
    asked.clear()
    ring.server_of("user:17")
    assert len(asked) == 1, (
        "A look-up hashes the key, once. The points are computed when a "
        f"server joins: {len(asked)} positions were asked for."
    )


class Place(int):
    """A position that counts how often it is compared."""

    compared = 0

    def __eq__(self, other: object) -> bool:
        Place.compared += 1
        return int(self) == other

    def __lt__(self, other: int) -> bool:
        Place.compared += 1
        return int(self) < int(other)

    def __le__(self, other: int) -> bool:
        Place.compared += 1
        return int(self) <= int(other)

    def __gt__(self, other: int) -> bool:
        Place.compared += 1
        return int(self) > int(other)

    def __ge__(self, other: int) -> bool:
        Place.compared += 1
        return int(self) >= int(other)

    def __sub__(self, other: int) -> "Place":
        Place.compared += 1
        return Place(int(self) - int(other))

    def __hash__(self) -> int:
        return int.__hash__(self)


def test_a_look_up_does_not_look_at_every_point() -> None:
    ring = HashRing(100, lambda text: Place(position(text)))
    for number in range(10):
        ring.add(f"server-{number}")
    Place.compared = 0
    ring.server_of("user:17")
    assert Place.compared <= 60, (
        "A look-up is a binary search, and does not look at every point. Of "
        f"1,000 points it compared {Place.compared}."
    )


def test_it_finds_what_a_look_at_every_point_finds() -> None:
    rng = Random(3)
    places = {f"{s}#{n}": rng.randrange(40) for s in "abcdef" for n in range(4)}
    places |= {f"k{place}": place for place in range(40)}
    ring, on = HashRing(4, places.__getitem__), set[str]()
    for _ in range(300):
        server = rng.choice("abcdef")
        if server in on and len(on) > 1:
            ring.remove(server)
            on.remove(server)
        else:
            ring.add(server)
            on.add(server)
        key = rng.randrange(40)
        expected = min(
            ((places[f"{s}#{n}"] - key) % 40, s) for s in on for n in range(4)
        )[1]
        found = ring.server_of(f"k{key}")
        assert found == expected, (
            f"With {sorted(on)} on a small ring full of collisions, a key at "
            f"{key} is {expected}'s, by looking at every point; got {found}."
        )
