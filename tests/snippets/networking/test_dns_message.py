import re
from random import Random
from struct import error

import pytest

from snippets.networking.dns_message import RECORDED, answers, query, read_name
from tests.paths import SNIPPETS

# RFC 1035 section 4.1.4: F.ISI.ARPA at 20, FOO.F.ISI.ARPA at 40, ARPA at 64,
# the root at 92.
RFC = bytearray(93)
RFC[20:32] = b"\x01F\x03ISI\x04ARPA\x00"
RFC[40:46] = b"\x03FOO\xc0\x14"
RFC[64:66] = b"\xc0\x1a"


def recorded() -> tuple[bytes, bytes]:
    """Query and answer in the session on dnsmasq."""
    said = (SNIPPETS / "networking" / "dns_over_udp.out").read_text()
    rows = re.findall(r"^ +((?:[0-9a-f]{2} ?)+)$", said, re.MULTILINE)
    asked = re.search(r"printf '(.*)' > query", said)
    assert asked
    octal = asked[1].encode().decode("unicode_escape")
    return octal.encode("latin1"), bytes.fromhex(" ".join(rows))


def test_the_answer_is_what_dnsmasq_sent() -> None:
    assert recorded()[1] == RECORDED


def test_the_query_is_what_the_session_sent() -> None:
    assert query(7, "www.example.com") == recorded()[0]


def test_the_answer_repeats_the_question() -> None:
    question = query(7, "www.example.com")
    assert RECORDED[12 : len(question)] == question[12:]


def test_an_alias_and_its_address_are_read() -> None:
    assert list(answers(RECORDED, at=33)) == [
        ("www.example.com", 60, "api.example.com"),
        ("api.example.com", 60, "192.0.2.17"),
    ]


@pytest.mark.parametrize(
    ("at", "name", "end"),
    [
        (20, "F.ISI.ARPA", 32),
        (40, "FOO.F.ISI.ARPA", 46),
        (64, "ARPA", 66),
        (92, "", 93),
    ],
)
def test_names_of_the_rfc_are_read(at: int, name: str, end: int) -> None:
    assert read_name(bytes(RFC), at) == (name, end)


@pytest.mark.parametrize(
    ("message", "at"),
    [
        (b"\xc0\x00", 0),  # to itself
        (b"\xc0\x02\xc0\x00", 0),  # forward, and back
        (b"\x01a\xc0\x00", 0),  # to its own beginning
        (b"\x01a\xc0\x00\xc0\x00", 4),  # the same, one pointer later
        (b"\x40\x00", 0),  # 01: reserved
        (b"\x80\x00", 0),  # 10: reserved
    ],
)
def test_what_does_not_lead_back_is_an_error(message: bytes, at: int) -> None:
    with pytest.raises(ValueError, match="leads to"):
        read_name(message, at)


@pytest.mark.parametrize("length", range(len(RECORDED)))
def test_a_message_that_is_cut_off_is_an_error(length: int) -> None:
    with pytest.raises((IndexError, ValueError, error)):
        list(answers(RECORDED[:length], at=33))


def test_any_bytes_are_read_or_refused_in_an_end() -> None:
    rng = Random(9)
    for _ in range(3_000):
        noise = bytes(rng.choice([0, 1, 3, 0xC0, 2]) for _ in range(40))
        try:
            _, end = read_name(noise, rng.randrange(40))
        except (IndexError, ValueError, error):
            continue
        assert end <= 40


def test_names_written_are_read_again() -> None:
    for name in ["a", "www.example.com", "x" * 63 + ".example"]:
        assert read_name(query(1, name), 12)[0] == name


def test_a_name_ends_after_its_first_pointer() -> None:
    message = b"\x01a\x00\xc0\x00\x01b\xc0\x03"
    assert read_name(message, 5) == ("b.a", 9)
