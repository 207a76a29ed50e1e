import pytest

from snippets.consistency.read_concern import CONCERNS, ReplicaSet


@pytest.fixture
def cut() -> ReplicaSet:
    """The old primary is alone with v2, the new one has v3 on a majority."""
    mongo = ReplicaSet()
    mongo.cut_off = "a"
    mongo.logs["a"].append("v2")
    mongo.terms["b"] = 2
    mongo.logs["b"].append("v3")
    mongo.send("b")
    return mongo


def test_local_shows_what_is_rolled_back(cut: ReplicaSet) -> None:
    shown = cut.read("a", "local")
    cut.cut_off = ""
    cut.send("b")
    assert shown == "v2"
    assert shown not in cut.logs["a"]


def test_majority_shows_nothing_that_is_rolled_back(cut: ReplicaSet) -> None:
    shown = [cut.read(member, "majority") for member in "abc"]
    cut.cut_off = ""
    cut.send("b")
    assert set(shown) <= set(cut.logs["b"])


def test_majority_is_stale_at_an_old_primary(cut: ReplicaSet) -> None:
    assert cut.read("b", "majority") == "v3"
    assert cut.read("a", "majority") == "v1"


def test_a_secondary_hears_of_the_majority_a_message_later(
    cut: ReplicaSet,
) -> None:
    assert cut.read("c", "local") == "v3"
    assert cut.read("c", "majority") == "v1"
    cut.send("b")
    assert cut.read("c", "majority") == "v3"


def test_linearizable_is_the_newest_or_no_value(cut: ReplicaSet) -> None:
    got = [cut.read(member, "linearizable") for member in "abc"]
    assert got == ["no answer", "v3", "refused"]


def test_linearizable_waits_until_a_majority_has_what_it_shows(
    cut: ReplicaSet,
) -> None:
    cut.logs["b"].append("v4")
    assert cut.read("b", "majority") == "v3"
    assert cut.read("b", "linearizable") == "v4"
    assert cut.logs["c"][-1] == "v4"
    assert cut.read("b", "majority") == "v4"


def test_an_old_primary_is_refused_even_when_the_link_is_mended(
    cut: ReplicaSet,
) -> None:
    cut.cut_off = ""
    assert cut.read("a", "linearizable") == "no answer"
    assert cut.read("a", "local") == "v2"


def test_an_old_primary_alone_confirms_nothing(cut: ReplicaSet) -> None:
    cut.send("a")
    assert cut.read("a", "majority") == "v1"
    assert cut.logs["c"] == ["v1", "v3"]


@pytest.mark.parametrize("concern", CONCERNS)
def test_without_a_cut_the_primary_shows_the_last_write(concern: str) -> None:
    mongo = ReplicaSet()
    mongo.logs["a"].append("v2")
    mongo.send("a")
    assert mongo.read("a", concern) == "v2"
