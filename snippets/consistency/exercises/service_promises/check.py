"""Three sites in turn are cut off; what users were told is compared."""

from collections import Counter
from collections.abc import Iterator
from random import Random

from solution import (
    Agreed,
    Site,
    Token,
    book,
    buy,
    log_in,
    post,
    revoke,
    visit,
)

SHARES = {"oslo": 120, "rome": 100, "bern": 80}
STOCK = sum(SHARES.values())


class Network:
    """The sites, of which at most one is cut off from the two others."""

    def __init__(self) -> None:
        self.agreed = Agreed(STOCK)
        self.sites = [
            Site(name, share, self.agreed) for name, share in SHARES.items()
        ]

    def cut(self, away: Site | None) -> None:
        for site in self.sites:
            site.agreed = None if site is away else self.agreed
        self.push()

    def reached(self) -> list[Site]:
        return [site for site in self.sites if site.agreed is self.agreed]

    def push(self) -> None:
        """What is agreed to be revoked reaches the sites."""
        for site in self.reached():
            site.revoked |= self.agreed.revoked

    def merge(self) -> None:
        sites = self.reached()
        comments, visits = dict[str, str](), dict[str, int]()
        for site in sites:
            for key, text in site.comments.items():
                comments[key] = max(text, comments.get(key, ""))
            for key, count in site.visits.items():
                visits[key] = max(count, visits.get(key, 0))
        revoked = set.union(*(site.revoked for site in sites))
        for site in sites:
            site.comments, site.visits = dict(comments), dict(visits)
            site.revoked = set(revoked)

    def story(self, steps: int) -> Iterator[tuple[int, Site]]:
        """Who is asked in each step; in turn the sites are cut off."""
        rng = Random(1)
        for step in range(steps):
            if step % (steps // 6) == 0:
                number = step // (steps // 6)
                away = self.sites[number // 2] if number % 2 else None
                self.cut(away)
            yield step, rng.choice(self.sites)
            self.push()
            if rng.random() < 0.1:
                self.merge()
        self.cut(None)
        self.merge()


def test_lamps() -> None:
    network = Network()
    sold, when_away = Counter[str](), Counter[str]()
    wanted = 0
    for _, site in network.story(600):
        away, had = site.agreed is None, SHARES[site.name] - sold[site.name]
        told = buy(site)
        sold[site.name] += told
        if away and had > 0:
            wanted += 1
            when_away[site.name] += told
    total = sum(sold.values())
    assert total <= STOCK, (
        "Lamps: two sites must not sell the same piece. "
        f"Of {STOCK} lamps {total} were sold."
    )
    assert sum(when_away.values()) == wanted, (
        "Lamps: a site that is cut off sells from a share of its own. "
        f"{wanted} users could have had one there, and "
        f"{sum(when_away.values())} got it."
    )
    assert total == STOCK, (
        "Lamps: somebody wanted each of them. "
        f"Of {STOCK} lamps {total} were sold."
    )


def test_seats() -> None:
    network, rng = Network(), Random(2)
    told = dict[str, set[str]]()
    for step, site in network.story(600):
        seat, guest = f"{rng.randrange(1, 100)}A", f"guest {step}"
        away, free = site.agreed is None, not told.get(seat)
        if book(site, seat, guest):
            told.setdefault(seat, set()).add(guest)
        else:
            assert away or not free, (
                "Seats: where a majority is reached, a free seat is booked."
            )
        twice = {seat: guests for seat, guests in told.items() if guests}
        twice = {seat: who for seat, who in twice.items() if len(who) > 1}
        assert not twice, (
            "Seats: one chair, one guest, and all sites have to know whose. "
            f"Told yes: {twice}."
        )
    for seat, [guest] in told.items():
        site = rng.choice(network.sites)
        assert book(site, seat, guest), (
            "Seats: who asks again, because the answer was lost, has the seat."
        )
        assert not book(site, seat, "guest x"), (
            "Seats: a seat stays whose it is."
        )


def test_comments() -> None:
    network, posted = Network(), Counter[str]()
    for step, site in network.story(600):
        text = "+1" if step % 3 == 0 else f"comment {step}"
        before = Counter(site.comments.values())
        post(site, text)
        posted[text] += 1
        after = Counter(site.comments.values())
        assert site.agreed is not None or after != before, (
            "Comments: a site that is cut off takes them as well. They can be "
            "merged afterwards."
        )
        assert text not in before or after[text] == before[text] + 1, (
            "Comments: a text may come twice. Two who write the same are two."
        )
        assert after == before + Counter([text]), (
            "Comments: no comment replaces another one. It is there at once, "
            "where it was posted."
        )
    got = Counter(network.sites[0].comments.values())
    assert got == posted, (
        "Comments: two sites must not give two comments one key. The merge "
        f"keeps one of them, and {(posted - got).total()} are lost."
    )


def test_visits() -> None:
    network, came = Network(), 0
    for _, site in network.story(600):
        came, before = came + 1, sum(site.visits.values())
        visit(site)
        counted = sum(site.visits.values()) - before
        assert counted, (
            "Visits: a visit is counted where it happens, also in a cut."
        )
        assert counted == 1, f"Visits: each counts once. Not {counted}."
    shown = sum(network.sites[0].visits.values())
    assert shown == came, (
        "Visits: of two counts under one key the larger one stays. "
        f"{came} came, {shown} are shown."
    )


def test_log_in_and_revoke() -> None:
    network, rng = Network(), Random(3)
    tokens = [Token(f"token {n}", rng.randrange(700)) for n in range(60)]
    asked, here = set[str](), set[tuple[str, str]]()
    for now, site in network.story(600):
        token = rng.choice(tokens)
        away = site.agreed is None
        if rng.random() < 0.1:
            asked.add(token.name)
            here.add((site.name, token.name))
            told = revoke(site, token)
            assert not (away and told), (
                "Revoke: a site that is cut off can't say that it is done. "
                "The others let the thief in."
            )
            assert away or told, (
                "Revoke: where a majority is reached it is done, so say so."
            )
            network.push()
            let_in = [s.name for s in network.reached() if log_in(s, token, 0)]
            assert not told or not let_in, (
                "Revoke: done means done wherever a majority is reached. Own "
                "copies are merged some time later: it was revoked at "
                f"{site.name}, and let in at {let_in}."
            )
            continue
        told = log_in(site, token, now)
        if now >= token.until:
            assert not told, (
                "Log in: a token that has ended is no longer good. Its end is "
                "what limits the harm where no revocation arrives."
            )
        elif (site.name, token.name) in here:
            assert not told, (
                "Revoke: at the site that was asked it holds at once."
            )
        elif token.name not in asked:
            assert told, (
                "Log in: a good token lets its owner in, also in a cut. No "
                "other site is needed to check it."
            )


def test_revoked_while_a_site_was_away() -> None:
    network = Network()
    away, other, _ = network.sites
    network.cut(away)
    tokens = [Token(f"token {n}", until=60) for n in range(3)]
    told = [revoke(other, token) for token in tokens]
    network.cut(None)
    let_in = [token.name for token in tokens if log_in(away, token, 10)]
    assert [told, let_in] == [[True] * 3, []], (
        "Revoke: what is agreed stays agreed, for a site that was away. It "
        f"came back, and let in {let_in}."
    )


def test_a_token_at_its_end() -> None:
    site, token = Network().sites[0], Token("t", until=60)
    assert log_in(site, token, 59), "Log in: one second is left."
    assert not log_in(site, token, 60), (
        "Log in: `until` is the second at which the token ends. At 60 it has."
    )
