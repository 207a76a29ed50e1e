from random import Random

from snippets.consistency.or_set_cart import STORIES, Cart


def items(cart: Cart) -> set[str]:
    return {item for item, _, _ in cart.dots}


def pair() -> tuple[Cart, Cart]:
    left, right = Cart("left"), Cart("right")
    left.add("lamp")
    right.merge(left)
    return left, right


def test_a_removed_item_stays_away() -> None:
    left, right = pair()
    left.remove("lamp")
    left.merge(right)
    assert items(left) == set()
    right.merge(left)
    assert items(right) == set()


def test_an_addition_that_the_removal_has_not_seen_stays() -> None:
    left, right = pair()
    left.remove("lamp")
    right.add("lamp")
    left.merge(right)
    right.merge(left)
    assert items(left) == items(right) == {"lamp"}


def test_what_was_removed_can_be_added_again() -> None:
    left, right = pair()
    left.remove("lamp")
    left.add("lamp")
    left.merge(right)
    assert items(left) == {"lamp"}
    assert len(left.dots) == 1


def test_without_tombstones_nothing_grows_but_the_counts() -> None:
    left, right = pair()
    for _ in range(100):
        left.remove("lamp")
        left.add("lamp")
        right.merge(left)
    assert len(right.dots) == len(right.seen) == 1


def test_an_item_that_is_added_again_has_one_dot() -> None:
    left, right = pair()
    for cart in (right, left, left):
        cart.add("lamp")
    right.merge(left)
    assert len(left.dots) == 1
    assert len(right.dots) == 2  # right's own is unseen by left
    right.add("lamp")
    assert len(right.dots) == 1


def test_who_has_added_it_in_sight_keeps_it_against_an_older_removal() -> None:
    left, right = pair()
    right.add("lamp")
    left.remove("lamp")
    right.merge(left)
    left.merge(right)
    assert items(left) == items(right) == {"lamp"}


def test_it_agrees_with_a_set_that_keeps_all_tombstones() -> None:
    """Against sets of all dots added and removed, over random stories."""
    rng = Random(1)
    for _ in range(300):
        carts = [Cart(name) for name in "abc"]
        added: list[set[tuple[str, str, int]]] = [set(), set(), set()]
        removed: list[set[tuple[str, str, int]]] = [set(), set(), set()]
        for _ in range(20):
            i, j = rng.sample(range(3), 2)
            item = rng.choice(["book", "lamp"])
            match rng.choice(["add", "remove", "merge"]):
                case "add":
                    removed[i] |= {dot for dot in added[i] if dot[0] == item}
                    carts[i].add(item)
                    name = carts[i].replica
                    added[i].add((item, name, carts[i].seen[name]))
                case "remove":
                    carts[i].remove(item)
                    removed[i] |= {dot for dot in added[i] if dot[0] == item}
                case "merge":
                    carts[i].merge(carts[j])
                    added[i] |= added[j]
                    removed[i] |= removed[j]
            assert carts[i].dots == added[i] - removed[i]


def test_each_story_has_two_sides() -> None:
    assert all(story.count("|") == 1 for story in STORIES)
