"""Cookie attributes: with which requests a cookie goes, and who reads it.

Assumed: host and path match; without SameSite a cookie counts as Lax, which
is the draft's rule and not every browser's.

Time: O(attributes). Space: the same.
Source: draft-ietf-httpbis-rfc6265bis-22 §4.1.2, §4.1.3 and §5.8.3,
https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis-22
"""

# What asks: the method, over TLS?, same site?, does the address bar change?
OCCASIONS = {
    "own page": ("GET", True, True, False),
    "http address": ("GET", False, True, True),
    "foreign link": ("GET", True, False, True),
    "foreign form": ("POST", True, False, True),
    "foreign image": ("GET", True, False, False),
}


def attributes(header: str) -> dict[str, str]:
    """The attributes of a `Set-Cookie`, names and values in lower case."""
    parts = [part.strip().lower() for part in header.split(";")[1:]]
    return {part.partition("=")[0]: part.partition("=")[2] for part in parts}


def accepted(header: str) -> bool:
    """Whether a browser stores it, if it comes over TLS."""
    given = attributes(header)
    if "secure" not in given:
        unfit = header.lower().startswith(("__secure-", "__host-"))
        return not unfit and given.get("samesite") != "none"
    pinned = given.get("path") == "/" and "domain" not in given
    return pinned or not header.lower().startswith("__host-")


def goes_along(header: str, occasion: str) -> bool:
    """Whether the request carries the cookie."""
    given, (method, tls, own, top) = attributes(header), OCCASIONS[occasion]
    if "secure" in given and not tls:
        return False
    if own or given.get("samesite") == "none":
        return True
    return given.get("samesite") != "strict" and top and method == "GET"


if __name__ == "__main__":
    for header in [
        "s=1",
        "s=1; Secure; HttpOnly",
        "s=1; Secure; HttpOnly; SameSite=Strict",
        "s=1; Secure; HttpOnly; SameSite=None",
        "s=1; SameSite=None",
        "__Host-s=1; Secure; HttpOnly; Path=/; SameSite=Lax",
        "__Host-s=1; Secure; HttpOnly; Path=/; Domain=shop.example",
    ]:
        to = [name for name in OCCASIONS if goes_along(header, name)]
        to += [] if "httponly" in attributes(header) else ["SCRIPTS"]
        print(header)
        print("  ", ", ".join(to) if accepted(header) else "refused")
