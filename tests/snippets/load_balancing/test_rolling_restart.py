from math import exp
from random import Random

import pytest

from snippets.load_balancing.rolling_restart import VISIT_MINUTES, lost


def test_memory_loses_more_than_one_login_per_user() -> None:
    # Who moves from a server that restarts may move to one that will.
    expected = sum((4 / 3) ** k / 4 for k in range(4))
    assert lost("server", 0, Random(1)) == pytest.approx(expected, abs=0.05)


def test_a_drain_saves_the_visits_that_end_in_time() -> None:
    at_most = lost("server", 0, Random(1)) * exp(-60 / VISIT_MINUTES) * 2
    assert 0 < lost("server", 60, Random(1)) < at_most
    assert lost("server", 600, Random(1)) == 0


def test_what_lives_outside_is_not_lost() -> None:
    assert lost("outside", 0, Random(1)) == 0


def test_keys_of_each_run_lose_every_login_each_time() -> None:
    assert lost("all", 0, Random(1)) == 4
