"""At 16,383 a name can be pointed to, at 16,384 it can't."""

POINTER = 0xC000  # the two highest of 16 bits; the others say where to go on


class Message:
    """Bytes of a DNS message, to which names are added."""

    def __init__(self, header: bytes) -> None:
        self.data = bytearray(header)
        self._begins: dict[str, int] = {}  # the names in it, and where they are

    def add(self, more: bytes) -> None:
        """Bytes that are no name."""
        self.data += more

    def add_name(self, name: str) -> None:
        """An ASCII name, without a dot at its end, as short as it can be.

        ValueError if a label has not 1 to 63 bytes, or if the name, written
        in full, has more than 255; then the message is as it was.
        """
        labels = name.split(".")
        if not all(1 <= len(label) <= 63 for label in labels):
            raise ValueError(f"a label of {name!r} has not 1 to 63 bytes")
        if 1 + len(name) + 1 > 255:  # a length before each label; the end
            raise ValueError(f"{name!r} has more than 255 bytes")
        for number, label in enumerate(labels):
            rest = ".".join(labels[number:])
            if rest in self._begins:
                self.add((POINTER + self._begins[rest]).to_bytes(2))
                return
            if len(self.data) < 0x3FFF:  # 14 bits can say it
                self._begins[rest] = len(self.data)
            self.add(bytes([len(label)]) + label.encode("ascii"))
        self.add(b"\0")
