"""Shared cache: one reader's cookie for the next, unless a field says no.

Assumed: one address, nothing expires, no `no-cache`.

Time: O(variants) per request. Space: O(variants).
Source: RFC 9111 §3, §4.1 and §7.3, https://www.rfc-editor.org/rfc/rfc9111
"""

from dataclasses import dataclass, field

type Fields = dict[str, str]


def login(request: Fields, added: Fields) -> Fields:
    """What an origin answers that starts a session for whoever asks."""
    session = {"set-cookie": f"session={request['user']}"}
    return session | {"language": request["accept-language"]} | added


def matches(vary: str, earlier: Fields, request: Fields) -> bool:
    """Whether the fields that `Vary` names are equal; `*` never matches."""
    names = vary.lower().replace(",", " ").split()
    same = all(earlier.get(name) == request.get(name) for name in names)
    return same and "*" not in names


@dataclass
class SharedCache:
    """Store whatever is not forbidden, as RFC 9111 allows."""

    added: Fields  # what the origin adds to its answers
    stored: list[tuple[Fields, Fields]] = field(default_factory=list)

    def get(self, request: Fields) -> tuple[str, Fields]:
        """A stored response whose `Vary` matches, else the origin's."""
        for earlier, response in self.stored:
            if matches(response.get("vary", ""), earlier, request):
                return "cache", response
        response = login(request, self.added)
        control = response.get("cache-control", "")
        if "private" not in control and "no-store" not in control:
            self.stored.append((request, response))
        return "origin", response


if __name__ == "__main__":
    ada = {"user": "ada", "accept-language": "en"}
    bob = {"user": "bob", "accept-language": "de"}
    for added in [
        {"cache-control": "max-age=60"},
        {"cache-control": "max-age=60", "vary": "Accept-Language"},
        {"cache-control": "private, max-age=60"},
    ]:
        cache = SharedCache(added)
        print(", ".join(f"{name}: {value}" for name, value in added.items()))
        for request in [ada, bob, {**ada, "user": "cyd"}]:
            source, got = cache.get(request)
            page = f"{got['language']}, {got['set-cookie']}"
            print(f"  {request['user']} gets {page} from the {source}")
