from random import Random

import pytest

from snippets.load_balancing.power_of_two_choices import SERVERS, longest_queue


def test_one_request_makes_a_queue_of_one() -> None:
    assert longest_queue(2, requests=1, rng=Random(0)) == 1


def test_no_request_leaves_every_queue_empty() -> None:
    assert longest_queue(2, requests=0, rng=Random(0)) == 0


def test_looking_at_every_server_balances_perfectly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "snippets.load_balancing.power_of_two_choices.SERVERS", 4
    )
    assert longest_queue(200, requests=40, rng=Random(0)) == 10


@pytest.mark.parametrize("seed", range(5))
def test_a_second_choice_shortens_the_longest_queue(seed: int) -> None:
    one = longest_queue(1, requests=SERVERS, rng=Random(seed))
    two = longest_queue(2, requests=SERVERS, rng=Random(seed))
    assert two < one


@pytest.mark.parametrize("seed", range(5))
def test_two_choices_stay_near_ln_ln_n_over_ln_2(seed: int) -> None:
    # ln ln 10,000 / ln 2 = 3.2, up to a constant of about one.
    assert longest_queue(2, requests=SERVERS, rng=Random(seed)) in {3, 4}
