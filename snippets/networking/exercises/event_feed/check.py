"""What the standard says of an event stream, one rule per test."""

import pytest
from solution import Event, EventStream


def read(*pieces: str | bytes) -> list[Event]:
    stream = EventStream()
    found: list[Event] = []
    for piece in pieces:
        data = piece if isinstance(piece, bytes) else piece.encode()
        found += stream.feed(data)
    return found


def data(*pieces: str | bytes) -> list[str]:
    return [event.data for event in read(*pieces)]


def test_an_event_ends_with_an_empty_line() -> None:
    assert read("data: goal\n\n") == [Event("goal")], (
        "`data: goal` and an empty line are one event of type `message`."
    )
    assert data("data: a\n\ndata: b\n\n") == ["a", "b"], (
        "Each empty line ends an event."
    )
    assert read("\n\n\n") == [], "Empty lines alone are no events."


@pytest.mark.parametrize(
    "sent", ["data: goal", "data: goal\n", "data: goal\r\n"]
)
def test_what_is_not_finished_is_no_event(sent: str) -> None:
    assert read(sent) == [], (
        "An event is complete with the empty line after it. What was cut off "
        "comes again after the reconnect."
    )


def test_several_lines_of_data_are_joined() -> None:
    assert data("data: one\ndata: two\n\n") == ["one\ntwo"], (
        "The data of several lines is joined by line feeds."
    )
    assert data("data\ndata:\n\n") == ["\n"], (
        "The data of several lines is joined by line feeds, also if it is "
        "empty."
    )
    assert data("data: a\ndata\n\n") == ["a\n"], (
        "A last line of data that is empty counts: the data ends with a line "
        "feed."
    )


def test_empty_data_is_data() -> None:
    assert data("data\n\n") == [""], (
        "A line `data` without a value is data. It makes an event whose data "
        "is empty."
    )
    assert data("event: goal\n\n") == [], "Without data there is no event."


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("data:a", "a"),
        ("data: a", "a"),
        ("data:  a", " a"),
        ("data: a ", "a "),
        ("data:\ta", "\ta"),
        ("data: a: b", "a: b"),
    ],
)
def test_one_space_after_the_colon_is_dropped(line: str, value: str) -> None:
    assert data(f"{line}\n\n") == [value], (
        "One space after the first colon is dropped, and nothing else. Of "
        f"{line!r} the data is {value!r}."
    )


def test_comments_and_unknown_fields_are_ignored() -> None:
    sent = ":\n: stay awake\ndata: a\n:data: b\nDATA: c\n data: d\nsize: 3\n\n"
    assert data(sent) == ["a"], (
        "A line that begins with a colon is a comment, and unknown fields are "
        "ignored: names are lower case, without spaces."
    )
    assert data("data: a\n \ndata: b\n\n") == ["a\nb"], (
        "Only a line without any character is empty. One of spaces is an "
        "unknown field, and ends no event."
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_of_three_line_ends_is_one(end: str) -> None:
    sent = end.join(["event: goal", "data: a", "", "data: b", "", ""])
    assert read(sent) == [Event("a", "goal"), Event("b")], (
        f"LF, CR LF and CR each end a line, {end!r} too."
    )


@pytest.mark.parametrize("char", ["\u2028", "\x85", "\v", "\f", "\x1e"])
def test_nothing_else_ends_a_line(char: str) -> None:
    assert data(f"data: a{char}b\n\n") == [f"a{char}b"], (
        f"Only LF, CR and CR LF end a line. {char!r} does not, though "
        "`splitlines` says so."
    )


def test_a_type_is_of_one_event() -> None:
    sent = "event: goal\ndata: a\n\ndata: b\n\nevent: x\n\ndata: c\n\n"
    assert [event.type for event in read(sent)] == [
        "goal",
        "message",
        "message",
    ], (
        "The type of an event is for that event only. It ends with the empty "
        "line, even if there was no data."
    )
    assert read("event: goal\nevent\ndata\n\n") == [Event("")], (
        "An empty type is `message`."
    )


def test_fields_come_in_any_order_and_the_last_of_a_name_counts() -> None:
    sent = "event: x\ndata: a\nid: 1\nevent: goal\nid: 2\n\n"
    assert read(sent) == [Event("a", "goal", "2")], (
        "The fields of an event come in any order; of two types or two IDs the "
        "last one counts, also after the data."
    )


def test_an_id_holds_until_another_comes() -> None:
    sent = "id: 7\ndata: a\n\ndata: b\n\nid\ndata: c\n\n"
    assert [event.last_id for event in read(sent)] == ["7", "7", ""], (
        "An ID holds until another comes. A line `id` without a value resets "
        "it."
    )


def test_an_id_counts_when_its_event_is_complete() -> None:
    stream = EventStream()
    stream.feed(b"id: 7\ndata: a\n\nid: 8\ndata: b\n")
    assert stream.last_id == "7", (
        "An ID counts when its event is complete. Event 8 was cut off: a "
        "reconnect that sent 8 would never get it."
    )
    stream.feed(b"\n")
    assert stream.last_id == "8", (
        "With the empty line event 8 is complete, and so is its ID."
    )


def test_an_id_counts_without_data() -> None:
    stream = EventStream()
    assert stream.feed(b"id: 9\n\n") == [], "Without data there is no event."
    assert stream.last_id == "9", (
        "An ID without data counts: a server moves the reader on by it."
    )


def test_an_id_with_a_null_is_ignored() -> None:
    stream = EventStream()
    stream.feed(b"id: 7\n\nid: 8\0\n\n")
    assert stream.last_id == "7", "An ID that contains NULL is ignored."


def test_retry_is_a_number_of_milliseconds() -> None:
    stream = EventStream()
    stream.feed(b"retry: 3000\n")
    assert stream.retry_ms == 3000, (
        "`retry` is in milliseconds, and counts at once."
    )
    for value in ["", "soon", "1.5", "-1", "+1", " 5", "1_000", "\u0663"]:
        stream.feed(f"retry: {value}\n".encode())
        assert stream.retry_ms == 3000, (
            f"`retry` has ASCII digits only. So {value!r} is ignored."
        )
    stream.feed(b"retry: 0\n")
    assert stream.retry_ms == 0, (
        "A later `retry` replaces the one before, be it smaller or 0."
    )


def test_an_event_may_come_in_any_pieces() -> None:
    sent = "id: 7\r\nevent: tor\r\ndata: Malmö\r\ndata: 1:0\r\n\r\n".encode()
    goal = [Event("Malmö\n1:0", "tor", "7")]
    assert read(sent) == goal, "Fields may come in any order."
    for size in (1, 2, 3, 7):
        pieces = [sent[n : n + size] for n in range(0, len(sent), size)]
        assert read(*pieces) == goal, (
            "A piece may end within a line, a CR LF or a character. It is "
            "what the network had just then: in pieces of "
            f"{size} bytes the events are {read(*pieces)}."
        )


def test_a_piece_may_be_empty() -> None:
    assert data("data: a\r", b"", "\ndata: b\n", b"", "\n") == ["a\nb"], (
        "An empty piece changes nothing, not even between a CR and its LF."
    )


def test_cr_lf_is_one_line_end_even_if_it_is_cut() -> None:
    assert data("data: a\r", "\ndata: b\r", "\n\r", "\n") == ["a\nb"], (
        "CR LF is one line end, even if a piece ends between the two."
    )
    assert data("data: a\r", "\r", "data: b\r", "\r") == ["a", "b"], (
        "CR CR is two line ends, in two pieces as well."
    )
    assert data("data: a\n", "\n") == ["a"], (
        "LF LF is two line ends, in two pieces as well."
    )


def test_a_cr_ends_a_line_at_once() -> None:
    stream = EventStream()
    assert stream.feed(b"data: a\r\r") == [Event("a")], (
        "A CR ends a line at once. Who waits to see whether an LF follows "
        "delays the event until the next one."
    )


def test_a_bom_is_dropped_at_the_start_only() -> None:
    bom = "\ufeff"
    assert data(f"{bom}data: a\n\n") == ["a"], (
        "One byte order mark at the start of the stream is dropped."
    )
    assert data("\n", f"{bom}data: a\n\n") == [], (
        "A byte order mark later on is part of its line, which is then no "
        "field that is known."
    )
    pieces = [bytes([byte]) for byte in f"{bom}data: a\n\n".encode()]
    assert data(*pieces) == ["a"], (
        "The byte order mark may come in several pieces, too."
    )


def test_bytes_that_are_no_utf_8_are_replaced() -> None:
    assert data(b"data: a\xffb\n\n") == ["a\ufffdb"], (
        "Bytes that are no UTF-8 become U+FFFD, and the stream goes on."
    )


def test_two_streams_share_nothing() -> None:
    first, second = EventStream(), EventStream()
    first.feed(b"id: 7\ndata: a\n")
    assert second.feed(b"data: b\n\n") == [Event("b")], (
        "Two streams share nothing: keep what is under way in the object."
    )
