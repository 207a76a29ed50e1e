"""Location matching: which block of nginx takes a path, and why that one.

Time: O(locations) per path. Space: O(1).
Source: nginx manual, "Module ngx_http_core_module", `location`,
https://nginx.org/en/docs/http/ngx_http_core_module.html#location
"""

import re
from dataclasses import dataclass

EXACT, PREFIX, AT_ONCE = "=", "", "^~"
REGEX, REGEX_ANY_CASE = "~", "~*"


@dataclass(frozen=True, slots=True)
class Location:
    """As in `location ^~ /static/`: a modifier and a pattern."""

    modifier: str
    pattern: str

    def matches(self, path: str) -> bool:
        """Whether the path is one of its; regexes look anywhere in it."""
        if self.modifier == EXACT:
            return path == self.pattern
        if self.modifier in (PREFIX, AT_ONCE):
            return path.startswith(self.pattern)
        flags = re.IGNORECASE if self.modifier == REGEX_ANY_CASE else 0
        return re.search(self.pattern, path, flags) is not None


def choose(locations: list[Location], path: str) -> Location | None:
    """The location that takes a path (decoded, without `//` and `..`)."""
    matching = [place for place in locations if place.matches(path)]
    exact = [place for place in matching if place.modifier == EXACT]
    if exact:
        return exact[0]
    prefixes = [p for p in matching if p.modifier in (PREFIX, AT_ONCE)]
    longest = max(prefixes, key=lambda p: len(p.pattern), default=None)
    if longest and longest.modifier == AT_ONCE:
        return longest
    regexes = [p for p in matching if p.modifier in (REGEX, REGEX_ANY_CASE)]
    return regexes[0] if regexes else longest


if __name__ == "__main__":
    file = [
        Location(PREFIX, "/"),
        Location(PREFIX, "/admin/"),
        Location(REGEX, r"\.css$"),
        Location(AT_ONCE, "/static/"),
    ]
    paths = ["/", "/admin/", "/admin/a.css", "/static/a.css", "/static"]
    for path in paths:
        found = choose(file, path)
        assert found
        print(f"{path:14} location {found.modifier} {found.pattern}")
