import gzip

import pytest

from snippets.networking.encoded_variants import (
    PAGE,
    VARIANTS,
    coding,
    get,
    resumed,
)

ONE = {"gzip": '"v1"', "identity": '"v1"'}
TWO = {"gzip": '"v1-gzip"', "identity": '"v1"'}


# The values that RFC 9110 §12.5.3 gives as examples, and its rules
@pytest.mark.parametrize(
    ("accept_encoding", "chosen"),
    [
        ("compress, gzip", "gzip"),
        ("", "identity"),
        ("*", "gzip"),
        ("compress;q=0.5, gzip;q=1.0", "gzip"),
        ("gzip;q=1.0, identity; q=0.5, *;q=0", "gzip"),
        ("gzip;q=0", "identity"),
        ("GZIP", "gzip"),
        ("gzip ; q=0.2 , identity ; q=0.8", "identity"),
        ("gzip;q=0.5", "gzip"),
        ("br, *;q=0", None),
        ("identity;q=0", None),
        ("identity;q=0, gzip", "gzip"),
        ("*;q=0", None),
        ("*;q=0, identity;q=0.1", "identity"),
    ],
)
def test_the_acceptable_coding_of_highest_weight_is_sent(
    accept_encoding: str, chosen: str | None
) -> None:
    if chosen:
        assert coding(accept_encoding) == chosen
    else:
        with pytest.raises(ValueError, match="nothing acceptable"):
            coding(accept_encoding)


def test_the_variants_are_the_same_page_in_other_bytes() -> None:
    assert gzip.decompress(VARIANTS["gzip"]) == VARIANTS["identity"] == PAGE
    assert len(VARIANTS["gzip"]) < len(PAGE)


@pytest.mark.parametrize("tags", [ONE, TWO])
def test_a_part_is_sent_only_of_what_the_client_has(
    tags: dict[str, str],
) -> None:
    tag = tags["identity"]
    assert get("", tags, 10, tag) == (206, tag, PAGE[10:])
    assert get("", tags, 10, '"v0"') == (200, tag, PAGE)
    assert get("", tags) == (200, tag, PAGE)


def test_one_tag_for_two_variants_joins_halves_of_different_files() -> None:
    broken = resumed(ONE)
    assert broken not in VARIANTS.values()
    half = len(VARIANTS["gzip"]) // 2
    assert broken == VARIANTS["gzip"][:half] + PAGE[half:]


def test_a_tag_for_each_variant_sends_the_page_again() -> None:
    assert resumed(TWO) == PAGE
