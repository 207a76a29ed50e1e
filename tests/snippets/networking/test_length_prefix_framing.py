from random import Random

import pytest

from snippets.networking.length_prefix_framing import (
    HEAD,
    Decoder,
    arrivals,
    encode,
)

MESSAGES = [b"pay 17", b"", b"\0\0\0\1", b"x" * 300]


def test_a_message_has_its_length_in_front_in_network_order() -> None:
    assert encode(b"pay 17") == b"\0\0\0\6pay 17"


@pytest.mark.parametrize("step", [1, 2, 3, 5, 10_000])
def test_the_size_of_the_chunks_does_not_matter(step: int) -> None:
    stream, decoder = b"".join(map(encode, MESSAGES)), Decoder(300)
    found = [
        message
        for at in range(0, len(stream), step)
        for message in decoder.feed(stream[at : at + step])
    ]
    decoder.end()
    assert found == MESSAGES


def test_any_cut_gives_the_same_messages() -> None:
    rng, stream = Random(1), b"".join(map(encode, MESSAGES))
    for _ in range(300):
        decoder = Decoder(300)
        chunks = arrivals(stream, rng.randrange(1, 20), rng)
        assert b"".join(chunks) == stream
        found = [m for chunk in chunks for m in decoder.feed(chunk)]
        assert found == MESSAGES


def test_the_raw_stream_may_be_read_as_another_message() -> None:
    sent = b"pay 17" + b"pay 4" + b"refund 17"
    assert b"pay 1" in arrivals(sent, 5, Random(3))


def test_a_message_at_the_limit_is_taken_and_one_above_it_refused() -> None:
    assert Decoder(5).feed(encode(b"12345")) == [b"12345"]
    with pytest.raises(ValueError, match="6 bytes announced, limit 5"):
        Decoder(5).feed(encode(b"123456")[:HEAD])


def test_an_end_inside_a_message_is_an_error_and_between_two_is_none() -> None:
    decoder = Decoder(10)
    decoder.feed(encode(b"pay 17"))
    decoder.end()
    for unfinished in [b"\0", encode(b"pay 17")[:-1]]:
        decoder = Decoder(10)
        assert decoder.feed(unfinished) == []
        with pytest.raises(EOFError, match=f"{len(unfinished)} bytes"):
            decoder.end()
