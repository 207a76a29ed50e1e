from itertools import permutations

from snippets.consistency.log_and_register import Log, Register, replay

Wish = tuple[str, str | None, str]
WISHES: list[Wish] = [
    ("ada", None, "seat of ada"),
    ("bob", None, "seat of bob"),
    ("cyd", "seat of ada", "seat of cyd"),
]


def test_a_register_is_set_only_by_who_knows_what_it_holds() -> None:
    register = Register()
    assert register.compare_and_set(None, "")
    assert not register.compare_and_set(None, "late")
    assert register.compare_and_set("", "next")
    assert register.value == "next"


def test_in_each_order_one_of_ada_and_bob_gets_the_seat() -> None:
    for order in permutations(WISHES):
        won = replay(list(order))
        assert won["ada"] + won["bob"] == 1
        assert not won["cyd"] or won["ada"]


def test_orders_disagree_about_the_winner() -> None:
    assert replay(WISHES[:2]) != replay(WISHES[1::-1])


def test_each_slot_is_decided_once() -> None:
    log = Log()
    assert [log.append(entry) for entry in "abc"] == [0, 1, 2]
    assert [slot.value for slot in log.slots] == ["a", "b", "c"]
    assert not log.slots[1].compare_and_set(None, "late")


def test_an_open_slot_is_taken_first() -> None:
    log = Log([Register("a"), Register(), Register("c")])
    assert log.append("b") == 1
