"""Checksum of a log record: where the log ends, whatever lies behind it.

A log's file is used again, so behind the last new byte lies an older log.

Time: O(log) to read. Space: 8 bytes per record.
Source: SQLite documentation, "Database File Format", section 4.1,
https://www.sqlite.org/fileformat2.html#walformat
"""

from zlib import crc32

HEAD = 8  # bytes: length, then checksum


def record(text: str, salt: int) -> bytes:
    """The text behind its length and a checksum that begins with the salt."""
    data = text.encode()
    return len(data).to_bytes(4) + crc32(data, salt).to_bytes(4) + data


def read(log: bytes, salt: int, *, checked: bool) -> list[str]:
    """The texts before the first record that is not whole."""
    texts: list[str] = []
    at = 0
    while len(head := log[at : at + HEAD]) == HEAD:
        length, checksum = int.from_bytes(head[:4]), int.from_bytes(head[4:])
        data = log[at + HEAD : at + HEAD + length]
        if length == 0 or len(data) < length:
            break
        if checked and crc32(data, salt) != checksum:
            break
        texts.append(data.decode())
        at += HEAD + length
    return texts


def misread(salts: tuple[int, int], *, checked: bool) -> list[str]:
    """What is read by mistake, of a crash after each byte of the new log."""
    texts = (["ada=100", "bob=150"], ["cyd=970", "commit!"])
    old, new = (
        b"".join(record(text, salt) for text in part)
        for part, salt in zip(texts, salts, strict=True)
    )
    mistakes = []
    for written in range(len(new) + 1):
        log = new[:written] + old[written:]
        seen = read(log, salts[1], checked=checked)
        if seen != texts[1][: len(seen)]:
            mistakes.append(" ".join(seen))
    return mistakes


if __name__ == "__main__":
    for name, salts, checked in [
        ("length alone", (0, 0), False),
        ("checksum", (0, 0), True),
        ("checksum with salt", (1, 2), True),
    ]:
        wrong = misread(salts, checked=checked)
        print(f"{name:19} {len(wrong):2} of 31 misread", wrong[-2:-1])
