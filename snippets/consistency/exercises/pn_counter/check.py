"""What a counter with copies promises."""

from copy import deepcopy
from random import Random

from solution import Counter, State


def test_a_new_counter_is_at_zero() -> None:
    got = Counter("a").value()
    assert got == 0, f"A new counter is at 0. Got {got}."


def test_one_replica_counts_alone() -> None:
    counter = Counter("a")
    for amount in (1, 5, -2, 0):
        counter.add(amount)
    counter.add()
    got = counter.value()
    assert got == 5, f"One replica counts 1 + 5 - 2 + 0 + 1. Got {got}."


def test_the_value_may_be_below_zero() -> None:
    a, b = Counter("a"), Counter("b")
    a.add(-2)
    got = a.value()
    assert got == -2, (
        f"A replica may know of more lowering than raising. Got {got}."
    )
    b.add(3)
    a.merge(b.state())
    got = a.value()
    assert got == 1, (
        "A replica may know of more lowering than raising. "
        f"Then 3 come from another one; got {got}."
    )


def test_concurrent_additions_add_up() -> None:
    a, b = Counter("a"), Counter("b")
    a.add()
    b.add()
    a.merge(b.state())
    b.merge(a.state())
    for counter in (a, b):
        got = counter.value()
        assert got == 2, (
            f"One here and one there are two, at both replicas. Got {got}."
        )


def test_a_state_that_comes_again_counts_once() -> None:
    a, b = Counter("a"), Counter("b")
    a.add(2)
    for _ in range(3):
        b.merge(a.state())
    got = b.value()
    assert got == 2, (
        f"A state that comes again must not count twice. Got {got}."
    )


def test_replicas_that_answer_each_other_do_not_count_up() -> None:
    a, b = Counter("a"), Counter("b")
    a.add(2)
    for _ in range(3):
        b.merge(a.state())
        a.merge(b.state())
    got = a.value()
    assert got == 2, (
        f"A state that comes again must not count twice. Got {got}."
    )


def test_a_lowering_arrives() -> None:
    a, b = Counter("a"), Counter("b")
    a.add(3)
    b.merge(a.state())
    a.add(-2)
    b.merge(a.state())
    got = b.value()
    assert got == 1, (
        "A lowering must arrive after a higher value has been seen. "
        f"3 came first, then 2 less; got {got}."
    )


def test_a_raising_arrives_after_a_lowering() -> None:
    a, b = Counter("a"), Counter("b")
    a.add(-2)
    b.merge(a.state())
    a.add(3)
    b.merge(a.state())
    got = b.value()
    assert got == 1, (
        "A raising must arrive after a lower value has been seen. "
        f"2 less came first, then 3; got {got}."
    )


def test_an_old_state_takes_nothing_back() -> None:
    a, b = Counter("a"), Counter("b")
    a.add(3)
    old = a.state()
    a.add(4)
    a.add(-1)
    b.merge(a.state())
    b.merge(old)
    got = b.value()
    assert got == 6, (
        "An old state that comes late must take nothing back. "
        f"6 came first, then the 3 from before; got {got}."
    )


def test_what_others_said_is_passed_on() -> None:
    a, b, c = Counter("a"), Counter("b"), Counter("c")
    a.add(1)
    b.add(10)
    b.merge(a.state())
    c.merge(b.state())
    got = c.value()
    assert got == 11, (
        "A state has all that its replica knows, not only its own. "
        f"c heard of a's 1 from b, which had 10; got {got}."
    )


def test_a_replica_without_memory_gets_its_own_back() -> None:
    a, b = Counter("a"), Counter("b")
    a.add(5)
    b.merge(a.state())
    again = Counter("a")
    again.merge(b.state())
    got = again.value()
    assert got == 5, (
        "A replica that has lost its memory gets its own counts from others. "
        f"b knew of 5; got {got}."
    )
    again.add(1)
    b.merge(again.state())
    got = b.value()
    assert got == 6, (
        "A replica that has lost its memory gets its own counts from others. "
        f"After 5 it counts one more; got {got}."
    )


def test_an_old_own_state_takes_nothing_back() -> None:
    a, b = Counter("a"), Counter("b")
    a.add(1)
    b.merge(a.state())
    a.add(1)
    a.merge(b.state())
    got = a.value()
    assert got == 2, (
        "An old state that comes late must take nothing back. "
        f"b knew of a's first only; got {got}."
    )


def test_a_state_stays_as_it_was_sent() -> None:
    a, b = Counter("a"), Counter("b")
    a.add(1)
    sent = a.state()
    a.add(10)
    b.merge(sent)
    got = b.value()
    assert got == 1, (
        f"A state must not change after it was sent. It had 1; got {got}."
    )


def test_a_merge_leaves_the_state_alone() -> None:
    a, b, c = Counter("a"), Counter("b"), Counter("c")
    a.add(1)
    sent = a.state()
    before = deepcopy(sent)
    b.add(10)
    b.merge(sent)
    b.add(100)
    assert sent == before, (
        "A merge must not change the state that it reads, then or later."
    )
    c.merge(sent)
    c.add(5)
    c.merge(b.state())
    got = (b.value(), c.value())
    assert sent == before, (
        "A merge must not change the state that it reads, then or later."
    )
    assert got == (111, 116), (
        f"Copies stay apart: b has 111 and c 5 more. Got {got}."
    )


def test_any_delivery_ends_with_the_sum() -> None:
    rng = Random(1)
    for _ in range(100):
        counters = [Counter(name) for name in "abc"]
        sent: list[State] = []
        total = 0
        for _ in range(40):
            counter = rng.choice(counters)
            match rng.randrange(3):
                case 0:
                    amount = rng.randint(-3, 3)
                    counter.add(amount)
                    total += amount
                case 1:
                    sent.append(counter.state())
                case _ if sent:
                    counter.merge(rng.choice(sent))
        last = [counter.state() for counter in counters]
        for counter in counters:
            for state in rng.sample(last, 3):
                counter.merge(state)
            got = counter.value()
            assert got == total, (
                "States may come late, again or in any order: in the end "
                f"all replicas are at the sum, {total}. Got {got}."
            )
