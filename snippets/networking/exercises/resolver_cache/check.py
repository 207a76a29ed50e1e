"""What a cache of DNS answers promises, one rule per test."""

from itertools import pairwise

import pytest
from solution import LONGEST_CHAIN, Answer, CachingResolver, Record, Response

WWW = Record("www.example.com", "A", 300, "192.0.2.7")
TWO = Record("two.example.com", "A", 60, "192.0.2.8")
ALSO_TWO = Record("two.example.com", "A", 60, "192.0.2.9")
BRIEF = Record("brief.example.com", "A", 0, "192.0.2.10")
SHOP = Record("shop.example.com", "CNAME", 300, "CDN.example.net")
EDGE = Record("cdn.example.net", "A", 20, "203.0.113.9")
EDGE_6 = Record("cdn.example.net", "AAAA", 20, "2001:db8::9")
BRISK = Record("brisk.example.com", "CNAME", 20, "www.example.com")
OLD = Record("old.example.com", "CNAME", 300, "gone.example.com")
ENOUGH = 40  # queries, for any chain that ends


class Server:
    """A name server that counts, and has no AAAA but EDGE_6."""

    def __init__(self, soa_ttl: int = 600, soa_minimum: int = 60) -> None:
        self.soa = soa_ttl, soa_minimum
        self.asked: list[tuple[str, str]] = []
        self.records = [WWW, TWO, ALSO_TWO, BRIEF, SHOP, EDGE, EDGE_6]
        self.records += [BRISK, OLD]

    def ask(self, name: str, kind: str) -> Response:
        self.asked.append((name.lower(), kind))
        number, _, rest = name.partition(".")
        if rest == "chain.example.com":  # 1 leads to 2, and so on, for ever
            assert len(self.asked) < ENOUGH, (
                "A chain may never end. Count its names, and give up."
            )
            following = f"{int(number) + 1}.{rest}"
            return Response("NOERROR", (Record(name, "CNAME", 0, following),))
        of_name = [r for r in self.records if r.name == name.lower()]
        found = [r for r in of_name if r.kind in (kind, "CNAME")]
        if found:
            return Response("NOERROR", tuple(found))
        code = "NOERROR" if of_name else "NXDOMAIN"
        return Response(code, (), *self.soa)


def both(server: Server | None = None) -> tuple[Server, CachingResolver]:
    server = server or Server()
    return server, CachingResolver(server.ask)


def ttls(answer: Answer) -> list[int]:
    return [record.ttl for record in answer.records]


def test_an_answer_comes_from_the_server() -> None:
    _, resolver = both()
    assert resolver.resolve("www.example.com", "A", 0) == Answer(
        "NOERROR", (WWW,)
    ), "The first answer is the server's, with its TTL."


def test_an_answer_is_kept_for_its_ttl() -> None:
    server, resolver = both()
    resolver.resolve("www.example.com", "A", 0)
    resolver.resolve("www.example.com", "A", 299)
    assert len(server.asked) == 1, "Until its TTL is over an answer is kept."
    resolver.resolve("www.example.com", "A", 300)
    assert len(server.asked) == 2, (
        "After as many seconds as its TTL a record has 0 left: ask again."
    )


def test_the_ttl_counts_down() -> None:
    _, resolver = both()
    resolver.resolve("www.example.com", "A", 1_000)
    answer = resolver.resolve("www.example.com", "A", 1_100)
    assert ttls(answer) == [200], (
        "Pass on the seconds that are left. Else each cache behind this one "
        f"starts again at the full TTL: got {ttls(answer)}."
    )
    assert answer.records[0].data == WWW.data, "The data stays as it was."
    later = resolver.resolve("www.example.com", "A", 1_150)
    assert ttls(later) == [150], (
        "Count from the arrival, each time. After 150 of 300 seconds 150 are "
        f"left, whoever asked before: got {ttls(later)}."
    )


def test_a_renewed_answer_counts_from_its_own_arrival() -> None:
    server, resolver = both()
    resolver.resolve("www.example.com", "A", 0)
    resolver.resolve("www.example.com", "A", 400)
    answer = resolver.resolve("www.example.com", "A", 650)
    assert (ttls(answer), len(server.asked)) == ([50], 2), (
        "An answer that was fetched again lives for a whole TTL from then on."
    )


def test_a_set_of_records_stays_together() -> None:
    server, resolver = both()
    resolver.resolve("two.example.com", "A", 0)
    answer = resolver.resolve("two.example.com", "A", 10)
    data = sorted(record.data for record in answer.records)
    assert data == ["192.0.2.8", "192.0.2.9"], (
        "A name may have several addresses: keep all of them."
    )
    assert ttls(answer) == [50, 50], "The TTL counts down for each of them."
    assert len(server.asked) == 1, "Two records are one answer."


def test_types_are_apart() -> None:
    _, resolver = both()
    resolver.resolve("cdn.example.net", "A", 0)
    answer = resolver.resolve("cdn.example.net", "AAAA", 0)
    assert answer.records == (EDGE_6,), (
        "A and AAAA of one name are two answers: the type is in the key."
    )


def test_case_does_not_matter() -> None:
    server, resolver = both()
    resolver.resolve("www.example.com", "A", 0)
    resolver.resolve("WWW.Example.COM", "A", 1)
    assert len(server.asked) == 1, (
        "Names are compared without regard to case (RFC 4343)."
    )
    resolver.resolve("cdn.example.net", "A", 2)
    resolver.resolve("shop.example.com", "A", 2)
    assert server.asked[2:] == [("shop.example.com", "A")], (
        "The name that an alias leads to has no case either."
    )


def test_a_ttl_of_zero_is_for_one_answer() -> None:
    server, resolver = both()
    for _ in range(2):
        answer = resolver.resolve("brief.example.com", "A", 5)
        assert answer.records == (BRIEF,), "A TTL of 0 is an answer all right."
    assert len(server.asked) == 2, "A TTL of 0 forbids to keep the record."


@pytest.mark.parametrize(("soa_ttl", "minimum"), [(600, 60), (60, 600)])
def test_an_absence_is_kept_for_the_smaller_of_both(
    soa_ttl: int, minimum: int
) -> None:
    server, resolver = both(Server(soa_ttl, minimum))
    first = resolver.resolve("new.example.com", "A", 0)
    assert first.code == "NXDOMAIN", "An absent name is an answer: pass it on."
    resolver.resolve("new.example.com", "A", 59)
    assert len(server.asked) == 1, (
        "That a name is absent is remembered as well (RFC 2308)."
    )
    resolver.resolve("new.example.com", "A", 60)
    assert len(server.asked) == 2, (
        "An absence lasts for the smaller of the SOA's TTL and its MINIMUM. "
        f"That is RFC 2308 §5, here min({soa_ttl}, {minimum}) seconds."
    )


def test_the_time_of_an_absence_counts_down_too() -> None:
    _, resolver = both()
    first = resolver.resolve("new.example.com", "A", 0)
    later = resolver.resolve("new.example.com", "A", 45)
    assert (first.absent_for, later.absent_for) == (60, 15), (
        "What is left of an absence is passed on, counted down. "
        f"That is RFC 2308 §6; got {first.absent_for}, {later.absent_for}."
    )
    assert resolver.resolve("www.example.com", "A", 0).absent_for == 0, (
        "Where there are records nothing is absent."
    )


def test_no_such_name_holds_for_each_type() -> None:
    server, resolver = both()
    resolver.resolve("new.example.com", "A", 0)
    answer = resolver.resolve("new.example.com", "AAAA", 1)
    assert answer.code == "NXDOMAIN", "The name does not exist, for any type."
    assert len(server.asked) == 1, (
        "NXDOMAIN is about the name: no type of it needs to be asked for."
    )


def test_no_record_of_a_type_holds_for_that_type() -> None:
    server, resolver = both()
    answer = resolver.resolve("www.example.com", "AAAA", 0)
    assert (answer.code, answer.records) == ("NOERROR", ()), (
        "A name without a record of the type is no error."
    )
    found = resolver.resolve("www.example.com", "A", 1)
    assert found.records, (
        "That a name has no AAAA says nothing about its A. The absence of a "
        "record belongs to the type."
    )
    again = resolver.resolve("www.example.com", "AAAA", 2)
    assert len(server.asked) == 2, "The absence of a type is kept as well."
    assert again.code == "NOERROR", "It is still NOERROR, from the cache too."


def test_a_name_that_appears_is_found_after_the_absence() -> None:
    server, resolver = both()
    resolver.resolve("new.example.com", "A", 0)
    server.records.append(Record("new.example.com", "A", 300, "192.0.2.18"))
    assert resolver.resolve("new.example.com", "A", 30).records == (), (
        "Until the absence expires a new name stays absent here."
    )
    assert resolver.resolve("new.example.com", "A", 60).records, (
        "After the absence the name is asked for, and found."
    )


def test_a_chain_is_followed() -> None:
    server, resolver = both()
    answer = resolver.resolve("shop.example.com", "A", 0)
    assert answer.records == (SHOP, EDGE), (
        "An alias is followed to the address, and the answer has both records."
    )
    names = [name for name, _ in server.asked]
    assert names == [SHOP.name, EDGE.name], "One query per name of the chain."


def test_each_record_of_a_chain_has_a_ttl_of_its_own() -> None:
    server, resolver = both()
    resolver.resolve("shop.example.com", "A", 0)
    answer = resolver.resolve("shop.example.com", "A", 5)
    assert ttls(answer) == [295, 15], (
        "Each record of a chain counts down from its own TTL."
    )
    resolver.resolve("shop.example.com", "A", 20)
    assert server.asked[2:] == [("cdn.example.net", "A")], (
        "Only what has expired is asked for again: here the address, whose TTL "
        f"is shorter than that of the alias, not {server.asked[2:]}."
    )


def test_an_alias_may_expire_before_the_address() -> None:
    server, resolver = both()
    resolver.resolve("brisk.example.com", "A", 0)
    answer = resolver.resolve("brisk.example.com", "A", 5)
    assert ttls(answer) == [15, 295], (
        "Each record of a chain counts down from its own TTL."
    )
    resolver.resolve("brisk.example.com", "A", 20)
    assert server.asked[2:] == [("brisk.example.com", "A")], (
        "The alias has expired, the address has not: ask for the alias alone."
    )


def test_an_alias_holds_for_each_type() -> None:
    server, resolver = both()
    resolver.resolve("shop.example.com", "A", 0)
    answer = resolver.resolve("shop.example.com", "AAAA", 1)
    assert [record.kind for record in answer.records] == ["CNAME", "AAAA"], (
        "The chain ends in a record of the type that was asked for."
    )
    assert server.asked[2:] == [("cdn.example.net", "AAAA")], (
        "A name that is an alias is one for each type: don't ask for it again."
    )


def test_a_chain_may_end_in_an_absence() -> None:
    _, resolver = both()
    for now in (0, 10):
        answer = resolver.resolve("old.example.com", "A", now)
        assert answer.code == "NXDOMAIN", "The code is that of the last name."
        assert [record.kind for record in answer.records] == ["CNAME"], (
            "The alias is there, even if what it leads to is not."
        )
        assert answer.absent_for == 60 - now, (
            "What is left of the absence at the end of a chain is passed on."
        )


def refuses(resolver: CachingResolver, name: str) -> bool:
    """Whether it gives up by a ValueError."""
    try:
        resolver.resolve(name, "A", 0)
    except ValueError:
        return True
    return False


def test_a_chain_that_never_ends_is_an_error() -> None:
    _, resolver = both()
    assert refuses(resolver, "1.chain.example.com"), (
        "A chain that is too long is a ValueError, not half an answer."
    )


def test_the_longest_chain_is_allowed_and_one_more_is_not() -> None:
    server, resolver = both()
    names = [f"{n}.link.example.com" for n in range(LONGEST_CHAIN + 1)]
    server.records += [
        Record(name, "CNAME", 300, following)
        for name, following in pairwise(names)
    ]
    server.records.append(Record(names[-1], "A", 300, "192.0.2.77"))
    assert not refuses(resolver, names[1]), (
        f"A chain of {LONGEST_CHAIN} names is allowed."
    )
    assert refuses(both(server)[1], names[0]), (
        f"A chain of {LONGEST_CHAIN + 1} names is too long."
    )
    assert refuses(resolver, names[0]), (
        "A chain is as long if a part of it comes from the cache."
    )


def test_two_resolvers_share_nothing() -> None:
    server, first = both()
    second = CachingResolver(server.ask)
    first.resolve("www.example.com", "A", 0)
    second.resolve("www.example.com", "A", 0)
    assert len(server.asked) == 2, "Each resolver has a cache of its own."
