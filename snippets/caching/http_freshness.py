"""Freshness: for how long a stored response answers without asking.

Assumed: a GET with status 200 and no Authorization; times in seconds after
its Date; no argument holds a comma, `private` and `no-cache` have none.

Time: O(length of the fields). Space: the same.
Source: RFC 9111 §3, §4.2.1, §5.2.2, https://www.rfc-editor.org/rfc/rfc9111
"""

type Fields = dict[str, str | int]


def directives(cache_control: object) -> dict[str, str]:
    """Each directive's argument or "", by name; the first of a name counts."""
    parts = reversed(str(cache_control).split(","))
    pairs = [part.strip().partition("=") for part in parts]
    return {name.lower(): value.strip('"') for name, _, value in pairs}


def lifetime(fields: Fields, shared: bool) -> int:
    """Seconds of freshness; the first rule that applies decides."""
    given = directives(fields.get("Cache-Control", ""))
    if shared and "s-maxage" in given:
        return int(given["s-maxage"])
    if "max-age" in given:
        return int(given["max-age"])
    if "Expires" in fields:
        return max(0, int(fields["Expires"]))
    if "Last-Modified" in fields:  # a heuristic: 10 % of its time unchanged
        return max(0, -int(fields["Last-Modified"])) // 10
    return 0


def verdict(fields: Fields, shared: bool) -> str:
    """Whether a cache may store it, and how long it answers by itself."""
    given = directives(fields.get("Cache-Control", ""))
    if "no-store" in given or (shared and "private" in given):
        return "not stored"
    fresh = f"{lifetime(fields, shared):,} s"
    return "ask first" if "no-cache" in given else fresh


if __name__ == "__main__":
    examples: list[Fields] = [
        {"Cache-Control": "max-age=60"},
        {"Cache-Control": "max-age=60, s-maxage=600"},
        {"Expires": 3_600},
        {"Expires": 3_600, "Cache-Control": "max-age=60"},
        {"Last-Modified": -864_000},
        {},
        {"Cache-Control": "no-cache"},
        {"Cache-Control": "no-store"},
        {"Cache-Control": "private, max-age=60"},
    ]
    print("   browser         CDN")
    for fields in examples:
        text = "; ".join(f"{name}: {value}" for name, value in fields.items())
        both = f"{verdict(fields, False):>10}  {verdict(fields, True):>10}"
        print(f"{both}   {text or 'no field'}")
