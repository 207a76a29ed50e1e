"""What a leaky bucket lets through, and what waits."""

from random import Random

import pytest
from solution import LimitReq


def asked(
    limit: LimitReq, *times: int, client: str = "ada"
) -> list[int | None]:
    """The answers to requests at these times."""
    return [limit.ask(client, now) for now in times]


@pytest.mark.parametrize("burst", [0, 1, 5])
def test_the_first_request_is_free(burst: int) -> None:
    answer = LimitReq(1, burst).ask("ada", 5000)
    assert answer == 0, (
        "The first request of a client finds an empty bucket. With a burst "
        f"of {burst} it got {answer}."
    )


@pytest.mark.parametrize("burst", [1, 2, 5])
@pytest.mark.parametrize("nodelay", [False, True])
def test_a_burst_is_one_more_than_the_burst(burst: int, nodelay: bool) -> None:
    answers = asked(LimitReq(1, burst, nodelay=nodelay), *[0] * 20)
    accepted = 20 - answers.count(None)
    if nodelay:
        assert accepted != 1, (
            "With nodelay the burst still counts: it only waits not. Of 20 "
            f"requests at once {accepted} was accepted, with burst {burst}."
        )
        assert accepted < 20, (
            "With nodelay a request fills the bucket all the same. Of 20 at "
            f"once {accepted} were accepted, with burst {burst}."
        )
    assert accepted != burst, (
        "An excess equal to the burst is within the burst. The first leaves "
        f"0, then {burst} more fit: {burst + 1}, not {accepted}."
    )
    assert accepted == burst + 1, (
        f"At once, burst {burst} lets {burst + 1} through, not {accepted}."
    )


def test_a_queue_is_let_through_at_the_rate() -> None:
    answers = asked(LimitReq(2, burst=3), 0, 0, 0, 0, 0)
    assert answers == [0, 500, 1000, 1500, None], (
        "Each request waits for all of the excess before it. At 2 per second "
        f"five at once wait 0, 500, 1000, 1500, and one is refused: {answers}."
    )


def test_nodelay_does_not_wait() -> None:
    answers = asked(LimitReq(2, burst=3, nodelay=True), 0, 0, 0, 0, 0)
    assert answers == [0, 0, 0, 0, None], (
        f"With nodelay those that fit wait for nothing: {answers}."
    )


def test_nodelay_fills_the_bucket() -> None:
    limit = LimitReq(1, burst=2, nodelay=True)
    answers = asked(limit, 0, 0, 0, 1000, 1000)
    assert answers == [0, 0, 0, 0, None], (
        "With nodelay a request fills the bucket all the same. After a second "
        f"one place is free, not more: {answers}."
    )


def test_clients_do_not_meet() -> None:
    limit = LimitReq(1)
    limit.ask("ada", 0)
    answer = limit.ask("bob", 0)
    assert answer == 0, (
        f"Each client has a bucket of its own. Bob got {answer} after Ada."
    )


def test_the_edge_of_a_second_is_no_edge() -> None:
    answers = asked(LimitReq(1), 990, 1010)
    assert answers == [0, None], (
        "Windows of a second let twice the rate through at their edge. At 990 "
        f"and 1010 ms, 1 per second allowed: {answers}."
    )


def test_refused_requests_do_not_fill_the_bucket() -> None:
    answers = asked(LimitReq(1), 0, 10, 20, 30, 1000)
    assert answers == [0, None, None, None, 0], (
        "A refused request adds nothing to the bucket. Three were refused, "
        f"and a second after the first it is empty again: {answers}."
    )


def test_refused_requests_do_not_stop_the_draining() -> None:
    answers = asked(LimitReq(1), *range(0, 2001, 100))
    accepted = [now for now, a in enumerate(answers) if a is not None]
    assert accepted == [0, 10, 20], (
        "A refused request does not stop the draining. Who asks each 100 ms "
        f"is accepted at 0, 1 and 2 s; here those with number {accepted} were."
    )


def test_it_drains_all_the_time() -> None:
    answers = asked(LimitReq(1, burst=1), 0, 0, 600, 1200)
    assert answers == [0, 1000, None, 800], (
        "A bucket drains by parts of a request, too. At 1200 ms an excess of "
        f"1000 has come down by 1200, to 0, and 1 is added: {answers}."
    )


def test_idleness_is_no_credit() -> None:
    answers = asked(LimitReq(1, burst=1), 0, 60_000, 60_000, 60_000)
    assert answers == [0, 0, 1000, None], (
        "An idle client saves nothing up: a bucket is never below 0. After a "
        f"minute three came at once: {answers}."
    )


def test_a_slow_client_never_waits() -> None:
    answers = asked(LimitReq(10), *range(0, 5000, 100))
    assert answers == [0] * 50, (
        f"Ten per second, evenly, is what 10 per second allows: {answers}."
    )


def test_it_is_the_definition_whatever_comes() -> None:
    rng = Random(7)
    for _ in range(200):
        rate, burst = rng.choice([1, 3, 10]), rng.randrange(4)
        nodelay = rng.random() < 0.5
        limit = LimitReq(rate, burst, nodelay=nodelay)
        now, known = 0, dict[str, tuple[int, int]]()
        for _ in range(30):
            now += rng.choice([0, 1, 99, 100, 333, 1000])
            client = rng.choice("ab")
            excess, then = known.get(client, (-1000, now))
            excess = max(excess + 1000 - rate * (now - then), 0)
            expected = None
            if excess <= burst * 1000:
                known[client] = excess, now
                expected = 0 if nodelay else excess // rate
            found = limit.ask(client, now)
            assert found == expected, (
                f"{rate} per second, burst {burst}, nodelay {nodelay}: at "
                f"{now} ms {client} got {found}, not {expected}."
            )
