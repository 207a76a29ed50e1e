from math import exp, factorial

import pytest

from snippets.load_balancing.erlang_c import must_wait, response


@pytest.mark.parametrize("load", [0.0, 0.1, 0.5, 0.9])
def test_one_server_makes_wait_as_long_as_it_works(load: float) -> None:
    assert must_wait(1, load) == pytest.approx(load)
    assert response(1, load) == pytest.approx(1 / (1 - load))


@pytest.mark.parametrize("servers", [1, 2, 7, 40])
@pytest.mark.parametrize("load", [0.2, 0.8, 0.95])
def test_the_recursion_is_erlangs_sum(servers: int, load: float) -> None:
    offered = servers * load
    full = offered**servers / factorial(servers) / (1 - load)
    others = sum(offered**k / factorial(k) for k in range(servers))
    assert must_wait(servers, load) == pytest.approx(full / (full + others))


def test_a_thousand_servers_do_not_overflow() -> None:
    assert must_wait(1_000, 0.8) < exp(-15)


@pytest.mark.parametrize("load", [-0.1, 1.0, 1.5])
def test_a_load_without_steady_state_is_refused(load: float) -> None:
    with pytest.raises(ValueError, match="no steady state"):
        must_wait(10, load)
