"""WebSocket handshake: each side proves that it means a WebSocket.

Time: O(1). Space: O(1).
Source: RFC 6455, sections 4.1, 4.2.1, 4.2.2 and 10.2, "Origin Considerations",
https://www.rfc-editor.org/rfc/rfc6455
"""

import re
from base64 import b64encode
from collections.abc import Collection, Mapping
from hashlib import sha1

GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


def proof(key: str) -> str:
    """What only a server can know that has read the client's key."""
    digest = sha1((key + GUID).encode(), usedforsecurity=False).digest()
    return b64encode(digest).decode()


def answer(
    request: Mapping[str, str], origins: Collection[str]
) -> tuple[int, str]:
    """Status, and Sec-WebSocket-Accept or a reason; names in lower case."""
    connection = request.get("connection", "").lower().split(",")
    if request.get("upgrade", "").lower() != "websocket":
        return 426, "Upgrade: websocket"
    if "upgrade" not in map(str.strip, connection):
        return 400, "Connection has no Upgrade"
    key = request.get("sec-websocket-key", "")
    if not re.fullmatch("[A-Za-z0-9+/]{22}==", key):
        return 400, "no key of 16 bytes"
    version = request.get("sec-websocket-version")
    if version != "13":
        return 426 if version else 400, "Sec-WebSocket-Version: 13"
    origin = request.get("origin")
    if origin is not None and origin not in origins:
        return 403, f"not from {origin}"
    return 101, proof(key)


if __name__ == "__main__":
    asked = {
        "upgrade": "websocket",
        "connection": "keep-alive, Upgrade",
        "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
        "sec-websocket-version": "13",
        "origin": "https://shop.example",
    }
    for change in (
        {},
        {"sec-websocket-version": ""},
        {"sec-websocket-version": "25"},
        {"sec-websocket-key": "MTIz"},
        {"upgrade": ""},
        {"origin": "https://evil.example"},
    ):
        print(change or "as it is", answer(asked | change, [asked["origin"]]))
