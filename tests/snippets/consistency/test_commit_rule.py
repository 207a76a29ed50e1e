import pytest

from snippets.consistency import commit_rule
from snippets.consistency.commit_rule import COMMIT, START, VOTE, search, steps


def test_with_both_rules_no_schedule_loses_what_was_committed() -> None:
    assert search({VOTE, COMMIT})[0] == []


def test_nor_does_any_further_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commit_rule, "TERMS", 5)
    monkeypatch.setattr(commit_rule, "ENTRIES", 3)
    way, states = search({VOTE, COMMIT})
    assert way == []
    assert states > 10_000


def test_a_stale_log_that_wins_loses_an_entry() -> None:
    assert search({COMMIT})[0][-1] == "3 leads by 1"


def test_without_the_term_rule_it_takes_the_story_of_figure_8() -> None:
    assert search({VOTE})[0] == [
        "1 leads by 2",
        "1 appends",
        "2 leads by 3",
        "2 appends",
        "1 leads by 3",
        "1 sends to 3",
        "2 leads by 1",
    ]


def test_something_is_committed_at_all() -> None:
    state = START
    for name in ["1 leads by 2", "1 appends", "1 sends to 2"]:
        state = dict(steps(state, {VOTE, COMMIT}))[name]
    assert state[0] == (1,)


def test_an_entry_of_the_own_term_commits_those_before_it() -> None:
    state = START
    names = ["1 leads by 2", "1 appends", "1 leads by 3", "1 sends to 3"]
    for name in names:
        state = dict(steps(state, {VOTE, COMMIT}))[name]
    assert state[0] == ()
    for name in ["1 appends", "1 sends to 3"]:
        state = dict(steps(state, {VOTE, COMMIT}))[name]
    assert state[0] == (1, 2)


def test_a_message_removes_only_what_disagrees() -> None:
    state = START
    for name in ["1 leads by 2", "1 appends", "2 leads by 3", "2 sends to 1"]:
        state = dict(steps(state, {VOTE, COMMIT}))[name]
    assert state[1][1] == (2, False, (1,))
    for name in ["2 appends", "2 sends to 1"]:
        state = dict(steps(state, {VOTE, COMMIT}))[name]
    assert state[1][1] == (2, False, (2,))


def test_an_old_leader_is_not_heard() -> None:
    state = START
    for name in ["1 leads by 2", "3 leads by 2"]:
        state = dict(steps(state, {VOTE, COMMIT}))[name]
    after = dict(steps(state, {VOTE, COMMIT}))
    assert "1 sends to 2" not in after
    assert "3 sends to 1" in after
