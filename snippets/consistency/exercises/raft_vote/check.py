"""Who gets a vote in Raft."""

from random import Random

from solution import Disk, Voter


def test_a_first_candidate_gets_the_vote() -> None:
    got = Voter(Disk()).ask(1, 1, 0, 0)
    assert got, "In a new term the first with a log as new gets the vote."


def test_one_vote_per_term() -> None:
    voter = Voter(Disk())
    voter.ask(1, 1, 0, 0)
    got = voter.ask(2, 1, 0, 0)
    assert not got, (
        "A node has one vote per term. It gave that of term 1 to node 1, and "
        "then to node 2 as well, so both may lead."
    )


def test_node_zero_counts() -> None:
    voter = Voter(Disk())
    voter.ask(0, 1, 0, 0)
    got = voter.ask(2, 1, 0, 0)
    assert not got, (
        "Node 0 is a candidate like any other. "
        "It has the vote of term 1, and node 2 got it too."
    )


def test_the_same_candidate_may_ask_again() -> None:
    voter = Voter(Disk())
    voter.ask(1, 1, 0, 0)
    got = voter.ask(1, 1, 0, 0)
    assert got, "Who asks again, as the answer was lost, gets it again."


def test_a_new_term_is_a_new_vote() -> None:
    voter = Voter(Disk())
    voter.ask(1, 1, 0, 0)
    got = voter.ask(2, 9, 0, 0)
    assert got, "A new term gives a new vote. In term 9 node 2 got none."


def test_an_earlier_term_is_refused() -> None:
    disk = Disk(term=5)
    got = Voter(disk).ask(1, 4, 9, 9)
    assert not got, (
        "A request of an earlier term is refused. "
        "The node is in term 5, the request is of term 4."
    )
    assert disk.term == 5, f"The term never goes back. It is {disk.term}."


def test_a_late_request_of_an_earlier_term_is_refused() -> None:
    voter = Voter(Disk())
    voter.ask(2, 4, 0, 0)
    voter.ask(1, 5, 0, 0)
    got = voter.ask(1, 4, 0, 0)
    assert not got, (
        "Who has the vote of one term has that of no other. Node 2 got that of "
        "term 4, node 1 that of term 5, and by a late request that of 4 too."
    )


def test_a_later_last_term_wins_over_a_longer_log() -> None:
    got = Voter(Disk(log=[1, 1, 3])).ask(1, 4, 2, 9)
    assert not got, (
        "A later last term wins, however short the log. "
        "The node's three entries end in term 3, the candidate's nine in 2."
    )


def test_a_shorter_log_of_a_later_term_gets_the_vote() -> None:
    got = Voter(Disk(log=[1, 1, 2, 2])).ask(1, 4, 3, 3)
    assert got, (
        "A shorter log may be newer. "
        "The node's four entries end in term 2, the candidate's three in 3."
    )


def test_of_equal_terms_the_longer_log_wins() -> None:
    got = Voter(Disk(log=[1, 2, 2])).ask(1, 4, 2, 2)
    assert not got, (
        "Of equal last terms the longer log wins. "
        "Both end in term 2; the node has an entry more."
    )


def test_as_new_is_new_enough() -> None:
    got = Voter(Disk(log=[1, 2])).ask(1, 4, 2, 2)
    assert got, (
        "A log that is as new is new enough. "
        "Else nodes with equal logs elect nobody."
    )


def test_an_empty_log_loses_against_an_entry() -> None:
    got = Voter(Disk(log=[1])).ask(1, 4, 0, 0)
    assert not got, "An empty log is older than any entry."


def test_the_log_of_now_counts() -> None:
    disk = Disk(term=2, log=[1])
    voter = Voter(disk)
    disk.log.append(2)
    got = voter.ask(1, 3, 1, 1)
    assert not got, (
        "The log grows while the node runs. It started with an entry of term "
        "1 and has one of term 2 by now; the candidate has only the first."
    )


def test_who_refuses_still_takes_over_the_term() -> None:
    disk = Disk(term=1, log=[1])
    voter = Voter(disk)
    voter.ask(1, 5, 0, 0)
    got = voter.ask(2, 4, 1, 1)
    assert disk.term == 5, (
        "A node that refuses goes on in the later term too. "
        f"It was asked in term 5 and is in {disk.term}."
    )
    assert not got, "After a request of term 5 one of term 4 is refused."


def test_who_refuses_in_a_later_term_can_still_vote_in_it() -> None:
    voter = Voter(Disk(term=1, log=[1]))
    voter.ask(1, 2, 1, 1)
    voter.ask(2, 3, 0, 0)
    got = voter.ask(3, 3, 1, 1)
    assert got, (
        "A later term frees the vote, also if who brought it is refused. Node "
        "1 had the vote of term 2, node 2 came with term 3 and an empty log, "
        "and then node 3 got no vote in term 3."
    )


def test_a_refusal_does_not_use_up_the_vote() -> None:
    voter = Voter(Disk(term=1, log=[1, 1]))
    voter.ask(1, 2, 1, 1)
    got = voter.ask(2, 2, 1, 2)
    assert got, (
        "A refusal leaves the vote free. Node 1's log was too old, node 2's "
        "is new enough, and it got no vote in the same term."
    )


def test_a_refusal_does_not_take_a_vote_back() -> None:
    voter = Voter(Disk(term=1, log=[1]))
    voter.ask(1, 2, 1, 1)
    voter.ask(2, 2, 0, 0)
    got = voter.ask(3, 2, 1, 1)
    assert not got, (
        "A vote that is given stays given. In term 2 node 1 had it, node 2 was "
        "refused, and then node 3 got it too."
    )


def test_the_vote_survives_a_restart() -> None:
    disk = Disk()
    Voter(disk).ask(1, 1, 0, 0)
    got = Voter(disk).ask(2, 1, 0, 0)
    assert not got, (
        "A restart must not forget the vote. "
        "Node 1 had that of term 1; after a restart node 2 got it too."
    )


def test_the_term_survives_a_restart() -> None:
    disk = Disk()
    Voter(disk).ask(1, 7, 0, 0)
    got = Voter(disk).ask(2, 6, 0, 0)
    assert not got, (
        "A restart must not forget the term. "
        "The node was in term 7; after a restart it voted in term 6."
    )


def test_no_term_has_two_leaders_and_each_has_the_newest_entries() -> None:
    rng = Random(1)
    disks = [Disk() for _ in range(5)]
    leaders: dict[int, int] = {}
    for _ in range(3_000):
        a = rng.randrange(5)
        me = disks[a]
        term = rng.choice([me.term + 1, me.term + 2])
        last, length = me.log[-1] if me.log else 0, len(me.log)
        if not Voter(me).ask(a, term, last, length):
            continue
        votes = [a]
        for b in range(5):
            asked = b != a and rng.random() < 0.7
            if asked and Voter(disks[b]).ask(a, term, last, length):
                votes.append(b)
        if len(votes) < 3:
            continue
        assert leaders.setdefault(term, a) == a, f"Term {term} has two leaders."
        newest = sorted((d.log[-1:], len(d.log)) for d in disks)[2]
        assert (me.log[-1:], length) >= newest, (
            f"The leader of term {term} has an older log than a majority."
        )
        me.log.append(term)
        for b in votes[1 : rng.randrange(1, 6)]:
            disks[b].log = list(me.log)
