"""Chat rooms: a message reaches the others in its room, if it is a message.

Time: O(members of the room) per message. Space: O(members).
Source: RFC 6455, section 10.7, https://www.rfc-editor.org/rfc/rfc6455
"""

import json

LONGEST = 500  # characters


def read(message: str | bytes) -> tuple[str, str | None]:
    """Room, and what is said there or None to enter; else ValueError."""
    if isinstance(message, bytes) or len(message) > LONGEST:
        raise ValueError("not a short text")
    match json.loads(message):
        case {"enter": str(room)}:
            return room, None
        case {"room": str(room), "say": str(text)}:
            return room, text
    raise ValueError(f"neither enter nor say: {message:.40}")


class Rooms[M]:
    """Who is where, in the order in which they came."""

    def __init__(self) -> None:
        self._members: dict[str, dict[M, None]] = {}

    def enter(self, room: str, member: M) -> None:
        """From now on the member hears what is said there."""
        self._members.setdefault(room, {})[member] = None

    def leave(self, member: M) -> None:
        """Out of all rooms; a room that is empty is gone."""
        for members in self._members.values():
            members.pop(member, None)
        self._members = {r: m for r, m in self._members.items() if m}

    def others(self, room: str, sender: M) -> list[M]:
        """Who gets the sender's message; ValueError if it is not in there."""
        if sender not in (members := self._members.get(room, {})):
            raise ValueError(f"{sender} is not in {room}")
        return [member for member in members if member != sender]


if __name__ == "__main__":
    rooms = Rooms[str]()
    for room, member in [("all", "ada"), ("all", "bob"), ("sales", "cyd")]:
        rooms.enter(room, member)
    for sender, message in [
        ("ada", '{"room": "all", "say": "hi"}'),
        ("cyd", '{"room": "all", "say": "hi"}'),
        ("bob", '{"room": "all", "text": 1}'),
    ]:
        try:
            room, text = read(message)
            print(f"{sender}: {text} -> {rooms.others(room, sender)}")
        except ValueError as error:
            print(f"{sender}: {error}")
