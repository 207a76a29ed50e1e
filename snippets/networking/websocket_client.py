"""WebSocket client: it comes back, after growing pauses, and misses nothing.

Time: O(1) per message. Space: O(1).
Source: RFC 6455, section 7.2.3 "Recovering from Abnormal Closure",
https://www.rfc-editor.org/rfc/rfc6455#section-7.2.3
"""

import json
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice


def address(page: str) -> str:
    """The socket of a page: wss, unless the page itself came by http."""
    scheme, _, host = page.split("/")[:3]
    return f"{'ws' if scheme == 'http:' else 'wss'}://{host}/chat"


def read(text: str) -> tuple[int, str]:
    """Number and text of a message; ValueError if it is none."""
    match json.loads(text):
        case {"number": int(number), "say": str(said)}:
            return number, said
    raise ValueError(f"not a message: {text:.40}")


def follow(
    url: str, connect: Callable[[str], Iterator[str]], rng: random.Random
) -> Iterator[str | float]:
    """What is said, each message once; between connections, seconds to wait."""
    last = failures = 0
    while True:
        with suppress(ConnectionError, ValueError):
            for text in connect(f"{url}?after={last}"):
                number, said = read(text)
                failures = 0  # only now: it connects, and it makes sense
                if number > last:  # else it has come already
                    last = number
                    yield said
        yield rng.uniform(0, min(30.0, 2.0**failures))
        failures += 1


if __name__ == "__main__":
    said = [json.dumps({"number": n, "say": f"goal {n}"}) for n in range(1, 6)]
    answers = iter([said[:2], said[1:3], None, ["<html>"], said[3:]])

    def connect(url: str) -> Iterator[str]:
        """A server that breaks off, is down, and once is no chat at all."""
        print(url)
        answer = next(answers)
        if answer is None:
            raise ConnectionError("refused")
        yield from answer

    url, rng = address("https://shop.example/room/17"), random.Random(17)
    for event in islice(follow(url, connect, rng), 9):
        print(f"  {event}" if isinstance(event, str) else f"wait {event:.1f} s")
