import pytest

from snippets.networking import event_stream_resume
from snippets.networking.event_stream_resume import EVENTS, after, run


def test_after_the_last_id_nothing_is_lost_and_nothing_comes_twice() -> None:
    assert run(after) == (0, 0, 0)


def test_without_an_id_the_events_of_each_outage_are_lost() -> None:
    lost, twice, reported = run(lambda _, newest: newest)
    assert lost > EVENTS / 10
    assert (twice, reported) == (0, 0)


def test_repeating_the_last_ten_loses_some_and_doubles_others() -> None:
    lost, twice, _ = run(lambda _, newest: max(1, newest - 9))
    assert lost > 0
    assert twice > 0


def test_an_id_that_counts_before_its_event_is_complete_loses_events() -> None:
    lost, twice, _ = run(after, early=True)
    assert lost > 0
    assert twice == 0


@pytest.mark.parametrize("keep", [1, 5, 20])
def test_what_the_server_has_deleted_it_reports(keep: int) -> None:
    lost, twice, reported = run(after, keep=keep)
    assert lost == reported
    assert twice == 0
    assert (lost > 0) == (keep < 20)


def test_a_path_that_never_breaks_loses_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(event_stream_resume, "CUT", 0.0)
    assert run(lambda _, newest: newest) == (0, 0, 0)
