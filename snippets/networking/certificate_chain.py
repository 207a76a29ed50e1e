"""Path validation: from a server's certificate to a root that one has.

Time: O(certificates). Space: O(certificates).
Source: RFC 5280, section 6.1, https://rfc-editor.org/rfc/rfc5280#section-6.1
"""

from dataclasses import dataclass
from datetime import date, timedelta

type Chain = list["Certificate"]  # the server's own first
type Roots = dict[str, str]  # the key of each root that the client has


@dataclass(frozen=True, slots=True)
class Certificate:
    """A name and a key; a signature is simulated by the key that made it."""

    subject: str
    key: str
    issuer: str
    signer: str
    is_ca: bool = False
    first: date = date(2026, 1, 1)
    last: date = date(2026, 3, 31)


def signed(chain: Chain, roots: Roots) -> bool:
    """Whether each is signed by the next one's key, the last by a root's."""
    keys = [*({c.subject: c.key} for c in chain[1:]), roots]
    return all(keys[n].get(c.issuer) == c.signer for n, c in enumerate(chain))


def problem(chain: Chain, roots: Roots, host: str, today: date) -> str:
    """Why this is not the server of `host`; "" if it is. Asks nobody."""
    if not signed(chain, roots):
        return "no path to a root"
    if any(not c.first <= today <= c.last for c in chain):
        return "not valid today"
    if any(not issuer.is_ca for issuer in chain[1:]):
        return "issued by one that may not"
    return "" if chain[0].subject == host else "for another host"


if __name__ == "__main__":
    host, roots, today = "shop.example", {"Root": "k0"}, date(2026, 3, 31)
    ca = Certificate("CA", "k1", "Root", "k0", is_ca=True)
    shop = Certificate(host, "k2", "CA", "k1")
    mal = Certificate("mal.example", "k3", "CA", "k1")
    fake = Certificate(host, "k4", "CA", "k5")
    sold = Certificate(host, "k4", "mal.example", "k3")
    for name, chain, days in [
        ("shop, its last day", [shop, ca], 0),
        ("shop, a day later", [shop, ca], 1),
        ("CA left out", [shop], 0),
        ("by Mallory's CA", [fake, Certificate("CA", "k5", "Root", "k6")], 0),
        ("Mallory's own", [mal, ca], 0),
        ("by Mallory's own", [sold, mal, ca], 0),
    ]:
        said = problem(chain, roots, host, today + timedelta(days))
        print(f"{name:20}signed: {signed(chain, roots)!s:7}{said or 'good'}")
