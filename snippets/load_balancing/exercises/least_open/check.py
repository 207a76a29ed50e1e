"""What least connections promises, whatever weights and requests do."""

from collections import Counter
from contextlib import AbstractContextManager, ExitStack, suppress
from random import Random

import pytest
from solution import LeastOpen


def keep(stack: ExitStack, balancer: LeastOpen, count: int) -> str:
    """The servers of requests that stay open, in order."""
    return "".join(
        stack.enter_context(balancer.request()) for _ in range(count)
    )


def short(balancer: LeastOpen, count: int) -> str:
    """The servers of requests of which each ends before the next."""
    order = ""
    for _ in range(count):
        with balancer.request() as server:
            order += server
    return order


def test_the_fewest_open_is_next() -> None:
    balancer = LeastOpen({"A": 1, "B": 1, "C": 1})
    with ExitStack() as others, balancer.request():
        with balancer.request() as ended:
            keep(others, balancer, 1)
        with balancer.request() as server:
            pass
    assert server == ended, (
        "The server with the fewest open requests is next. A, B and C had one "
        f"each, {ended}'s ended, and the next went to {server}."
    )


def test_a_request_is_open_while_its_block_runs() -> None:
    balancer = LeastOpen({"A": 1, "B": 1})
    with ExitStack() as others:
        order = keep(others, balancer, 2)
        during = dict(balancer.open)
    assert (order, during) == ("AB", {"A": 1, "B": 1}), (
        "A request is open while its block runs, and `open` counts it. "
        f"During two requests, to {order}, it was {during}."
    )


def test_an_ended_request_is_open_no_more() -> None:
    balancer = LeastOpen({"A": 1, "B": 1})
    short(balancer, 5)
    assert balancer.open == {"A": 0, "B": 0}, (
        "A request that has ended is open no more. To count all that ever "
        f"came is to balance the past. After five short ones: {balancer.open}."
    )


class BrokenError(Exception):
    """What a request may end with."""


def test_one_end_ends_one_request() -> None:
    balancer = LeastOpen({"A": 1})
    with ExitStack() as others:
        keep(others, balancer, 2)
        short(balancer, 1)
        left = dict(balancer.open)
    assert left == {"A": 2}, (
        "The end of one request is one less, not none. Of three at A one "
        f"ended: {left}."
    )


def test_a_request_begins_with_its_block() -> None:
    balancer = LeastOpen({"A": 1, "B": 1})
    early, late = balancer.request(), balancer.request()
    waiting = dict(balancer.open)
    assert waiting == {"A": 0, "B": 0}, (
        "A request begins with its block. One that never gets there would be "
        f"counted for ever. Before any block: {waiting}."
    )
    with early as one, late as other:
        pass
    assert one + other == "AB", (
        "The choice is made when the block begins, by what is open then. Two "
        f"requests made before went to {one} and {other}."
    )


def test_a_failed_request_is_open_no_more() -> None:
    balancer = LeastOpen({"A": 1, "B": 1})
    for _ in range(3):
        with suppress(BrokenError), balancer.request():
            raise BrokenError
    assert balancer.open == {"A": 0, "B": 0}, (
        "A request that fails has ended, too. If its count stays, each failure "
        "makes the server look busier for ever. After three failures: "
        f"{balancer.open}."
    )


class StoppedError(BaseException):
    """What stops a request from outside, as a cancelled task or Ctrl+C does."""


def test_a_request_that_is_stopped_is_open_no_more() -> None:
    balancer = LeastOpen({"A": 1, "B": 1})
    with suppress(StoppedError), balancer.request():
        raise StoppedError
    assert balancer.open == {"A": 0, "B": 0}, (
        "A request that is stopped from outside has ended, too. A cancelled "
        "task is no Exception but a BaseException; `finally` runs for both. "
        f"After one: {balancer.open}."
    )


def test_the_error_of_a_request_reaches_the_caller() -> None:
    balancer = LeastOpen({"A": 1, "B": 1})
    told = False
    try:
        with balancer.request():
            raise BrokenError
    except BrokenError:
        told = True
    assert told, (
        "The error of a request reaches the caller. Counting is no reason to "
        "swallow it."
    )


def test_ties_do_not_all_go_to_the_first() -> None:
    order = short(LeastOpen({"A": 1, "B": 1, "C": 1}), 9)
    assert order != "AAAAAAAAA", (
        "Of servers that are equally busy the first must not always win. All "
        f"short requests would go to it: {order}."
    )


def test_ties_are_given_in_turn() -> None:
    order = short(LeastOpen({"A": 1, "B": 1, "C": 1}), 9)
    assert sorted(order) == sorted("AAABBBCCC"), (
        "Equally busy servers take turns. So nine short requests are three "
        f"for each, neither more nor by chance. They went to {order}."
    )


def test_of_equals_the_one_chosen_longest_ago_is_next() -> None:
    order = short(LeastOpen({"A": 1, "B": 1, "C": 1}), 9)
    assert order == "ABCABCABC", (
        "Of equally busy servers the one chosen longest ago is next. "
        f"Nine short requests went to {order} instead of ABCABCABC."
    )


def test_turns_are_for_ties_only() -> None:
    balancer = LeastOpen({"A": 1, "B": 1, "C": 1})
    with balancer.request() as busy:
        order = short(balancer, 6)
    assert busy not in order, (
        "Turns decide between equals only. While a server is busier than the "
        f"others, nothing goes to it: {busy} had one open, and six short "
        f"requests went to {order}."
    )


def test_the_one_chosen_longest_ago_counts_and_not_a_fixed_circle() -> None:
    balancer = LeastOpen({"A": 1, "B": 1, "C": 1})
    with balancer.request():  # A
        order = short(balancer, 3)  # B, C, B
    order += short(balancer, 3)
    assert order == "BCBACB", (
        "A fixed circle forgets who was skipped or chosen meanwhile. Keep "
        "the servers in the order in which they were chosen. With one request "
        "open at A, three short ones, then three more without it, the order "
        f"was {order} instead of BCBACB."
    )


def test_long_requests_are_shared_by_weight() -> None:
    balancer = LeastOpen({"A": 4, "B": 1})
    with ExitStack() as others:
        keep(others, balancer, 100)
        shares = dict(balancer.open)
    assert shares["A"] > shares["B"], (
        "A larger weight means more open requests. Divide the count by it. "
        f"Of 100 with weights 4 and 1: {shares}."
    )
    assert shares == {"A": 80, "B": 20}, (
        "Of 100 open requests a weight of 4 has 80 beside one of 1. "
        f"Here it is {shares}."
    )


def test_shares_are_not_rounded() -> None:
    balancer = LeastOpen({"A": 5, "B": 2})
    with ExitStack() as others:
        order = keep(others, balancer, 7)
    assert order == "ABAABAA", (
        "Compare the exact quotients, do not round them. 2 of 5 are less busy "
        f"than 1 of 2. Seven long requests went to {order} instead of ABAABAA."
    )
    balancer = LeastOpen({"A": 2_000_000, "B": 3_000_000})
    with ExitStack() as others:
        order = keep(others, balancer, 3)
    assert order == "ABB", (
        "Compare the exact quotients, do not round them. 1 of 3 million is "
        f"less than 1 of 2 million: {order} instead of ABB."
    )


def test_an_idle_server_ties_with_an_idle_one_of_any_weight() -> None:
    order = short(LeastOpen({"A": 9, "B": 1}), 4)
    assert order == "ABAB", (
        "Without open requests 0/9 and 0/1 are equal. So these two take "
        f"turns, and four short requests went to {order}."
    )


@pytest.mark.parametrize("weights", [{}, {"A": 0}, {"A": 1, "B": -1}], ids=repr)
def test_what_can_not_be_balanced_is_refused(weights: dict[str, int]) -> None:
    refused = False
    try:
        LeastOpen(weights)
    except Exception as error:
        refused = isinstance(error, ValueError)
    assert refused, (
        "What can't be balanced is refused when the balancer is made. At the "
        f"first request it is too late: {weights} was taken."
    )


def test_two_balancers_know_nothing_of_each_other() -> None:
    weights = {"A": 1, "B": 1}
    one, other = LeastOpen(weights), LeastOpen(weights)
    with one.request():
        seen = short(other, 1), dict(other.open), dict(weights)
    assert seen == ("A", {"A": 0, "B": 0}, {"A": 1, "B": 1}), (
        "Each balancer has counts of its own, and leaves the weights it was "
        f"given as they are. Beside another with a request at A: {seen}."
    )


def test_weights_that_change_later() -> None:
    weights = {"A": 1, "B": 1}
    balancer = LeastOpen(weights)
    weights["A"] = 9
    with ExitStack() as others:
        order = keep(others, balancer, 4)
    assert order == "ABAB", (
        "A balancer keeps weights of its own. What is changed later in those "
        f"that were given moves nothing: {order} instead of ABAB."
    )


def expected(
    weights: dict[str, int], opened: Counter[str], last: dict[str, int]
) -> str:
    """The definition, looked up in a protocol of what happened."""
    names = list(weights)
    return min(
        names,
        key=lambda name: (
            opened[name] / weights[name],
            last.get(name, -1),
            names.index(name),
        ),
    )


def test_it_does_what_the_definition_says() -> None:
    rng = Random(7)
    for _ in range(40):
        weights = {name: rng.choice([1, 2, 3, 29, 30]) for name in "ABCD"}
        balancer = LeastOpen(weights)
        running: list[tuple[str, AbstractContextManager[str]]] = []
        opened: Counter[str] = Counter()
        last: dict[str, int] = {}
        for step in range(60):
            if running and rng.random() < 0.45:
                name, request = running.pop(rng.randrange(len(running)))
                request.__exit__(None, None, None)
                opened[name] -= 1
                continue
            should = expected(weights, opened, last)
            state = {name: opened[name] for name in weights}
            request = balancer.request()
            server = request.__enter__()
            assert server == should, (
                f"With weights {weights} and open {state}, chosen last at "
                f"steps {last}, the next is {should}, not {server}."
            )
            running.append((server, request))
            opened[server] += 1
            last[server] = step
