"""Where Redis Cluster puts a key, one rule per test."""

from binascii import crc_hqx
from random import Random

import pytest
from solution import hash_slot


def slot_of(text: bytes) -> int:
    """The slot of a key without braces."""
    return crc_hqx(text, 0) % 16_384


def test_a_key_without_a_tag_is_hashed_whole() -> None:
    assert hash_slot(b"user:123") == 12_893, (
        "A key without braces is hashed whole: user:123 is in slot 12893."
    )


def test_the_empty_key_has_a_slot() -> None:
    assert hash_slot(b"") == 0, (
        "The empty key is a legal key, and its checksum is 0."
    )


@pytest.mark.parametrize("key", [b"{room:12}:name", b"seats:{room:12}"])
def test_keys_with_the_same_tag_share_a_slot(key: bytes) -> None:
    assert hash_slot(key) == slot_of(b"room:12"), (
        "Keys with the same tag share a slot. Only what is between the braces "
        f"of {key!r} is hashed, wherever they stand, and without them."
    )


def test_a_tag_of_one_byte_is_a_tag() -> None:
    assert hash_slot(b"{7}:name") == slot_of(b"7"), (
        "One byte between the braces is enough for a tag."
    )


def test_the_first_closing_brace_ends_the_tag() -> None:
    assert hash_slot(b"{room:12}:{floor:3}") == slot_of(b"room:12"), (
        "The first } after the { ends the tag, not the last one."
    )


def test_a_second_opening_brace_is_part_of_the_tag() -> None:
    assert hash_slot(b"{{room:12}}") == slot_of(b"{room:12"), (
        "The tag begins after the first {. A second one is a part of it."
    )


@pytest.mark.parametrize("key", [b"{}:name", b"name:{}"])
def test_an_empty_tag_is_no_tag(key: bytes) -> None:
    assert hash_slot(key) == slot_of(key), (
        "An empty tag is no tag: the whole key is hashed, braces included. "
        "Otherwise all keys with {} would share slot 0."
    )


def test_after_an_empty_tag_no_other_counts() -> None:
    key = b"{}{room:12}:name"
    assert hash_slot(key) == slot_of(key), (
        "After an empty tag no other pair counts: the whole key is hashed."
    )


@pytest.mark.parametrize("key", [b"{room:12", b"room}12", b"}room:12{"])
def test_a_brace_alone_makes_no_tag(key: bytes) -> None:
    assert hash_slot(key) == slot_of(key), (
        "A brace without its partner makes no tag: the whole key is hashed."
    )


def test_a_closing_brace_before_the_first_opening_one_closes_nothing() -> None:
    assert hash_slot(b"}{room:12}") == slot_of(b"room:12"), (
        "A } before the first { closes nothing. Look for it to the right of "
        "the {."
    )


def test_a_tag_may_hold_any_byte() -> None:
    assert hash_slot(b"{a\nb\xff}:name") == slot_of(b"a\nb\xff"), (
        "A key is bytes, and a tag may hold any of them. That includes line "
        "ends, and what is no text."
    )
    assert hash_slot(b"Room\xff 12\n") == slot_of(b"Room\xff 12\n"), (
        "A key without a tag may hold any byte as well: hash it as it is."
    )


def test_a_thousand_random_keys_agree_with_a_slow_model() -> None:
    rng = Random(1)
    for _ in range(1_000):
        key = bytes(rng.choices(b"{{}}aB \xff", k=rng.randrange(9)))
        before, opened, rest = key.partition(b"{")
        tag, closed, _ = rest.partition(b"}")
        hashed = tag if opened and closed and tag else key
        assert hash_slot(key) == slot_of(hashed), (
            f"Of {key!r} Redis hashes {hashed!r}. Before the first brace "
            f"stands {before!r}, which never matters."
        )
