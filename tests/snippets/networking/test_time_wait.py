import pytest

from snippets.networking.time_wait import PORTS, RULES, WAIT, Peer


def closed_by_client() -> tuple[Peer, Peer, str]:
    """Both ends, and the last ACK, which is on its way."""
    client, server = Peer(), Peer()
    client.on(server.on(client.on("close")))
    return client, server, client.on(server.on("close"))


def test_the_states_are_those_of_figure_12_of_the_rfc() -> None:
    client, server = Peer(), Peer()
    fin = client.on("close")
    assert (fin, client.state) == ("FIN", "FIN-WAIT-1")
    ack = server.on(fin)
    assert (ack, server.state) == ("ACK", "CLOSE-WAIT")
    assert (client.on(ack), client.state) == ("", "FIN-WAIT-2")
    fin = server.on("close")
    assert (fin, server.state) == ("FIN", "LAST-ACK")
    ack = client.on(fin)
    assert (ack, client.state) == ("ACK", "TIME-WAIT")
    assert (server.on(ack), server.state) == ("", "CLOSED")
    assert (client.on("2 MSL"), client.state) == ("", "CLOSED")


def test_both_wait_if_both_close_at_once() -> None:
    one, other = Peer(), Peer()
    fins = one.on("close"), other.on("close")
    acks = one.on(fins[1]), other.on(fins[0])
    assert (one.state, other.state) == ("CLOSING", "CLOSING")
    one.on(acks[1])
    other.on(acks[0])
    assert (one.state, other.state) == ("TIME-WAIT", "TIME-WAIT")


def test_who_waits_answers_each_repeated_fin() -> None:
    client, server, _lost = closed_by_client()
    for _ in range(3):
        assert client.on(server.on("timeout")) == "ACK"
        assert client.state == "TIME-WAIT"


def test_who_does_not_wait_resets() -> None:
    client, server, _lost = closed_by_client()
    client.on("2 MSL")
    assert client.on(server.on("timeout")) == "RST"


def test_only_who_closes_first_has_to_wait() -> None:
    client, server, ack = closed_by_client()
    server.on(ack)
    assert (client.state, server.state) == ("TIME-WAIT", "CLOSED")


def test_every_state_leads_to_closed() -> None:
    states = {state for state, _ in RULES} | {to for to, _ in RULES.values()}
    ends = {"CLOSED"}
    for _ in states:
        ends |= {state for (state, _), (to, _) in RULES.items() if to in ends}
    assert ends == states


def test_ports_run_out_at_471_connections_per_second() -> None:
    assert PORTS == 28_232
    assert round(PORTS / WAIT) == 471


def test_what_the_rules_do_not_know_is_an_error() -> None:
    with pytest.raises(KeyError, match="2 MSL"):
        Peer().on("2 MSL")
