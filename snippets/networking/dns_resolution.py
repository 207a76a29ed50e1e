"""Iterative resolution: ask in the nearest known zone, then follow referrals.

Assumed: each zone has one name server, which answers; addresses (A) only.
Time: O(labels) queries per name of a chain, fewer if cached. Space: O(names).
Source: RFC 1034 §5.3.3, https://www.rfc-editor.org/rfc/rfc1034#section-5.3.3
"""

DAY = 86_400  # seconds
ABSENT = ("NXDOMAIN", 60, "no such name")  # for as long as the SOA would say
ZONES = {  # what each zone's server knows: name -> type, TTL in seconds, data
    "root": {"com": ("NS", 2 * DAY, ""), "net": ("NS", 2 * DAY, "")},
    "com": {"example.com": ("NS", 2 * DAY, "")},
    "net": {"example.net": ("NS", 2 * DAY, "")},
    "example.com": {
        "www.example.com": ("A", 300, "198.51.100.7"),
        "api.example.com": ("A", 300, "198.51.100.8"),
        "shop.example.com": ("CNAME", 300, "cdn.example.net"),
    },
    "example.net": {"cdn.example.net": ("A", 20, "203.0.113.9")},
}


class Resolver:
    """Keeps each record for its TTL; `asked` lists the zones it asked."""

    def __init__(self) -> None:
        self.answers: dict[str, tuple[float, str, str]] = {}
        self.zones: dict[str, float] = {}  # until when each one is known
        self.asked: list[str] = []

    def resolve(self, name: str, now: float, names: int = 8) -> str:
        """The address, or that there is none; at most `names` in a chain."""
        if names == 0:
            raise ValueError(f"the chain of aliases is too long at {name!r}")
        until, kind, data = self.answers.get(name, (now, "", ""))
        if until <= now:
            kind, data = self._ask(name, now)
        return self.resolve(data, now, names - 1) if kind == "CNAME" else data

    def _ask(self, name: str, now: float) -> tuple[str, str]:
        above = [name.split(".", n)[-1] for n in range(name.count(".") + 1)]
        while True:  # each referral leads to a zone nearer to the name
            known = [zone for zone in above if self.zones.get(zone, 0) > now]
            self.asked.append([*known, "root"][0])
            records = ZONES[self.asked[-1]]
            cuts = [z for z in above if records.get(z, ABSENT)[0] == "NS"]
            kind, ttl, data = records.get([*cuts, name][0], ABSENT)
            if kind != "NS":
                self.answers[name] = now + ttl, kind, data
                return kind, data
            self.zones[cuts[0]] = now + ttl


if __name__ == "__main__":
    resolver = Resolver()
    story = "0 www, 1 www, 2 api, 3 shop, 4 new, 5 new, 30 shop, 301 www"
    for now, host in [line.split() for line in story.split(", ")]:
        found = resolver.resolve(f"{host}.example.com", int(now))
        print(f"{now:>3} s  {host:4}  {found:12}  asked:", *resolver.asked)
        resolver.asked.clear()
