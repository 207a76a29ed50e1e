from itertools import permutations, product

from snippets.consistency.session_guarantees import GUARANTEES, LOG, check

type Event = tuple[str, str, str, str]  # who, place, kind, what


def events(log: list[str]) -> list[Event]:
    found: list[Event] = []
    for line in log:
        words = line.split()
        if words[0] == "copy":
            found.append(("", words[2], "copy", words[1]))
        else:
            found.append((words[0], words[1], words[2], words[3]))
    return found


def by_definition(log: list[str]) -> dict[str, set[tuple[str, str]]]:
    """The four definitions of Terry et al.: each pair that breaks one."""
    broken: dict[str, set[tuple[str, str]]] = {}
    whole = events(log)

    def database(place: str, until: int) -> list[str]:
        """The writes of a replica, in order, after `until` events."""
        writes = [e for e in whole[:until] if e[1] == place]
        return [what for _, _, kind, what in writes if kind != "read"]

    def relevant(i: int) -> list[str]:
        """The last write of the register that the read at i returns."""
        _, place, _, key = whole[i]
        held = database(place, i)
        return [w for w in held if w.startswith(f"{key}=")][-1:]

    pairs = [(i, j) for j in range(len(whole)) for i in range(j)]
    for i, j in [(i, j) for i, j in pairs if whole[i][0] == whole[j][0] != ""]:
        one, two = whole[i], whole[j]
        before = [one[3]] if one[2] == "write" else relevant(i)
        if two[2] == "read":
            name = GUARANTEES[0 if one[2] == "write" else 1]
            if not set(before) <= set(database(two[1], j)):
                broken.setdefault(name, set()).add((log[i], log[j]))
            continue
        name = GUARANTEES[2 if one[2] == "write" else 3]
        for place, until in product(["r", "s"], range(len(whole) + 1)):
            held = database(place, until)
            if two[3] in held and not set(before) <= set(
                held[: held.index(two[3])]
            ):
                broken.setdefault(name, set()).add((log[i], log[j]))
    return broken


LINES = [
    "a r write x=1",
    "a s write y=2",
    "a s read x",
    "a r read y",
    "b r read x",
    "b s read x",
    "b s write z=3",
    "copy x=1 s",
    "copy y=2 r",
    "copy z=3 r",
]


def sound(log: tuple[str, ...]) -> bool:
    """No write is copied before it is made."""
    made: set[str] = set()
    for line in log:
        words = line.split()
        if words[0] == "copy" and words[1] not in made:
            return False
        if words[2] == "write":
            made.add(words[3])
    return True


def pair_of(text: str, log: tuple[str, ...]) -> tuple[str, str]:
    """The two operations that a contradiction names; of a copy, its write."""
    first, second = text.split(": without ")[0].split("\n  ")
    if second.startswith("copy "):
        what = second.split()[1]
        second = next(s for s in log if s.endswith(f"write {what}"))
    return first, second


def test_agrees_with_the_definitions_on_all_short_logs() -> None:
    seen = dict.fromkeys(GUARANTEES, 0)
    logs = [log for n in (2, 3, 4) for log in permutations(LINES, n)]
    for log in filter(sound, logs):
        broken, right = check("\n".join(log)), by_definition(list(log))
        assert set(broken) == set(right), log
        for name, pairs in broken.items():
            assert {pair_of(text, log) for text in pairs} <= right[name], log
            seen[name] += 1
    assert min(seen.values()) > 10


def test_the_story_breaks_two_and_names_the_missing_write() -> None:
    broken = check(LOG)
    assert list(broken) == ["monotonic reads", "writes follow reads"]
    assert broken["monotonic reads"] == [
        "bob oslo read  post\n  bob rome read  post: without post=1"
    ]


def test_either_of_the_two_operations_alone_breaks_nothing() -> None:
    for gone in ("bob oslo read  post", "bob rome read  post"):
        assert "monotonic reads" not in check(LOG.replace(f"{gone}\n", ""))


def test_another_clients_reads_promise_nothing() -> None:
    assert check("a r write x=1\nb s read x") == {}


def test_a_read_shows_the_last_write_of_its_register_only() -> None:
    log = ["a r write x=1", "a r write x=2", "b r read x", "copy x=2 s"]
    log.append("b s read x")
    assert set(check("\n".join(log))) == set(by_definition(log))
    assert "monotonic reads" not in check("\n".join(log))
