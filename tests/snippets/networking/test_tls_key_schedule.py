import hmac
from hashlib import sha256

import pytest

from snippets.networking.tls_key_schedule import (
    NOTHING,
    SIZE,
    derive,
    expand,
    expand_label,
    extract,
)


# RFC 5869, appendix A.1 to A.3: salt, input, info, length, key, output.
@pytest.mark.parametrize(
    ("salt", "ikm", "info", "length", "prk", "okm"),
    [
        (
            bytes(range(13)),
            b"\x0b" * 22,
            bytes(range(0xF0, 0xFA)),
            42,
            "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5",
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
            "34007208d5b887185865",
        ),
        (
            bytes(range(0x60, 0xB0)),
            bytes(range(0x50)),
            bytes(range(0xB0, 0x100)),
            82,
            "06a6b88c5853361a06104c9ceb35b45cef760014904671014a193f40c15fc244",
            "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
            "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
            "cc30c58179ec3e87c14c01d5c1f3434f1d87",
        ),
        (
            b"",
            b"\x0b" * 22,
            b"",
            42,
            "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04",
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
            "9d201395faa4b61a96c8",
        ),
    ],
)
def test_the_vectors_of_hkdf(
    salt: bytes, ikm: bytes, info: bytes, length: int, prk: str, okm: str
) -> None:
    key = extract(salt, ikm)
    assert key.hex() == prk
    assert expand(key, info, length).hex() == okm


@pytest.mark.parametrize("length", [0, 1, 31, 32, 33, 255 * SIZE])
def test_a_shorter_output_is_the_start_of_a_longer_one(length: int) -> None:
    whole = expand(bytes(SIZE), b"purpose", 255 * SIZE)
    assert expand(bytes(SIZE), b"purpose", length) == whole[:length]


def test_there_is_a_most_that_one_key_expands_to() -> None:
    with pytest.raises(ValueError, match="8161 bytes are more than 8160"):
        expand(bytes(SIZE), b"", 255 * SIZE + 1)


# RFC 8448, section 3: the messages of a handshake, and what follows from them.
CLIENT_HELLO = bytes.fromhex(
    "010000c00303cb34ecb1e78163ba1c38c6dacb196a6dffa21a8d9912ec18a2ef6283024d"
    "ece7000006130113031302010000910000000b0009000006736572766572ff0100010000"
    "0a00140012001d0017001800190100010101020103010400230000003300260024001d00"
    "2099381de560e4bd43d23d8e435a7dbafeb3c06e51c13cae4d5413691e529aaf2c002b00"
    "03020304000d0020001e0403050306030203080408050806040105010601020104020502"
    "06020202002d00020101001c00024001"
)
SERVER_HELLO = bytes.fromhex(
    "020000560303a6af06a4121860dc5e6e60249cd34c95930c8ac5cb1434dac155772ed3e2"
    "692800130100002e00330024001d0020c9828876112095fe66762bdbf7c672e156d6cc25"
    "3b833df1dd69b1b04e751f0f002b00020304"
)
ENCRYPTED_EXTENSIONS_TO_CERTIFICATE_VERIFY = bytes.fromhex(
    "080000240022000a00140012001d00170018001901000101010201030104001c00024001"
    "000000000b0001b9000001b50001b0308201ac30820115a003020102020102300d06092a"
    "864886f70d01010b0500300e310c300a06035504031303727361301e170d313630373330"
    "3031323335395a170d3236303733303031323335395a300e310c300a0603550403130372"
    "736130819f300d06092a864886f70d010101050003818d0030818902818100b4bb498f82"
    "79303d980836399b36c6988c0c68de55e1bdb826d3901a2461eafd2de49a91d015abbc9a"
    "95137ace6c1af19eaa6af98c7ced43120998e187a80ee0ccb0524b1b018c3e0b63264d44"
    "9a6d38e22a5fda430846748030530ef0461c8ca9d9efbfae8ea6d1d03e2bd193eff0ab9a"
    "8002c47428a6d35a8d88d79f7f1e3f0203010001a31a301830090603551d130402300030"
    "0b0603551d0f0404030205a0300d06092a864886f70d01010b05000381810085aad2a0e5"
    "b9276b908c65f73a7267170618a54c5f8a7b337d2df7a594365417f2eae8f8a58c8f8172"
    "f9319cf36b7fd6c55b80f21a03015156726096fd335e5e67f2dbf102702e608ccae6bec1"
    "fc63a42a99be5c3eb7107c3c54e9b9eb2bd5203b1c3b84e0a8b2f759409ba3eac9d91d40"
    "2dcc0cc8f8961229ac9187b42b4de100000f000084080400805a747c5d88fa9bd2e55ab0"
    "85a61015b7211f824cd484145ab3ff52f1fda8477b0b7abc90db78e2d33a5c141a078653"
    "fa6bef780c5ea248eeaaa785c4f394cab6d30bbe8d4859ee511f602957b15411ac027671"
    "459e46445c9ea58c181e818e95b8c3fb0bf3278409d3be152a3da5043e063dda65cdf5ae"
    "a20d53dfacd42f74f3"
)
SERVER_FINISHED = bytes.fromhex(
    "140000209b9b141d906337fbd2cbdce71df4deda4ab42c309572cb7fffee5454b78f0718"
)
AGREED = bytes.fromhex(
    "8bd4054fb55b9d63fdfbacf9f04b9f0d35e6d63f537563efd46272900f89492d"
)
HELLOS = CLIENT_HELLO + SERVER_HELLO
SIGNED = HELLOS + ENCRYPTED_EXTENSIONS_TO_CERTIFICATE_VERIFY
EARLY = extract(b"", bytes(SIZE))
HANDSHAKE = extract(derive(EARLY, "derived", NOTHING), AGREED)


def digest(messages: bytes) -> bytes:
    return sha256(messages).digest()


def test_the_early_and_the_handshake_secret_of_the_trace() -> None:
    assert EARLY.hex() == (
        "33ad0a1c607ec03b09e6cd9893680ce210adf300aa1f2660e1b22e10f170f92a"
    )
    assert derive(EARLY, "derived", NOTHING).hex() == (
        "6f2615a108c702c5678f54fc9dbab69716c076189c48250cebeac3576c3611ba"
    )
    assert HANDSHAKE.hex() == (
        "1dc826e93606aa6fdc0aadc12f741b01046aa6b99f691ed221a9f0ca043fbeac"
    )


def test_the_transcript_hash_that_the_demo_uses_is_that_of_the_hellos() -> None:
    assert digest(HELLOS).hex() == (
        "860c06edc07858ee8e78f0e7428c58edd6b43f2ca3e6e95f02ed063cf0e1cad8"
    )


@pytest.mark.parametrize(
    ("label", "secret", "key", "iv", "finished"),
    [
        (
            "c hs traffic",
            "b3eddb126e067f35a780b3abf45e2d8f3b1a950738f52e9600746a0e27a55a21",
            "dbfaa693d1762c5b666af5d950258d01",
            "5bd3c71b836e0b76bb73265f",
            "b80ad01015fb2f0bd65ff7d4da5d6bf83f84821d1f87fdc7d3c75b5a7b42d9c4",
        ),
        (
            "s hs traffic",
            "b67b7d690cc16c4e75e54213cb2d37b4e9c912bcded9105d42befd59d391ad38",
            "3fce516009c21727d0f2e4e86ee403bc",
            "5d313eb2671276ee13000b30",
            "008d3b66f816ea559f96b537e885c31fc068bf492c652f01f288a1d8cdc19fc8",
        ),
    ],
)
def test_the_keys_of_the_handshake(
    label: str, secret: str, key: str, iv: str, finished: str
) -> None:
    traffic = derive(HANDSHAKE, label, digest(HELLOS))
    assert traffic.hex() == secret
    assert expand_label(traffic, "key", b"", 16).hex() == key
    assert expand_label(traffic, "iv", b"", 12).hex() == iv
    assert expand_label(traffic, "finished", b"", 32).hex() == finished


def test_the_server_s_finished_of_the_trace() -> None:
    traffic = derive(HANDSHAKE, "s hs traffic", digest(HELLOS))
    key = expand_label(traffic, "finished", b"", SIZE)
    mac = hmac.digest(key, digest(SIGNED), "sha256")
    assert SERVER_FINISHED[4:] == mac


def test_the_client_s_finished_of_the_trace() -> None:
    traffic = derive(HANDSHAKE, "c hs traffic", digest(HELLOS))
    key = expand_label(traffic, "finished", b"", SIZE)
    mac = hmac.digest(key, digest(SIGNED + SERVER_FINISHED), "sha256")
    assert mac.hex() == (
        "a8ec436d677634ae525ac1fcebe11a039ec17694fac6e98527b642f2edd5ce61"
    )


def test_the_secrets_of_application_data() -> None:
    main = extract(derive(HANDSHAKE, "derived", NOTHING), bytes(SIZE))
    assert main.hex() == (
        "18df06843d13a08bf2a449844c5f8a478001bc4d4c627984d5a41da8d0402919"
    )
    seen = digest(SIGNED + SERVER_FINISHED)
    assert derive(main, "c ap traffic", seen).hex() == (
        "9e40646ce79a7f9dc05af8889bce6552875afa0b06df0087f792ebb7c17504a5"
    )
    assert derive(main, "s ap traffic", seen).hex() == (
        "a11af9f05531f856ad47116b45a950328204b4f44bfb6b3a4b4f1f3fcb631643"
    )


def test_one_bit_of_a_message_changes_the_keys() -> None:
    altered = bytes([HELLOS[0] ^ 1]) + HELLOS[1:]
    assert derive(HANDSHAKE, "s hs traffic", digest(altered)) != derive(
        HANDSHAKE, "s hs traffic", digest(HELLOS)
    )
