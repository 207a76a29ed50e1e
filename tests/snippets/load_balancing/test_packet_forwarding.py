from snippets.load_balancing.packet_forwarding import SETUPS, Setup, exchange


def ends(name: str) -> tuple[str, int, str]:
    return exchange(SETUPS[name])


def test_an_answer_from_a_strange_address_is_not_accepted() -> None:
    assert ends("target") == (
        "client",
        1,
        "the client knows no such connection",
    )


def test_nat_answers_through_the_balancer() -> None:
    assert ends("target, gateway") == ("client", 51, "answered")


def test_with_the_source_rewritten_the_server_sees_the_balancer() -> None:
    assert ends("target and source") == ("balancer", 51, "answered")


def test_direct_return_needs_the_address_at_the_server() -> None:
    assert ends("frame only") == ("-", 1, "the server drops it")
    assert ends("frame, VIP at server") == ("client", 1, "answered")


def test_direct_return_through_the_gateway_still_works() -> None:
    setup = Setup(gateway=True, holds_vip=True)
    assert exchange(setup) == ("client", 51, "answered")
