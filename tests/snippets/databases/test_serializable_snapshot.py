import random
from itertools import permutations

import pytest

from snippets.databases.serializable_snapshot import STORIES, run


@pytest.mark.parametrize(
    ("story", "refused"),
    [
        ("two doctors", ["bob"]),
        ("report after the close", ["sale"]),
        ("report before the close", []),
        ("no cycle", ["two"]),
    ],
)
def test_who_is_refused(story: str, refused: list[str]) -> None:
    ends = run(STORIES[story])
    assert [name for name, end in ends.items() if end != "ok"] == refused


def test_who_is_refused_may_try_again_and_succeeds() -> None:
    again = f"{STORIES['two doctors']}, bob r ada bob, bob c"
    assert run(again) == {"ada": "ok", "bob": "ok"}


def test_one_edge_alone_refuses_nobody() -> None:
    assert run("ada r x, bob r y, bob c x, ada c z") == {
        "bob": "ok",
        "ada": "ok",
    }


def test_transactions_one_after_the_other_are_never_refused() -> None:
    assert run("a r x y, a c x, b r x y, b c y, c r x y, c c x")["c"] == "ok"


def histories(rng: random.Random) -> str:
    """Three or four transactions; each row is written by one at most."""
    names = ["a", "b", "c", "d"][: rng.choice([3, 4])]
    rows = ["u", "v", "w", "x"]
    free = rng.sample(rows, len(names))
    steps = {
        name: [
            f"{name} r {' '.join(rng.sample(rows, 2))}",
            f"{name} c {free.pop()}" if rng.random() < 0.8 else f"{name} c",
        ]
        for name in names
    }
    order = rng.sample([*names, *names], 2 * len(names))
    return ", ".join(steps[name].pop(0) for name in order)


def serializable(history: str, committed: set[str]) -> bool:
    """Whether one after the other, in some order, they would read the same."""
    database: dict[str, str] = {}
    saw: dict[str, dict[str, str | None]] = {}
    wrote: dict[str, list[str]] = {}
    for step in history.split(", "):
        name, verb, *rows = step.split()
        if verb == "r":
            saw[name] = {row: database.get(row) for row in rows}
        elif name in committed:
            database |= dict.fromkeys(rows, name)
            wrote[name] = rows
    for order in permutations(sorted(committed)):
        serial: dict[str, str] = {}
        for name in order:
            if saw[name] != {row: serial.get(row) for row in saw[name]}:
                break
            serial |= dict.fromkeys(wrote[name], name)
        else:
            return True
    return False


def test_what_commits_is_serializable_in_3000_random_histories() -> None:
    rng = random.Random(3)
    anomalies = refusals = in_vain = 0
    for _ in range(3000):
        history = histories(rng)
        ends = run(history)
        assert serializable(
            history, {name for name, end in ends.items() if end == "ok"}
        ), history
        anomaly = not serializable(history, {*ends})
        refused = "40001" in ends.values()
        assert refused or not anomaly
        anomalies += anomaly
        refusals += refused
        in_vain += refused and not anomaly
    assert anomalies > 100
    assert in_vain > 50
    assert refusals == anomalies + in_vain
