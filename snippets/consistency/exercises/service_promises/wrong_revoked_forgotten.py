"""Revoke: what is agreed stays agreed, for a site that was away."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Agreed:
    """What a majority agrees on; it is the same wherever it is reached."""

    pieces: int  # of the lamp; the sites' shares are the same, divided
    seats: dict[str, str] = field(default_factory=dict)  # who has which
    revoked: set[str] = field(default_factory=set)  # names of tokens


@dataclass(slots=True)
class Site:
    """A site's own copies, and the way to the majority, if there is one.

    At times sites that reach each other merge their own copies: sets by union,
    dictionaries by key, and of one key's values the larger one stays. What is
    agreed to be revoked is in `revoked` at once, where a majority is reached.
    """

    name: str
    share: int  # pieces that no other site sells
    agreed: Agreed | None  # None while the site is cut off
    comments: dict[str, str] = field(default_factory=dict)  # key: text
    visits: dict[str, int] = field(default_factory=dict)  # their sum is shown
    revoked: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Token:
    """Says who somebody is; signed, so that any site can check it."""

    name: str
    until: int  # the second at which it ends


def buy(site: Site) -> bool:
    """Sell one lamp; whether it was sold."""
    if site.share < 1:
        return False
    site.share -= 1
    return True


def book(site: Site, seat: str, guest: str) -> bool:
    """Book this very seat; whether it is the guest's, also if asked again."""
    if site.agreed is None:
        return False
    return site.agreed.seats.setdefault(seat, guest) == guest


def post(site: Site, text: str) -> None:
    """Add a comment, which may say what another one says."""
    site.comments[f"{site.name} {len(site.comments)}"] = text


def visit(site: Site) -> None:
    """Count a visit."""
    site.visits[site.name] = site.visits.get(site.name, 0) + 1


def log_in(site: Site, token: Token, now: int) -> bool:
    """Whether the token is good, as far as this site can know."""
    return now < token.until and token.name not in site.revoked


def revoke(site: Site, token: Token) -> bool:
    """Let nobody in by it; True if that holds wherever a majority is reached.

    If it can't be said, it holds here at least.
    """
    site.revoked.add(token.name)
    if site.agreed is None:
        return False
    site.agreed.revoked = {token.name}
    return True
