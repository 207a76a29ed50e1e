"""What copies of a cart promise."""

import inspect
import linecache
from random import Random
from typing import Any

from solution import Cart


def pair(*items: str) -> tuple[Cart, Cart]:
    """Two sites that both know the items, added at the left one."""
    left, right = Cart("left"), Cart("right")
    for item in items:
        left.add(item)
    right.merge(left)
    return left, right


def started(site: str) -> Cart:
    """A cart in a program of its own, whose memory is as at its start."""
    path = inspect.unwrap(Cart.merge).__code__.co_filename
    code = "".join(linecache.getlines(path))
    program: dict[str, Any] = {"__name__": "solution"}
    exec(compile(code, path, "exec"), program)  # noqa: S102
    cart: Cart = program["Cart"](site)
    return cart


def exchange(left: Cart, right: Cart) -> None:
    left.merge(right)
    right.merge(left)


def test_one_copy_is_a_set() -> None:
    cart = Cart("left")
    cart.remove("lamp")
    cart.add("lamp")
    cart.add("lamp")
    cart.add("book")
    got = cart.items()
    assert got == {"lamp", "book"}, (
        f"What was added is in the cart, each item once. Got {got}."
    )


def test_a_removal_takes_every_addition_in_sight() -> None:
    left, right = pair("lamp")
    right.add("lamp")
    left.merge(right)
    left.remove("lamp")
    got = left.items()
    assert got == set(), (
        "A removal takes all additions of the item that are here. "
        f"The lamp was added twice; got {got}."
    )


def test_additions_of_both_sites_are_kept() -> None:
    left, right = pair("book")
    left.add("lamp")
    right.add("pen")
    exchange(left, right)
    for cart in (left, right):
        got = cart.items()
        assert got == {"book", "lamp", "pen"}, (
            f"A merge must lose no addition of either site. Got {got}."
        )


def test_a_removed_item_stays_away() -> None:
    left, right = pair("book", "lamp")
    left.remove("lamp")
    right.add("pen")
    exchange(left, right)
    for cart in (left, right):
        got = cart.items()
        assert got == {"book", "pen"}, (
            "What was removed must not come back by a merge. "
            f"Left removed the lamp, right added a pen; got {got}."
        )


def test_a_removal_travels_over_a_third_site() -> None:
    left, right = pair("lamp")
    middle = Cart("middle")
    middle.merge(right)
    left.remove("lamp")
    middle.merge(left)
    right.merge(middle)
    got = right.items()
    assert got == set(), (
        "A site must pass on removals that it heard of. "
        f"Left removed the lamp, right heard it from middle; got {got}."
    )


def test_an_old_copy_brings_nothing_back() -> None:
    left, right = pair("lamp")
    backup = Cart("backup")
    backup.merge(left)
    left.remove("lamp")
    exchange(left, right)
    right.merge(backup)
    got = right.items()
    assert got == set(), (
        "A copy from before the removal must not undo it, however late. "
        f"Got {got}."
    )


def test_old_copies_one_after_the_other_bring_nothing_back() -> None:
    left, right = pair("book")
    older = Cart("older")
    older.merge(left)
    left.add("lamp")
    old = Cart("old")
    old.merge(left)
    left.remove("lamp")
    right.merge(left)
    right.merge(older)
    right.merge(old)
    got = right.items()
    assert got == {"book"}, (
        "A copy from before the removal must not undo it, however late. "
        "First a copy came from before the lamp was added, then one with it; "
        f"got {got}."
    )


def test_an_addition_that_the_removal_has_not_seen_stays() -> None:
    left, right = pair("lamp")
    left.remove("lamp")
    right.add("lamp")
    exchange(left, right)
    for cart in (left, right):
        got = cart.items()
        assert got == {"lamp"}, (
            "An addition that the removal had not seen must stay. "
            f"Right added a lamp again, unseen by left; got {got}."
        )


def test_two_sites_that_never_spoke_add_the_same() -> None:
    left, right = Cart("left"), Cart("right")
    left.add("lamp")
    right.add("lamp")
    left.remove("lamp")
    exchange(left, right)
    got = right.items()
    assert got == {"lamp"}, (
        "Additions of two sites are two, also if they are alike. "
        f"Left removed its own lamp, and right's was unseen; got {got}."
    )


def test_sites_are_programs_apart() -> None:
    left, right = started("left"), started("right")
    left.add("lamp")
    right.add("lamp")
    left.remove("lamp")
    exchange(left, right)
    got = right.items()
    assert got == {"lamp"}, (
        "Sites are programs apart: they share their names and no counter. "
        f"Left removed its own lamp, and right's was unseen; got {got}."
    )


def test_what_was_removed_can_be_put_back() -> None:
    left, right = pair("lamp")
    left.remove("lamp")
    exchange(left, right)
    left.add("lamp")
    exchange(left, right)
    for cart in (left, right):
        got = cart.items()
        assert got == {"lamp"}, (
            f"An item can be put back after its removal, everywhere. Got {got}."
        )


def test_put_back_before_anybody_heard_of_the_removal() -> None:
    left, right = pair("lamp")
    left.remove("lamp")
    left.add("lamp")
    exchange(left, right)
    got = left.items()
    assert got == {"lamp"}, (
        "An item that is put back is a new addition, not the old one. "
        f"Right knew of the first only; got {got}."
    )


def test_put_back_and_removed_at_the_other_site() -> None:
    left, right = pair("lamp")
    left.remove("lamp")
    left.add("lamp")
    right.remove("lamp")
    exchange(left, right)
    got = right.items()
    assert got == {"lamp"}, (
        "An item that is put back is a new addition, not the old one. "
        f"Right removed the first, left has put in another; got {got}."
    )


def test_merging_twice_changes_nothing() -> None:
    left, right = pair("book", "lamp")
    left.remove("lamp")
    exchange(left, right)
    exchange(left, right)
    got = left.items()
    assert got == {"book"}, (
        f"A merge that is repeated must change nothing. Got {got}."
    )


def test_a_merge_leaves_the_other_alone() -> None:
    left, right = pair("lamp")
    left.remove("lamp")
    left.add("pen")
    left.merge(right)
    got = right.items()
    assert got == {"lamp"}, (
        f"A merge must not change the copy that it reads. Got {got}."
    )


def test_copies_stay_apart_after_a_merge() -> None:
    left, right = pair("lamp")
    left.add("pen")
    left.remove("lamp")
    got = right.items()
    assert got == {"lamp"}, (
        "After a merge each site has its own copy. "
        f"Left changed its cart, and right has {got}."
    )
    right.add("cup")
    left.merge(right)
    got = left.items()
    assert got == {"pen", "cup"}, (
        "After a merge each site has its own copy. "
        f"Left has a pen, right a cup and the old lamp; got {got}."
    )


def test_what_is_handed_out_is_not_the_cart() -> None:
    left, _ = pair("lamp")
    left.items().clear()
    got = left.items()
    assert got == {"lamp"}, (
        f"Who changes the set from `items` must not change the cart. Got {got}."
    )


def test_long_stories_end_as_if_every_tag_were_kept() -> None:
    rng = Random(1)
    for _ in range(150):
        carts = [Cart(name) for name in "abc"]
        added: list[set[tuple[str, int]]] = [set(), set(), set()]
        removed: list[set[tuple[str, int]]] = [set(), set(), set()]
        for step in range(25):
            i, j = rng.sample(range(3), 2)
            item = rng.choice(["book", "lamp"])
            match rng.randrange(3):
                case 0:
                    carts[i].add(item)
                    added[i].add((item, step))
                case 1:
                    carts[i].remove(item)
                    removed[i] |= {tag for tag in added[i] if tag[0] == item}
                case _:
                    carts[i].merge(carts[j])
                    added[i] |= added[j]
                    removed[i] |= removed[j]
            got = carts[i].items()
            expected = {tag[0] for tag in added[i] - removed[i]}
            assert got == expected, (
                "After a long story the cart has what was added and not "
                f"removed in sight: {expected}. Got {got}."
            )
