"""What a checker makes of the probes of its servers."""

from random import Random

import pytest
from solution import FALL, PANIC, RISE, Checker

NAMES = ["a", "b", "c", "d"]


def checker(down: str = "") -> Checker:
    """Four servers that have been probed: up, but for those in `down`."""
    made = Checker(NAMES)
    for name in NAMES:
        made.observe(name, name not in down)
    return made


def probe(made: Checker, server: str, answers: str) -> None:
    """Probes in order: `+` succeeds, `-` fails."""
    for answer in answers:
        made.observe(server, answer == "+")


def usable(made: Checker) -> str:
    """The names of the servers that may be asked."""
    return "".join(made.usable())


def test_one_failure_takes_nobody_out() -> None:
    made = checker()
    probe(made, "a", "-")
    assert "a" in usable(made), (
        "One failure may be a lost packet: FALL in a row take a server out."
    )


def test_failures_in_a_row_take_a_server_out() -> None:
    made = checker()
    probe(made, "b", "-" * (FALL - 1))
    assert usable(made) == "abcd", f"{FALL - 1} failures are less than FALL."
    probe(made, "b", "-")
    assert usable(made) == "acd", (
        "The server is out with failure number FALL, not with the one after."
    )


def test_a_success_in_between_starts_the_count_again() -> None:
    made = checker()
    probe(made, "a", "--+--+--")
    assert usable(made) == "abcd", (
        "A success ends the row of failures. Count those in a row, not all."
    )
    probe(made, "a", "-")
    assert usable(made) == "bcd", "Three in a row at last: now it is out."


def test_a_server_comes_back() -> None:
    made = checker("a")
    probe(made, "a", "+" * RISE)
    assert usable(made) == "abcd", (
        "Who is well again comes back: after RISE successes in a row."
    )


def test_one_success_brings_nobody_back() -> None:
    made = checker("a")
    probe(made, "a", "+" * (RISE - 1))
    assert usable(made) == "bcd", (
        "One success is not enough: RISE in a row bring a server back. Else a "
        "server that limps flaps."
    )


def test_successes_count_in_a_row_as_well() -> None:
    made = checker("a")
    probe(made, "a", "+-+-+-")
    assert usable(made) == "bcd", (
        "A failure ends the row of successes: they count in a row, too."
    )


def test_a_change_of_state_starts_a_new_count() -> None:
    made = checker()
    probe(made, "a", "-" * FALL + "+" * RISE)
    assert usable(made) == "abcd", "Out, and back again."
    probe(made, "a", "-")
    assert usable(made) == "abcd", (
        "A change of state starts a new count. A server that has come back "
        "has all its FALL failures again."
    )


def test_more_failures_change_nothing() -> None:
    made = checker()
    probe(made, "a", "-" * 50 + "+" * RISE)
    assert usable(made) == "abcd", (
        "It comes back after RISE successes, however long it was out."
    )


def test_servers_are_counted_apart() -> None:
    made = checker()
    for name in NAMES:
        probe(made, name, "-")
    assert usable(made) == "abcd", (
        "Each server has a count of its own. Four failures of four servers "
        "are one for each."
    )


def test_who_was_not_probed_is_not_up() -> None:
    made = Checker(NAMES)
    for name in "abc":
        probe(made, name, "+" * RISE)
    assert usable(made) == "abc", (
        "Nobody has asked the fourth server yet: it is not up."
    )


def test_the_first_probe_decides_alone() -> None:
    made = Checker(NAMES)
    for name in "abc":
        made.observe(name, True)
    assert usable(made) == "abc", (
        "The first probe decides alone: there is nothing to flap from."
    )
    made.observe("d", False)
    assert usable(made) == "abc", "Who fails its first probe is out at once."
    probe(made, "d", "+")
    assert usable(made) == "abc", (
        "From its second probe on a server is like the others: RISE in a row."
    )


def test_all_are_asked_when_nobody_is_up() -> None:
    assert usable(checker("abcd")) == "abcd", (
        "If nobody is up, ask all: perhaps it is the probes that fail."
    )
    assert usable(Checker(NAMES)) == "abcd", (
        "Before the first probe nobody is up, so all may be asked."
    )


def test_all_are_asked_below_the_panic_threshold() -> None:
    assert usable(checker("abc")) == "abcd", (
        "One of four is less than half: ask all. It could not bear the load "
        "of the others."
    )


def test_at_the_threshold_there_is_no_panic() -> None:
    assert usable(checker("ab")) == "cd", (
        "Two of four are half, and panic begins below half."
    )
    five = Checker("abcde")
    for name in "abcde":
        five.observe(name, name in "ab")
    assert usable(five) == "abcde", (
        "Two of five are less than half: compare shares, don't round."
    )


def test_panic_ends_with_its_cause() -> None:
    made = checker("abc")
    assert usable(made) == "abcd", "One of four is less than half: ask all."
    probe(made, "c", "+" * RISE)
    assert usable(made) == "cd", (
        "Panic changes nothing of who is up. When enough are, only these are "
        "asked."
    )


def test_the_order_is_the_one_given() -> None:
    made = Checker(["web-9", "web-10", "web-1"])
    for name in ["web-1", "web-10", "web-9"]:
        made.observe(name, True)
    assert made.usable() == ["web-9", "web-10", "web-1"], (
        "The servers come in the order they were given, not by name or by "
        "the time of a probe."
    )
    assert Checker(["web-9", "web-10"]).usable() == ["web-9", "web-10"], (
        "When all are asked they come in the order they were given, too."
    )


def test_what_is_returned_is_the_callers() -> None:
    made = checker()
    made.usable().clear()
    assert usable(made) == "abcd", "The caller may change the list it got."


def test_an_unknown_server_is_an_error() -> None:
    with pytest.raises(KeyError):
        checker().observe("e", True)


def test_as_a_slow_model_says() -> None:
    rng, made = Random(1), checker()
    history = dict.fromkeys(NAMES, "+")
    up = dict.fromkeys(NAMES, True)
    for step in range(2_000):
        name = rng.choice(NAMES)
        answer = "+" if rng.random() < 0.55 else "-"
        history[name] += answer
        if up[name] and history[name].endswith("-" * FALL):
            up[name], history[name] = False, ""
        elif not up[name] and history[name].endswith("+" * RISE):
            up[name], history[name] = True, ""
        probe(made, name, answer)
        expected = [name for name in NAMES if up[name]]
        if len(expected) < PANIC * len(NAMES):
            expected = NAMES
        assert made.usable() == expected, (
            f"After {step + 1} random probes another set may be asked. In a "
            "row, per server, and by the thresholds?"
        )
