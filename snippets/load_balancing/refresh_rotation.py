"""Refresh token rotation: a token used twice betrays that it was stolen.

Time: O(1) per refresh. Space: O(refreshes) per family until it expires.
Source: RFC 9700, section 4.14.2,
https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count


@dataclass(slots=True)
class Refresher:
    """Each refresh token works once; the second use ends its family."""

    new_token: Callable[[], str]
    _family: dict[str, str] = field(default_factory=dict)
    _current: dict[str, str] = field(default_factory=dict)

    def login(self, user: str) -> str:
        """The first refresh token of a new family."""
        token = self.new_token()
        return self._give(f"{user} {token}", token)

    def refresh(self, token: str) -> str | None:
        """The next one; None for an unknown, revoked or used one."""
        family = self._family.get(token)
        if family is None or family not in self._current:
            return None
        if self._current[family] != token:
            del self._current[family]  # two hold it: neither can be trusted
            return None
        return self._give(family, self.new_token())

    def _give(self, family: str, token: str) -> str:
        self._family[token] = family
        self._current[family] = token
        return token


if __name__ == "__main__":
    serial = count(1)
    site = Refresher(lambda: f"r{next(serial)}")
    stolen = site.login("ada")
    print("ada logs in:     ", stolen)
    print("the thief is first:", thief := site.refresh(stolen))
    print("ada's own refresh:", site.refresh(stolen))
    print("the thief's next: ", site.refresh(str(thief)))
    print("ada logs in anew: ", ada := site.login("ada"))
    print("and refreshes:    ", site.refresh(ada))
