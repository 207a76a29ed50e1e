import random
import re

import pytest

from snippets.networking.event_stream import Event, EventStream


def read(text: str | bytes) -> list[Event]:
    data = text.encode() if isinstance(text, str) else text
    return list(EventStream().events([data]))


def message(data: str, last_id: str = "") -> Event:
    return "message", data, last_id


def slow(text: str) -> tuple[list[Event], str, int | None]:
    """The rules of section 9.2.6, on the whole text, one after the other."""
    events, last_id, retry = [], "", None
    kind = data = id_buffer = ""
    text = text.removeprefix("\ufeff")
    ended = re.sub(r"\r\n|\r", "\n", text).split("\n")[:-1]
    for line in ended:
        if line == "":
            last_id = id_buffer
            if data:
                events.append((kind or "message", data[:-1], last_id))
            kind = data = ""
            continue
        if line[0] == ":":
            continue
        name, value = line, ""
        if ":" in line:
            name, value = line.split(":", 1)
            if value[:1] == " ":
                value = value[1:]
        if name == "event":
            kind = value
        if name == "data":
            data += value + "\n"
        if name == "id" and "\0" not in value:
            id_buffer = value
        if name == "retry" and re.fullmatch("[0-9]+", value):
            retry = int(value)
    return events, last_id, retry


@pytest.mark.parametrize(
    ("sent", "got"),
    [
        # The examples of the standard, section 9.2.6.
        ("data: YHOO\ndata: +2\ndata: 10\n\n", ["YHOO\n+2\n10"]),
        ("data\n\ndata\ndata\n\ndata:", ["", "\n"]),
        ("data:test\n\ndata: test\n\n", ["test", "test"]),
        (
            ": test stream\n\ndata: first event\nid: 1\n\n"
            "data:second event\nid\n\ndata:  third event\n\n",
            ["first event", "second event", " third event"],
        ),
    ],
)
def test_the_examples_of_the_standard(sent: str, got: list[str]) -> None:
    assert [data for _, data, _ in read(sent)] == got


def test_an_id_without_a_value_resets_it() -> None:
    assert read("id: 1\ndata\n\nid\ndata\n\n") == [
        message("", "1"),
        message(""),
    ]


def test_an_id_stays_for_the_events_after_it() -> None:
    assert read("id: 1\ndata\n\ndata\n\n")[1] == message("", "1")


def test_an_event_that_is_not_finished_is_not_given_nor_is_its_id() -> None:
    stream = EventStream()
    got = list(stream.events([b"id: 1\ndata: a\n\nid: 2\ndata: b\n"]))
    assert got == [message("a", "1")]
    assert stream.last_id == "1"


def test_an_id_without_data_counts_and_gives_no_event() -> None:
    stream = EventStream()
    assert list(stream.events([b"id: 7\n\n"])) == []
    assert stream.last_id == "7"


def test_an_id_with_a_null_is_ignored() -> None:
    assert read("id: 1\nid: 2\0\ndata\n\n") == [message("", "1")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_line_ending_is_one(end: str) -> None:
    lines = ["event: goal", "data: 1:0", "", "data: end", "", ""]
    assert read(end.join(lines)) == [("goal", "1:0", ""), message("end")]


@pytest.mark.parametrize("char", ["\u2028", "\u0085", "\v", "\f", "\x1c"])
def test_nothing_else_ends_a_line(char: str) -> None:
    assert read(f"data: a{char}b\n\n") == [message(f"a{char}b")]


def test_one_bom_is_dropped_at_the_start_only() -> None:
    assert read("\ufeffdata: a\n\n\ufeffdata: b\n\n") == [message("a")]
    assert read("\ufeff\ufeffdata: a\n\n") == []


@pytest.mark.parametrize("value", ["1.5", "-1", "1s", "٣", ""])
def test_a_retry_that_is_no_number_is_ignored(value: str) -> None:
    stream = EventStream()
    sent = f"retry: 100\nretry: {value}\n\n"
    list(stream.events([sent.encode()]))
    assert stream.retry_ms == 100


def test_bytes_that_are_not_utf_8_are_replaced() -> None:
    assert read(b"data: \xff\n\n") == [message("\ufffd")]


def test_a_carriage_return_completes_an_event_without_waiting_for_more() -> (
    None
):
    def pieces() -> list[bytes]:
        return [b"data: a\r\r", b"\ndata: b\r\n\r\n"]

    assert next(EventStream().events(iter(pieces()))) == message("a")
    assert list(EventStream().events(pieces())) == [message("a"), message("b")]


def test_any_stream_in_any_pieces_is_read_as_the_standard_says() -> None:
    rng = random.Random(3)
    parts = ["data", "id", "event", "retry", ":", " ", "\n", "\r", "\r\n"]
    parts += ["7", "ö", "\ufeff", "\0", "\n\n"]
    for _ in range(3_000):
        text = "".join(rng.choices(parts, k=rng.randrange(40)))
        data = text.encode()
        cuts = sorted(rng.choices(range(len(data) + 1), k=rng.randrange(6)))
        ends = [*cuts, len(data)]
        pieces = [data[a:b] for a, b in zip([0, *cuts], ends, strict=True)]
        stream = EventStream()
        events = list(stream.events(pieces))
        assert (events, stream.last_id, stream.retry_ms) == slow(text)
