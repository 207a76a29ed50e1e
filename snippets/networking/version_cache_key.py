"""Version in the request: what a cache must see to keep two versions apart.

Assumed: one list, asked for by clients of both versions in turn through one
shared cache; answers stay fresh.

Time: O(1) per request. Space: O(answers kept).
Source: RFC 9111 §2, §4.1, https://www.rfc-editor.org/rfc/rfc9111#section-4.1
"""

ROUNDS = 200
PATH = "GET /v{}/notes"
QUERY = "GET /notes?version={}"
ACCEPT = "GET /notes Accept: application/vnd.example.notes-v{}+json"
SPELT = ("", ", */*;q=0.1", ";q=1.0", "; q=1")


def key(request: str, vary: bool, query: bool) -> str:
    """What a cache compares: method, address, and the fields of `Vary`."""
    method, target, *accept = request.split(" ", 2)
    kept = target if query else target.partition("?")[0]
    return " ".join([method, kept, *accept] if vary else [method, kept])


def through_cache(
    design: str, spellings: int = 1, *, vary: bool = False, query: bool = True
) -> tuple[int, int]:
    """Answers of the wrong version, and requests that reach the origin."""
    kept: dict[str, int] = {}
    wrong = 0
    for number in range(ROUNDS):
        for version in (1, 2):
            request = design.format(version) + SPELT[number % spellings]
            answer = kept.setdefault(key(request, vary, query), version)
            wrong += answer != version
    return wrong, len(kept)


if __name__ == "__main__":
    print(f"{2 * ROUNDS} requests                       wrong  to the origin")
    for label, (wrong, asked) in {
        "path": through_cache(PATH),
        "query": through_cache(QUERY),
        "query, which the cache ignores": through_cache(QUERY, query=False),
        "Accept": through_cache(ACCEPT),
        "Accept, Vary: Accept": through_cache(ACCEPT, vary=True),
        "  written in four ways": through_cache(ACCEPT, 4, vary=True),
    }.items():
        print(f"{label:31}{wrong:12}{asked:15}")
