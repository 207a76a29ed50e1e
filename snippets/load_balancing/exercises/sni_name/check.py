"""What has to come of a ClientHello, whole or broken."""

import pytest
from solution import sni_name

# What OpenSSL sent for shop.example.
SENT = bytes.fromhex(
    "16030100b3010000af0303e77fe839dc2a729abd39deea862edff0ede78082bbc1d8c6"
    "8fb4325c107a27850000061301130300ff0100008000000011000f00000c73686f702e"
    "6578616d706c65000b000403000102000a00040002001d0010000e000c026832086874"
    "74702f312e310016000000170000000d0006000404030804002b0003020304002d0002"
    "0101003300260024001d002044189ae43836516e056ae606e856682aabdd50965e4446"
    "7fbe4b047ba3028f78"
)


def field(data: bytes, size: int = 2) -> bytes:
    return len(data).to_bytes(size, "big") + data


def extension(number: int, content: bytes) -> bytes:
    return number.to_bytes(2, "big") + field(content)


def name(text: bytes, kind: int = 0) -> bytes:
    return bytes([kind]) + field(text)


def sni(*names: bytes) -> bytes:
    return extension(0, field(b"".join(names)))


def hello(
    extensions: bytes | None, session: bytes = b"", compression: bytes = b"\0"
) -> bytes:
    """A record with a ClientHello; None: without the extensions' length."""
    body = b"\3\3" + bytes(32) + field(session, 1) + field(b"\x13\1")
    body += field(compression, 1)
    body += b"" if extensions is None else field(extensions)
    return b"\x16\3\1" + field(b"\1" + field(body, 3))


def refused(record: bytes, why: str) -> None:
    try:
        found = sni_name(record)
    except ValueError:
        return
    except Exception as error:
        pytest.fail(f"Whatever comes, ValueError is the refusal. {error!r}")
    pytest.fail(f"{why} Read as {found!r}.")


def named(record: bytes, expected: str | None, why: str) -> None:
    try:
        found = sni_name(record)
    except ValueError as error:
        pytest.fail(f"{why} It was refused: {error}.")
    assert found == expected, f"{why} Got {found!r}, not {expected!r}."


def test_what_a_real_client_sent() -> None:
    named(SENT, "shop.example", "OpenSSL asked for shop.example.")


def test_a_session_moves_everything() -> None:
    for length in (1, 16, 32):
        record = hello(sni(name(b"tea.example")), bytes(length))
        why = "Fields have lengths: skip a session by its."
        named(record, "tea.example", why)


def test_methods_of_compression_move_the_extensions() -> None:
    record = hello(sni(name(b"tea.example")), b"", b"\1\0")
    why = "Compression is a field, too, and may list two methods."
    named(record, "tea.example", why)


def test_versions_of_old_clients() -> None:
    record = bytearray(SENT)
    record[2], record[10] = 3, 2
    named(bytes(record), "shop.example", "The versions are not judged here.")


def test_the_extension_may_be_the_last() -> None:
    other = extension(16, b"\0\3\2h2") + extension(43, b"\2\3\4")
    record = hello(other + sni(name(b"tea.example")))
    named(record, "tea.example", "Extensions come in any order: walk them.")


def test_bytes_that_look_like_a_name() -> None:
    decoy = extension(21, sni(name(b"decoy.example")))
    record = hello(decoy + sni(name(b"tea.example")))
    named(
        record, "tea.example", "Only a whole extension counts, not a pattern."
    )


def test_without_a_name() -> None:
    why = "Without a name the ClientHello is a good one: None."
    named(hello(extension(23, b"")), None, why)
    named(hello(b""), None, why)
    named(hello(None), None, why)


def test_numbers_of_other_extensions() -> None:
    why = "An extension's number has two bytes, and unknown ones are passed."
    for number in (0x0100, 0x0A0A, 0xFF01):
        other = extension(number, field(name(b"decoy.example")))
        record = hello(other + sni(name(b"tea.example")))
        named(record, "tea.example", why)


def test_any_ascii() -> None:
    record = hello(sni(name(b"my_shop.example")))
    why = "Which names exist is not judged here, only what is not ASCII."
    named(record, "my_shop.example", why)


def test_upper_and_lower_case() -> None:
    record = hello(sni(name(b"Tea.EXAMPLE")))
    named(record, "tea.example", "Host names have no case: lower it.")


def test_other_kinds_of_names() -> None:
    record = hello(sni(name(b"x", 7), name(b"tea.example")))
    named(record, "tea.example", "Pass entries whose type is not HOST_NAME.")
    named(hello(sni(name(b"x", 7))), None, "Pass entries of another type.")
    record = hello(sni(name(b"\xff", 7), name(b"tea.example")))
    named(record, "tea.example", "Only a host name has to be ASCII.")


def test_cut_off() -> None:
    for end in range(len(SENT)):
        why = f"Only {end} of {len(SENT)} bytes: wait for the rest."
        refused(SENT[:end], why)


def test_lengths_that_lie() -> None:
    inner = hello(extension(0, field(name(b"tea.example")) + b"!"))
    refused(inner, "Bytes after the list of names: refuse what is left over.")
    refused(SENT + b"!", "A byte after the record: refuse what is left over.")
    late = hello(extension(0, b"\0\x40" + name(b"tea.example")))
    refused(late, "The list says 64 bytes and has fewer.")
    short = hello(extension(0, field(b"\0\0\x40tea.example")))
    refused(short, "The name says 64 bytes and has fewer.")
    refused(hello(sni(name(b"tea.example")) + b"\0"), "Half an extension.")
    refused(hello(extension(0, b"")), "An extension without its list.")
    refused(hello(extension(0, field(b"\0\0"))), "Half a name.")


# Where each length of SENT is, and of how many bytes.
LENGTHS = {
    "record": (3, 2),
    "handshake message": (6, 3),
    "extensions": (54, 2),
    "first extension": (58, 2),
    "list of names": (60, 2),
    "name": (63, 2),
}


@pytest.mark.parametrize("what", LENGTHS)
def test_each_length_is_checked(what: str) -> None:
    at, size = LENGTHS[what]
    right = int.from_bytes(SENT[at : at + size], "big")
    why = f"Each length is to be checked, here that of the {what}."
    for told in (right - 1, right + 1, right + 256):
        lie = SENT[:at] + told.to_bytes(size, "big") + SENT[at + size :]
        refused(lie, f"{why} It is {right} and says {told}.")


def test_the_highest_byte_of_a_length() -> None:
    for at, what in [(6, "handshake message"), (44, "list of suites")]:
        lie = SENT[:at] + b"\1" + SENT[at + 1 :]
        why = f"A length has all its bytes, here that of the {what}."
        refused(lie, f"{why} It says more than there is.")


def test_what_follows_the_extensions() -> None:
    good = hello(sni(name(b"tea.example")))
    body = good[9:] + b"!"
    record = b"\x16\3\1" + field(b"\1" + field(body, 3))
    refused(record, "Bytes after the extensions: refuse what is left over.")


def test_two_messages() -> None:
    good = hello(sni(name(b"tea.example")))[5:]
    refused(b"\x16\3\1" + field(good + good), "Two messages in one record.")


def test_not_a_client_hello() -> None:
    refused(b"GET / HTTP/1.1\r\nHost: tea.example\r\n\r\n", "That is HTTP.")
    refused(b"\x17" + SENT[1:], "The record's type is not a handshake.")
    answer = SENT[:5] + b"\2" + SENT[6:]
    refused(answer, "The message's type is not a ClientHello.")


def test_names_that_are_none() -> None:
    refused(hello(sni()), "An empty list of names.")
    refused(hello(sni(name(b""))), "An empty name.")
    refused(hello(sni(name("té.example".encode()))), "The name is not ASCII.")


def test_two_names() -> None:
    two = hello(sni(name(b"tea.example")) + sni(name(b"hat.example")))
    refused(two, "Two names: two readers might read two. The extension twice.")
    between = extension(23, b"")
    apart = hello(
        sni(name(b"tea.example")) + between + sni(name(b"hat.example"))
    )
    refused(apart, "Two names: two readers might read two. They are apart.")
    both = hello(sni(name(b"tea.example"), name(b"hat.example")))
    refused(both, "Two names: two readers might read two. Two host names.")
