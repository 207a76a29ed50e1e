from snippets.consistency.crdt_delivery import (
    ALL,
    DELIVERIES,
    STATES,
    apply,
    merge,
)

RIGHT = (3, ["lamp B", "pen B"])


def test_once_in_causal_order_is_right_by_both() -> None:
    assert apply(ALL) == merge(ALL) == RIGHT


def test_every_causal_order_will_do_for_operations() -> None:
    causal = [
        order
        for order in DELIVERIES["any order, once"]
        if all(
            order.index(known) <= order.index(number)
            for number in ALL
            for known in STATES[number]
        )
    ]
    assert len(causal) == 3
    assert all(apply(order) == RIGHT for order in causal)


def test_a_counter_needs_no_order_and_the_tags_do() -> None:
    got = [apply(order) for order in DELIVERIES["any order, once"]]
    assert all(count == 3 for count, _ in got)
    wrong = {order for order in DELIVERIES["any order, once"]
             if apply(order) != RIGHT}  # fmt: skip
    assert wrong == {
        order
        for order in DELIVERIES["any order, once"]
        if order.index(2) < order.index(0)
    }


def test_repeated_operations_count_twice_and_bring_back_tags() -> None:
    assert apply((0, 1, 2, 3, 3))[0] == 4
    assert apply((0, 1, 2, 0, 3))[1] == ["lamp A", "lamp B", "pen B"]


def test_lost_operations_are_missing_for_ever() -> None:
    assert apply((0, 2, 3))[1] == ["pen B"]


def test_states_bear_everything_if_the_last_ones_arrive() -> None:
    for deliveries in DELIVERIES.values():
        assert all(merge(arrived) == RIGHT for arrived in deliveries)
    assert merge(()) == RIGHT


def test_every_delivery_is_tried() -> None:
    sizes = {title: len(tried) for title, tried in DELIVERIES.items()}
    assert [*sizes.values()] == [1, 24, 10, 4]
