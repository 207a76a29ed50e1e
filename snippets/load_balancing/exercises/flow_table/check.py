"""What each packet of a connection has to meet."""

from random import Random
from typing import Literal

import pytest
from solution import IDLE, ROOM, FlowTable

KINDS: list[Literal["syn", "data", "reset"]] = ["syn", "data", "reset"]


def test_new_connections_take_turns() -> None:
    table = FlowTable(["a", "b", "c"])
    found = [table.packet(f"ada:{n}", "syn", 0.0) for n in range(6)]
    assert found == ["a", "b", "c"] * 2, (
        f"New connections go to the servers by turns. Six gave {found}."
    )


def test_a_connection_stays() -> None:
    table = FlowTable(["a", "b"])
    first = table.packet("ada:1", "syn", 0.0)
    table.packet("bob:1", "syn", 0.0)
    found = [table.packet("ada:1", "data", 1.0 + n) for n in range(3)]
    assert found == [first] * 3, (
        "A connection stays where it began. Another server knows nothing of "
        f"it: it began at {first}, later packets met {found}."
    )


def test_a_syn_that_is_sent_again() -> None:
    table = FlowTable(["a", "b"])
    found = [table.packet("ada:1", "syn", float(n)) for n in range(2)]
    other = table.packet("bob:1", "syn", 2.0)
    assert (*found, other) == ("a", "a", "b"), (
        "A SYN may come twice, as its answer may be lost. It is the same "
        f"connection, and takes no turn: {found}, then {other} for another."
    )


def test_the_middle_of_an_unknown_connection() -> None:
    table = FlowTable(["a", "b"])
    found = table.packet("ada:1", "data", 0.0), table.packet("x", "reset", 0.0)
    first = table.packet("bob:1", "syn", 0.0)
    assert (*found, first) == (None, None, "a"), (
        "Only a SYN begins a connection. Data and a reset of unknown ones "
        f"met {found}; the first SYN after them {first}."
    )


def test_silence_ends_it_exactly_then() -> None:
    table = FlowTable(["a", "b"])
    table.packet("ada:1", "syn", 0.0)
    table.packet("bob:1", "syn", 0.0)
    before = table.packet("ada:1", "data", IDLE - 0.5)
    at = table.packet("bob:1", "data", IDLE)
    assert (before, at) == ("a", None), (
        "Silent for IDLE or longer is forgotten. Half a second before it is "
        f"known: {before}; after exactly IDLE it is not: {at}."
    )
    later = table.packet("bob:1", "data", IDLE + 1)
    assert later is None, (
        "A packet that meets nobody revives nothing. A second one, after "
        f"IDLE + 1 s, met {later}."
    )


def test_a_reset_after_the_silence() -> None:
    table = FlowTable(["a", "b"])
    table.packet("ada:1", "syn", 0.0)
    found = table.packet("ada:1", "reset", IDLE)
    assert found is None, (
        "What is forgotten is forgotten for a reset, too. After IDLE one met "
        f"{found}."
    )


def test_a_packet_starts_the_silence_anew() -> None:
    table = FlowTable(["a", "b"])
    table.packet("ada:1", "syn", 0.0)
    table.packet("ada:1", "data", IDLE - 1)
    found = table.packet("ada:1", "data", 2 * IDLE - 2)
    assert found == "a", (
        "IDLE counts from the last packet, not from the first. With one every "
        f"{IDLE - 1} s it met {found}."
    )
    table.packet("bob:1", "syn", 2 * IDLE)
    table.packet("bob:1", "syn", 3 * IDLE - 1)
    found = table.packet("bob:1", "data", 4 * IDLE - 2)
    assert found == "b", (
        "A SYN that is sent again ends the silence as any packet does. Data "
        f"{IDLE - 1} s after it met {found}."
    )


def test_after_the_silence_it_begins_anew() -> None:
    table = FlowTable(["a", "b"])
    table.packet("ada:1", "syn", 0.0)
    found = table.packet("ada:1", "syn", IDLE)
    assert found == "b", (
        "A forgotten connection is a new one, with a turn of its own. Its SYN "
        f"after IDLE met {found}."
    )


def test_a_reset_is_delivered_and_ends_it() -> None:
    table = FlowTable(["a", "b"])
    table.packet("ada:1", "syn", 0.0)
    found = table.packet("ada:1", "reset", 1.0)
    later = table.packet("ada:1", "data", 2.0)
    assert (found, later) == ("a", None), (
        "A reset has to reach the server, and ends the connection. It met "
        f"{found}, data after it {later}."
    )


def test_a_reset_makes_room() -> None:
    table = FlowTable(["a", "b"])
    for n in range(ROOM):
        table.packet(f"ada:{n}", "syn", 0.0)
    table.packet("ada:7", "reset", 1.0)
    first, second = (table.packet(f"bob:{n}", "syn", 2.0) for n in range(2))
    assert first is not None, (
        "A reset makes room at once. In a full table of which one connection "
        "had ended a new one met nobody."
    )
    assert second is None, f"It makes room for one; a second met {second}."


def test_a_draining_server_keeps_what_it_has() -> None:
    table = FlowTable(["a", "b"])
    table.packet("ada:1", "syn", 0.0)
    table.drain("a")
    found = table.packet("ada:1", "data", 1.0)
    new = [table.packet(f"bob:{n}", "syn", 1.0) for n in range(3)]
    assert found == "a", (
        f"Draining keeps the connections that stand. This one met {found}."
    )
    assert new == ["b"] * 3, f"A draining server gets no new ones: {new}."


def test_all_packets_of_a_connection_of_a_draining_server() -> None:
    table = FlowTable(["a", "b"])
    table.packet("ada:1", "syn", 0.0)
    table.drain("a")
    found = (
        table.packet("ada:1", "data", IDLE - 1),
        table.packet("ada:1", "syn", IDLE),
        table.packet("ada:1", "data", 2 * IDLE - 1),
        table.packet("ada:1", "reset", 2 * IDLE),
    )
    assert found == ("a", "a", "a", "a"), (
        "Draining changes nothing for a connection that stands. Its SYN may "
        "come again, its packets end the silence, its reset is delivered. "
        f"These met {found}."
    )


def test_the_others_share_what_a_draining_server_does_not_get() -> None:
    table = FlowTable(["a", "b", "c", "d"])
    table.drain("b")
    new = [table.packet(f"ada:{n}", "syn", 0.0) for n in range(30)]
    counts = {server: new.count(server) for server in "abcd"}
    assert counts == {"a": 10, "b": 0, "c": 10, "d": 10}, (
        "The others share the turns of a drained server. If its neighbour "
        f"takes them all, that one has twice as many: {counts}."
    )


def test_the_servers_that_were_given() -> None:
    servers = ["a", "b"]
    FlowTable(servers).drain("a")
    assert servers == ["a", "b"], (
        "The list that was given is left as it is. After draining it is "
        f"{servers}."
    )


def test_nobody_is_left() -> None:
    table = FlowTable(["a"])
    table.packet("ada:1", "syn", 0.0)
    table.drain("a")
    why = "With no server for new connections a SYN meets nobody."
    try:
        new = table.packet("bob:1", "syn", 0.0)
    except Exception as error:
        pytest.fail(f"{why} Nothing breaks, as here: {error!r}")
    old = table.packet("ada:1", "data", 0.0)
    assert (new, old) == (None, "a"), (
        f"{why} The old ones go on. They met {new} and {old}."
    )


def test_a_full_table() -> None:
    table = FlowTable(["a", "b"])
    for n in range(ROOM):
        table.packet(f"ada:{n}", "syn", 0.0)
    full = table.packet("bob:1", "syn", 1.0)
    old = table.packet("ada:0", "data", 1.0), table.packet("ada:0", "syn", 1.0)
    assert (full, *old) == (None, "a", "a"), (
        "A full table refuses new connections and keeps the old ones. A new "
        f"one met {full}, an old one {old}."
    )
    room = table.packet("bob:1", "syn", IDLE)
    assert room is not None, (
        "What is forgotten takes no room. After IDLE a new one met nobody."
    )
    assert room == "a", (
        "Who meets nobody takes no turn. The first new one after it met "
        f"{room}, and it was the turn of a."
    )


def test_connections_of_a_draining_server_take_room() -> None:
    table = FlowTable(["a", "b"])
    for n in range(ROOM):
        table.packet(f"ada:{n}", "syn", 0.0)
    table.drain("a")
    found = table.packet("bob:1", "syn", 1.0)
    assert found is None, (
        "Connections of a draining server are known, too, and take room. In "
        f"a full table a new one met {found}."
    )


def test_like_a_slow_model() -> None:
    rng = Random(3)
    table, now = FlowTable(["a", "b", "c"]), 0.0
    seen: dict[str, tuple[str, float]] = {}
    turn = 0
    for _ in range(3000):
        now += rng.choice([0.0, 1.0, 20.0])
        flow = f"ada:{rng.randrange(40)}"
        kind = rng.choices(KINDS, [3, 5, 1])[0]
        server, last = seen.get(flow, ("", -IDLE))
        expected: str | None = server if now - last < IDLE else None
        if expected is None and kind == "syn":
            expected, turn = "abc"[turn % 3], turn + 1
        if expected is not None:
            seen[flow] = expected, now if kind != "reset" else -IDLE
        found = table.packet(flow, kind, now)
        assert found == expected, (
            f"A {kind} of {flow} at {now} met {found} in place of {expected}."
        )
