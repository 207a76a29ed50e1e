from hashlib import sha256

import pytest

from snippets.networking.x25519 import BASE, x25519


# RFC 7748, section 5.2.
@pytest.mark.parametrize(
    ("scalar", "point", "result"),
    [
        (
            "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
            "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
            "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552",
        ),
        (
            "4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d",
            "e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493",
            "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957",
        ),
    ],
)
def test_the_vectors_of_the_rfc(scalar: str, point: str, result: str) -> None:
    got = x25519(bytes.fromhex(scalar), bytes.fromhex(point))
    assert got.hex() == result


# RFC 7748, section 5.2: each result is the next scalar, each scalar the next
# point.
def test_iterated_as_in_the_rfc() -> None:
    scalar = point = BASE
    for _ in range(1_000):
        scalar, point = x25519(scalar, point), scalar
    assert scalar.hex() == (
        "684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51"
    )


@pytest.mark.parametrize("number", range(5))
def test_both_ends_get_the_same_whatever_their_keys(number: int) -> None:
    one, two = (sha256(bytes([number, end])).digest() for end in (0, 1))
    assert x25519(one, x25519(two, BASE)) == x25519(two, x25519(one, BASE))


# RFC 8448, section 3.
def test_the_keys_of_the_recorded_handshake() -> None:
    client = bytes.fromhex(
        "49af42ba7f7994852d713ef2784bcbcaa7911de26adc5642cb634540e7ea5005"
    )
    server = bytes.fromhex(
        "b1580eeadf6dd589b8ef4f2d5652578cc810e9980191ec8d058308cea216a21e"
    )
    assert x25519(client, BASE).hex() == (
        "99381de560e4bd43d23d8e435a7dbafeb3c06e51c13cae4d5413691e529aaf2c"
    )
    assert x25519(server, BASE).hex() == (
        "c9828876112095fe66762bdbf7c672e156d6cc253b833df1dd69b1b04e751f0f"
    )
    agreed = "8bd4054fb55b9d63fdfbacf9f04b9f0d35e6d63f537563efd46272900f89492d"
    assert x25519(client, x25519(server, BASE)).hex() == agreed
    assert x25519(server, x25519(client, BASE)).hex() == agreed


def test_the_unused_bit_of_a_point_is_ignored() -> None:
    marked = BASE[:31] + bytes([BASE[31] | 128])
    key = bytes(range(32))
    assert x25519(key, marked) == x25519(key, BASE)


def test_a_point_of_small_order_gives_zero_which_tls_must_refuse() -> None:
    assert x25519(bytes(range(32)), bytes(32)) == bytes(32)
