import pytest

from snippets.networking.three_way_handshake import Peer, Segment

OPEN = Segment("open", 0)


def test_the_numbers_are_those_of_figure_6_of_the_rfc() -> None:
    client, server = Peer("CLOSED", 100), Peer("LISTEN", 300)
    syn = client.on(OPEN)
    assert syn == Segment("SYN", 100)
    answer = server.on(syn)
    assert answer == Segment("SYN,ACK", 300, 101)
    ack = client.on(answer)
    assert ack == Segment("ACK", 101, 301)
    assert server.on(ack) is None
    assert (client.state, server.state) == ("ESTABLISHED", "ESTABLISHED")


def test_one_end_is_established_before_the_other() -> None:
    client, server = Peer("CLOSED", 100), Peer("LISTEN", 300)
    syn = client.on(OPEN)
    assert syn
    answer = server.on(syn)
    assert answer
    client.on(answer)
    assert (client.state, server.state) == ("ESTABLISHED", "SYN-RECEIVED")


def test_an_old_syn_is_refused_as_in_figure_8_of_the_rfc() -> None:
    client, server = Peer("CLOSED", 100), Peer("LISTEN", 300)
    client.on(OPEN)
    answer = server.on(Segment("SYN", 90))
    assert answer == Segment("SYN,ACK", 300, 91)
    reset = client.on(answer)
    assert reset == Segment("RST", 91)
    assert server.on(reset) is None
    assert (client.state, server.state) == ("SYN-SENT", "LISTEN")


def test_a_port_without_a_listener_resets() -> None:
    client, server = Peer("CLOSED", 100), Peer("CLOSED", 300)
    syn = client.on(OPEN)
    assert syn
    reset = server.on(syn)
    assert reset == Segment("RST,ACK", 0, 101)
    assert client.on(reset) is None
    assert client.state == "CLOSED"


def test_a_last_ack_with_a_wrong_number_opens_nothing() -> None:
    server = Peer("LISTEN", 300)
    server.on(Segment("SYN", 100))
    assert server.on(Segment("ACK", 101, 300)) == Segment("RST", 300)
    assert server.state == "SYN-RECEIVED"


def test_what_the_rules_do_not_know_is_an_error() -> None:
    with pytest.raises(KeyError, match="close"):
        Peer("LISTEN", 300).on(Segment("close", 0))
