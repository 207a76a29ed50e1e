"""One rule of the count per test, then visits that need them all."""

from typing import Literal

import pytest
from solution import SEGMENT, Visit, first_byte, last_byte

FULL = 10 * SEGMENT  # what a new connection carries in its first round


def trips_before(**settings: object) -> float:
    """Round trips until the request may go, with 100 ms for each."""
    time = first_byte(Visit(rtt=100, document=1, **settings))  # type: ignore[arg-type]
    return time / 100 - 1


def rounds(size: int, window: int = 10) -> float:
    """Round trips from the first byte to the last, plus one."""
    visit = Visit(rtt=100, document=size, opened=True, window=window)
    return (last_byte(visit) - first_byte(visit)) / 100 + 1


def test_an_open_connection_costs_the_request_only() -> None:
    assert first_byte(Visit(rtt=70, document=1, opened=True)) == 70, (
        "On an open connection the request goes out at once, and the first "
        "byte is there after one round trip."
    )
    assert first_byte(Visit(70, 1, lookup=40, opened=True)) == 70, (
        "An open connection needs no name: nothing is looked up."
    )
    for http in ("2", "3"):
        visit = Visit(70, 1, opened=True, http=http, resumed=True, early=True)
        assert first_byte(visit) == 70, (
            "On an open connection there is no handshake to save."
        )
    old = Visit(70, 1, opened=True, http="1.1", tls="1.2")
    assert first_byte(old) == 70, (
        "On an open connection there is no handshake, of TLS 1.2 neither."
    )


def test_the_server_thinks_once_before_the_first_byte() -> None:
    assert first_byte(Visit(70, 1, think=30, opened=True)) == 100, (
        "The server's time lies between the request and the first byte."
    )


def test_tcp_and_tls_1_3_take_a_round_trip_each() -> None:
    for http in ("1.1", "2"):
        assert trips_before(http=http) == 2, (
            "TCP takes one round trip, TLS 1.3 another: two before the "
            "request may go."
        )


def test_tls_1_2_takes_one_more() -> None:
    assert trips_before(tls="1.2") == 3, (
        "TLS 1.2 takes two round trips after TCP's one."
    )


def test_resumption_saves_a_round_trip_in_tls_1_2_only() -> None:
    assert trips_before(tls="1.2", resumed=True) == 2, (
        "A resumed handshake of TLS 1.2 takes one round trip instead of two."
    )
    assert trips_before(tls="1.3", resumed=True) == 2, (
        "Resumption saves no round trip in TLS 1.3. It saves the certificate; "
        "the client still waits for the server's hello."
    )


def test_early_data_spares_the_handshake_of_tls_not_of_tcp() -> None:
    assert trips_before(resumed=True, early=True) == 1, (
        "Early data saves the round trip of TLS, not that of TCP. TLS's "
        "first message goes on a connection that is open already."
    )


def test_quic_is_transport_and_tls_in_one() -> None:
    assert trips_before(http="3") == 1, (
        "QUIC makes both handshakes in one round trip. Over TCP they "
        "take one each."
    )
    assert trips_before(http="3", resumed=True) == 1, (
        "Resumption saves no round trip in TLS 1.3. QUIC has that inside."
    )
    assert trips_before(http="3", resumed=True, early=True) == 0, (
        "Early data goes in QUIC's first packet: no round trip before it."
    )


@pytest.mark.parametrize(
    ("http", "early", "time"),
    [("2", False, 340), ("3", False, 240), ("3", True, 140)],
)
def test_a_lookup_comes_on_top(
    http: Literal["2", "3"], early: bool, time: int
) -> None:
    visit = Visit(100, 1, lookup=40, http=http, resumed=early, early=early)
    assert first_byte(visit) == time, (
        "The name is looked up before the first packet can be sent, of QUIC "
        "as well. It is another server's distance, not `rtt`."
    )


@pytest.mark.parametrize("size", [1, FULL])
def test_what_fits_into_the_window_comes_with_the_first_byte(size: int) -> None:
    assert rounds(size) == 1, (
        "What fits into the first window comes with the first byte. "
        f"{size} bytes take no round trip more."
    )


def test_one_byte_too_many_is_a_segment() -> None:
    assert rounds(FULL + 1) == 2, (
        "A byte more than ten segments is an eleventh segment. It waits for "
        "the acknowledgment of the first."
    )


@pytest.mark.parametrize(
    ("segments", "trips"), [(30, 2), (31, 3), (70, 3), (71, 4), (150, 4)]
)
def test_the_window_doubles(segments: int, trips: int) -> None:
    assert rounds(segments * SEGMENT) == trips, (
        "A window that is used up doubles: 10, 20, 40, 80 segments. "
        f"{segments} segments take {trips} round trips."
    )


def test_a_wide_window_is_used() -> None:
    assert rounds(100 * SEGMENT, window=100) == 1, (
        "`window` says how much the server may send at first. A connection "
        "that has carried much sends much."
    )
    new = Visit(rtt=100, document=20 * SEGMENT, window=20)
    assert last_byte(new) == first_byte(new), (
        "`window` holds for a new connection as well: a server may send more "
        "than ten segments at first."
    )
    assert rounds(301 * SEGMENT, window=100) == 3, (
        "A wide window grows as well: 100, 200, 400 segments."
    )


def files(
    http: Literal["1.1", "2", "3"],
    document: int,
    *sizes: int,
    think: int = 0,
) -> tuple[int, int]:
    """Round trips and thinking after the document is complete."""
    visit = Visit(
        rtt=1_000,
        document=document * SEGMENT,
        files=tuple(size * SEGMENT for size in sizes),
        think=think,
        http=http,
        opened=True,
    )
    alone = Visit(1_000, visit.document, think=think, opened=True)
    return divmod(last_byte(visit) - last_byte(alone), 1_000)


def test_the_files_are_asked_for_when_the_document_is_there() -> None:
    for http in ("1.1", "2", "3"):
        assert files(http, 1, 1) == (1, 0), (
            "The files are asked for when the document has named them. That "
            "is a round trip of their own."
        )


def test_the_files_continue_with_the_window_that_there_is() -> None:
    assert files("2", 10, 20) == (1, 0), (
        "The files come on the same connection, whose window has grown. "
        "After ten acknowledged segments it is 20, not 10 again."
    )


def test_the_window_grows_by_what_was_acknowledged() -> None:
    assert files("2", 1, 11) == (1, 0), (
        "Each acknowledged segment adds one to the window: after a document "
        "of one segment it is 11."
    )
    assert files("2", 1, 12) == (2, 0), (
        "A round that was not full does not double the window. Each "
        "acknowledged segment adds one: after one segment it is 11, not 20."
    )
    assert files("2", 15, 25) == (1, 0), (
        "Each acknowledged segment adds one to the window: after 10 and 5 it "
        "is 25."
    )
    assert files("2", 15, 26) == (2, 0), (
        "Each acknowledged segment adds one to the window: after 10 and 5 it "
        "is 25, not 40."
    )


@pytest.mark.parametrize("http", ["2", "3"])
def test_streams_share_a_round(http: Literal["2", "3"]) -> None:
    assert files(http, 10, 5, 5, 5, 5, think=7) == (1, 7), (
        "HTTP/2 and HTTP/3 ask for all files at once. These share the "
        "rounds, and the server makes them at the same time."
    )
    odd = Visit(1_000, FULL, (SEGMENT // 2,) * 40, http=http, opened=True)
    assert last_byte(odd) == 2_000, (
        "The answers follow each other without gaps: two halves of a segment "
        "share one. Round up the sum, not each file."
    )


def test_http_1_1_asks_one_after_the_other() -> None:
    assert files("1.1", 10, 5, 5, 5, 5, think=7) == (4, 28), (
        "HTTP/1.1 has one answer at a time on a connection. Each file costs "
        "its round trip and its thinking."
    )
    assert files("1.1", 1, 11, 22, 44) == (3, 0), (
        "Each answer leaves a wider window to the next: 11, 22, 44."
    )


def test_a_page_without_files_ends_with_the_document() -> None:
    for http in ("1.1", "2", "3"):
        visit = Visit(100, 1, think=30, http=http, opened=True)
        assert last_byte(visit) == 130, (
            "Without files nothing is asked for after the document."
        )


@pytest.mark.parametrize(
    ("visit", "first", "last"),
    [
        (Visit(180, 60_000, (300_000,), 80, 40, tls="1.2"), 840, 1_820),
        (Visit(180, 60_000, (300_000,), 80, 40), 660, 1_640),
        (Visit(50, 100_000, http="3", resumed=True, early=True), 50, 150),
        (Visit(50, 30_000, (9_000,) * 8, 10, http="1.1"), 160, 690),
        (Visit(50, 30_000, (9_000,) * 8, 10, http="2"), 160, 320),
    ],
)
def test_whole_visits(visit: Visit, first: int, last: int) -> None:
    assert first_byte(visit) == first, f"The first byte of {visit}."
    assert last_byte(visit) == last, f"The last byte of {visit}."
