"""Token revocation: a list ends one login at once, a time all of a user's.

Time: O(1) per check. Space: O(tokens or users that ended within LIFE).
Source: RFC 7519, sections 4.1.6, 4.1.7, https://www.rfc-editor.org/rfc/rfc7519
"""

from dataclasses import dataclass, field

LIFE = 900  # seconds


@dataclass(frozen=True, slots=True)
class Token:
    """The claims of a token whose signature was checked."""

    jti: str  # its own name
    user: str
    iat: int  # when it was issued, in seconds


def unexpired(token: Token, now: int) -> bool:
    """What a server knows without asking anybody."""
    return now < token.iat + LIFE


@dataclass(slots=True)
class Revoked:
    """What servers look up: tokens that ended, and users all of whose did."""

    expiry: dict[str, int] = field(default_factory=dict)  # by token
    since: dict[str, int] = field(default_factory=dict)  # by user

    def end(self, token: Token, now: int) -> None:
        """End this token; forget those that have expired."""
        self.expiry[token.jti] = token.iat + LIFE
        self.expiry = {t: end for t, end in self.expiry.items() if now < end}

    def end_all(self, user: str, now: int) -> None:
        """End what the user has; a login in this second ends as well."""
        self.since[user] = now

    def accepts(self, token: Token, now: int) -> bool:
        """Whether the token is good: two look-ups."""
        newer = token.iat > self.since.get(token.user, -1)
        return unexpired(token, now) and newer and token.jti not in self.expiry


if __name__ == "__main__":
    both = laptop, phone = Token("t1", "ada", 0), Token("t2", "ada", 120)
    listed, dated = Revoked(), Revoked()
    listed.end(laptop, now=300)
    dated.end_all("ada", now=300)
    checks = [unexpired, listed.accepts, dated.accepts]
    print("Seconds that tokens are good after the laptop's logout at 300 s:")
    for name, accepts in zip(["nothing", "token", "user"], checks, strict=True):
        good = [sum(accepts(t, s) for s in range(300, 2_000)) for t in both]
        print(f"{name:7} looked up: laptop {good[0]:3}, phone {good[1]:3}")
