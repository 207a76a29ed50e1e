"""Cache key: too much in it and nothing hits, too little and answers mix.

Assumed: an edge that stores each response and never drops one.
Time: O(requests * parameters). Space: O(keys).
Source: RFC 9111 §2, §4.1, https://www.rfc-editor.org/rfc/rfc9111#section-4.1
"""

from collections.abc import Callable
from random import Random
from urllib.parse import parse_qsl

type Request = tuple[str, str, str]  # query, Accept-Language, User-Agent
type Key = Callable[[Request], str]
LANGUAGES = ["en", "en-GB,en;q=0.9", "de", "de-DE,de;q=0.9,en;q=0.5"]
READ = {"sort", "page"}  # the parameters that the origin reads


def answer(request: Request) -> str:
    """What the origin sends: it depends on these alone."""
    query, language, _ = request
    read = sorted(pair for pair in parse_qsl(query) if pair[0] in READ)
    return f"{language[:2]} {read}"


KEYS: dict[str, Key] = {
    "all as sent": str,
    "query as sent, language": lambda request: request[0] + request[1][:2],
    "normalised": answer,
    "language": lambda request: request[1][:2],
}


def serve(requests: list[Request], key: Key) -> tuple[int, float, float]:
    """Responses stored; the shares of hits and of answers that are wrong."""
    stored: dict[str, str] = {}
    hits = wrong = 0
    for request in requests:
        name, right = key(request), answer(request)
        hits += name in stored
        wrong += stored.setdefault(name, right) != right
    return len(stored), hits / len(requests), wrong / len(requests)


def follow_link(rng: Random) -> Request:
    """A request for one of three pages in one of two orders."""
    query = [f"sort={rng.choice('np')}", f"page={rng.randint(1, 3)}"]
    if rng.random() < 0.4:  # by a link that counts its clicks
        query.append(f"click={rng.randrange(10**9)}")
    rng.shuffle(query)
    browser = f"Browser/{rng.randint(1, 40)}"
    return "&".join(query), rng.choice(LANGUAGES), browser


if __name__ == "__main__":
    rng = Random(5)
    requests = [follow_link(rng) for _ in range(10_000)]
    print("in the key                stored   hits  wrong")
    for label, key in KEYS.items():
        stored, hits, wrong = serve(requests, key)
        print(f"{label:24} {stored:7,} {hits:6.1%} {wrong:6.1%}")
