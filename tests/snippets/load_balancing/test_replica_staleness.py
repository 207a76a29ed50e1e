from math import exp
from random import Random

import pytest

from snippets.load_balancing.replica_staleness import (
    MEAN_LAG,
    READS,
    REPLICAS,
    run,
)


@pytest.mark.parametrize("think", [0.02, 0.1, 0.5])
def test_the_counts_are_near_their_expectation(think: float) -> None:
    behind = exp(-think / MEAN_LAG)
    stale, primary = run("any replica", think, Random(2))
    assert primary == 0
    assert stale == pytest.approx(READS * behind, abs=90)
    stale, primary = run("by position", think, Random(2))
    assert stale == 0
    assert primary == pytest.approx(READS * behind**REPLICAS, abs=90)
