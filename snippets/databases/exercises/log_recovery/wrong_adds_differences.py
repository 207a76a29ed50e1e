"""A page may have the change already."""

import json
from typing import Any
from zlib import crc32

type Pages = dict[str, int]
HEAD = 8  # bytes: the length of the body, then its CRC-32, each in 4 bytes


def change(
    transaction: int, page: str, before: int | None, after: int
) -> bytes:
    """Record of a page's old and new value; before is None for a new page."""
    return _frame([transaction, page, before, after])


def commit(transaction: int) -> bytes:
    """Record of a commit."""
    return _frame([transaction])


def _frame(body: list[Any]) -> bytes:
    data = json.dumps(body).encode()
    return len(data).to_bytes(4) + crc32(data).to_bytes(4) + data


def records(log: bytes) -> list[list[Any]]:
    """The bodies of the log, up to the first that is not whole."""
    bodies = []
    while len(log) > HEAD:
        length, checksum = int.from_bytes(log[:4]), int.from_bytes(log[4:HEAD])
        data = log[HEAD : HEAD + length]
        if len(data) < length or crc32(data) != checksum or not data:
            break
        bodies.append(json.loads(data))
        log = log[HEAD + length :]
    return bodies


def recover(pages: Pages, log: bytes) -> None:
    """Leave in the pages what the committed transactions wrote, and no more.

    Each page holds its first value or that of any record of it in the log.
    Transactions are interleaved; none has changed a page that another one had
    changed and not yet committed.
    """
    bodies = records(log)
    committed = {body[0] for body in bodies if len(body) == 1}
    changes = [body for body in bodies if len(body) == 4]
    for transaction, page, before, after in changes:
        if transaction in committed:
            pages[page] = pages.get(page, 0) + after - (before or 0)
    for transaction, page, before, _ in reversed(changes):
        if transaction in committed:
            continue
        if before is None:
            pages.pop(page, None)
        else:
            pages[page] = before
