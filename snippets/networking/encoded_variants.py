"""Entity tag per variant: the compressed page is not the same bytes.

Time: O(size of the page). Space: the same.
Source: RFC 9110 §8.8.3.3, §12.5.3 and §13.1.5,
https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3.3
"""

import gzip

PAGE = b"All prices in euros. " * 40
VARIANTS = {"gzip": gzip.compress(PAGE, mtime=0), "identity": PAGE}


def coding(accept_encoding: str) -> str:
    """The coding to send: that of the highest weight, here gzip if equal.

    Raises ValueError if nothing is acceptable, not even no coding.
    """
    weights = {}
    for part in accept_encoding.lower().replace(" ", "").split(","):
        name, _, weight = part.partition(";q=")
        weights[name] = float(weight or 1)
    rest = weights.get("*", 0.0)
    offers = {"gzip": weights.get("gzip", rest)}
    offers["identity"] = weights.get("identity", weights.get("*", 0.001))
    best = max(offers, key=offers.__getitem__)
    if not offers[best]:
        raise ValueError(f"nothing acceptable in {accept_encoding!r}")
    return best


def get(
    header: str, tags: dict[str, str], start: int = 0, if_range: str = ""
) -> tuple[int, str, bytes]:
    """Status, entity tag, and the page or the bytes of it from `start`."""
    name = coding(header)
    if if_range == tags[name]:
        return 206, tags[name], VARIANTS[name][start:]
    return 200, tags[name], VARIANTS[name]


def resumed(tags: dict[str, str]) -> bytes:
    """What is saved if the second half is asked for without a coding."""
    _, tag, body = get("gzip", tags)
    half = body[: len(body) // 2]
    status, _, rest = get("identity", tags, len(half), tag)
    return half + rest if status == 206 else rest


if __name__ == "__main__":
    for header in ["gzip, br", "br", "gzip;q=0.5, identity", "gzip;q=0, *"]:
        print(f"Accept-Encoding: {header:<22} -> {coding(header)}")
    for tags in [
        {"gzip": '"v1"', "identity": '"v1"'},
        {"gzip": '"v1-gzip"', "identity": '"v1"'},
    ]:
        whole = resumed(tags) in VARIANTS.values()
        print(*tags.values(), "->", "the page" if whole else "NEITHER FILE")
