from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from typing import get_args

import pytest

from snippets.caching.stampede_schedule import (
    BACK,
    FILL,
    LOCKED,
    NAMES,
    ONE,
    WAIT,
    Guarantee,
    Model,
    Protection,
    search,
    simulate,
)

Setting = tuple[int, int, int, bool]
SETTINGS = list(product(range(1, 5), range(1, 3), range(3), (False, True)))
SMALL = [
    (lock_life, work, late, crash)
    for lock_life in (1, 2, 3)
    for work, late in ((1, 0), (1, 1), (2, 1))
    for crash in (False, True)
]
GUARANTEES, PROTECTIONS = get_args(Guarantee), get_args(Protection)


@dataclass
class World:
    """A model of its own: by the clock, and moved by a schedule's words."""

    now: int = 0
    phase: dict[str, str] = field(default_factory=dict)
    since: dict[str, int] = field(default_factory=dict)
    got: dict[str, str] = field(default_factory=dict)
    owner: str = ""
    until: int = 0
    origin: str = "old"
    entry: str = "empty"
    wrong: bool = False

    def copy(self) -> "World":
        phase, since, got = {**self.phase}, {**self.since}, {**self.got}
        return replace(self, phase=phase, since=since, got=got)

    def computing(self) -> list[str]:
        return [name for name in NAMES if self.phase.get(name) == "computes"]


def word(world: World, who: str, text: str, model: Model) -> World | None:
    """The world after a reader did this; None if it could not."""
    new = world.copy()
    age = world.now - world.since.get(who, 0)
    verb, value = text.rsplit(" ", 1) if " " in text else (text, "")
    holds = world.owner == who
    tokens = model.protection in ("Token at store", "Lease")
    missing = world.entry == "empty"
    new.phase[who], new.since[who] = "over", world.now
    if verb == ("reads" if model.protection == "None" else "locks, reads"):
        legal = missing and not world.owner and value == world.origin
        new.phase[who], new.got[who] = "computes", value
        if model.protection != "None":
            new.owner, new.until = who, world.now + model.lock_life
        busy = new.computing()
        fresh = [n for n in busy if new.since[n] + model.lock_life > new.now]
        new.wrong = (model.guarantee == ONE and len(busy) > 1) or (
            model.guarantee == LOCKED and len(fresh) > 1
        )
    elif text == "misses":
        legal = missing and world.owner != "" and model.guarantee == WAIT
        new.phase[who] = "waits"
    elif verb == "finds":
        legal = not missing and value == world.entry
    elif text == "crashes":
        legal = model.crash and "crashed" not in world.phase.values()
        new.phase[who] = "crashed"
    elif text == "is refused":
        legal = age >= model.work and tokens and not holds
    else:
        legal = verb == "stores" and age >= model.work
        legal &= value == world.got.get(who) and (holds or not tokens)
        new.entry = value
        if holds or model.protection == "Lock":
            new.owner = ""
        new.wrong = value == "old" and (
            (model.guarantee == BACK and world.entry == "new")
            or (model.guarantee == FILL and world.origin == "new")
        )
    return new if legal else None


def tick(world: World, model: Model) -> tuple[tuple[str, ...], World] | None:
    """A second, and what it is called; None if somebody has to act first."""
    new, texts = world.copy(), []
    new.now += 1
    for who in NAMES:
        phase, age = world.phase.get(who), new.now - world.since.get(who, 0)
        if phase == "computes" and age > model.work + model.late:
            return None
        if phase == "waits" and (world.entry != "empty" or not world.owner):
            return None
        late = phase == "computes" and age > model.work
        texts.append("late 1 s" if late else f"{phase} 1 s")
        if phase not in ("computes", "waits"):
            texts[-1] = ""
        new.wrong |= model.guarantee == WAIT and phase == "waits" and age == 5
    ends = world.owner != "" and new.now == world.until
    new.owner = "" if ends else world.owner
    return (*texts, "lock ends" if ends else ""), new


def edit(world: World, model: Model) -> World | None:
    new = world.copy()
    new.origin, new.entry = "new", "empty"
    new.owner = "" if model.protection == "Lease" else world.owner
    return new if world.origin == "old" else None


READS = ["reads old", "reads new", "locks, reads old", "locks, reads new"]
WORDS = {  # by what a reader is at
    "away": [*READS, "misses"],
    "waits": [*READS, "finds old", "finds new"],
    "computes": ["stores old", "stores new", "is refused", "crashes"],
}


def choices(world: World, model: Model) -> Iterator[tuple[list[str], World]]:
    for n, name in enumerate(NAMES):
        for text in WORDS.get(world.phase.get(name, "away"), []):
            if new := word(world, name, text, model):
                yield [text if n == column else "" for column in range(4)], new
    if new := edit(world, model):
        yield ["", "", "", "edit"], new
    if (later := tick(world, model)) and (any(later[0]) or world.owner):
        yield list(later[0]), later[1]


def fewest_steps(model: Model) -> int:
    """Of this model's schedules, by layers; 0 if none breaks."""
    layer, known, steps = [World()], {repr(World())}, 0
    while layer:
        steps += 1
        after = [new for at in layer for _, new in choices(at, model)]
        if any(new.wrong for new in after):
            return steps
        layer = []
        for new in after:
            # What matters of the past is how long ago it was.
            aged = [
                new.now - new.since[who]
                for who in NAMES
                if new.phase.get(who) in ("computes", "waits")
            ]
            left = new.until - new.now if new.owner else 0
            read = [new.got[who] for who in new.computing()]
            parts = (aged, read, new.owner, left, new.origin, new.entry)
            state = repr((sorted(new.phase.items()), *parts))
            if state not in known:
                known.add(state)
                layer.append(new)
    return 0


@pytest.mark.parametrize("protection", PROTECTIONS)
@pytest.mark.parametrize("guarantee", GUARANTEES)
def test_a_schedule_is_as_short_as_the_shortest_of_another_model(
    guarantee: Guarantee, protection: Protection
) -> None:
    for setting in SMALL:
        model = Model(guarantee, protection, *setting)
        assert len(search(model)[0]) == fewest_steps(model), model


@pytest.mark.parametrize("guarantee", GUARANTEES)
def test_each_schedule_breaks_the_guarantee_when_replayed(
    guarantee: Guarantee,
) -> None:
    replayed = 0
    for protection, setting in product(PROTECTIONS, SETTINGS):
        model = Model(guarantee, protection, *setting)
        *rows, _ = zip(*simulate(*model).values(), strict=True)
        world = World()
        for _, ada, bob, cyd, cache in rows:
            said = [text or "" for text in (ada, bob, cyd)]
            assert cache
            news, shown = cache.split(": ") if ": " in cache else ("", cache)
            possible = {tuple(t): new for t, new in choices(world, model)}
            assert not world.wrong
            world = possible[*said, news]
            left = f", {world.owner} {world.until - world.now} s"
            assert shown == world.entry + (left if world.owner else "")
        assert world.wrong == bool(rows)
        replayed += bool(rows)
    assert replayed


def breaks(guarantee: Guarantee, protection: Protection) -> list[Setting]:
    return [
        setting
        for setting in SETTINGS
        if search(Model(guarantee, protection, *setting))[0]
    ]


def outlived(setting: Setting) -> bool:
    """Whether a reader can outlive its lock."""
    lock_life, work, late, _ = setting
    return work + late >= lock_life


def test_a_lock_lets_two_compute_if_and_only_if_one_outlives_it() -> None:
    expected = [setting for setting in SETTINGS if outlived(setting)]
    assert 0 < len(expected) < len(SETTINGS)
    assert breaks(ONE, "Lock") == expected
    assert breaks(ONE, "Owner check") == expected
    assert breaks(ONE, "Token at store") == expected


def test_an_unchecked_release_breaks_a_lock_that_lasts_still() -> None:
    expected = [setting for setting in SETTINGS if outlived(setting)]
    assert breaks(LOCKED, "Lock") == expected


def test_an_unchecked_release_lets_a_value_go_back() -> None:
    expected = [setting for setting in SETTINGS if outlived(setting)]
    assert breaks(BACK, "Lock") == expected


@pytest.mark.parametrize("protection", ["Owner check", "Token at store"])
def test_a_checked_release_leaves_one_in_its_lock_life(
    protection: Protection,
) -> None:
    assert not breaks(LOCKED, protection)


def test_an_owner_check_lets_a_value_go_back_after_a_whole_lock_life() -> None:
    expected = [s for s in SETTINGS if s[2] >= s[0]]
    assert 0 < len(expected) < len(SETTINGS)
    assert breaks(BACK, "Owner check") == expected


@pytest.mark.parametrize("protection", ["Token at store", "Lease"])
def test_a_token_at_the_store_lets_no_value_go_back(
    protection: Protection,
) -> None:
    assert not breaks(BACK, protection)


@pytest.mark.parametrize("protection", ["None", "Lock", "Owner check"])
def test_without_a_token_a_late_fill_is_always_possible(
    protection: Protection,
) -> None:
    assert breaks(FILL, protection) == SETTINGS


def test_a_token_alone_stores_late_fills_where_it_stores_at_all() -> None:
    expected = [s for s in SETTINGS if s[1] < s[0]]
    assert breaks(FILL, "Token at store") == expected


def test_a_lease_stores_no_late_fill() -> None:
    assert not breaks(FILL, "Lease")


@pytest.mark.parametrize("guarantee", [ONE, LOCKED])
def test_a_lease_lets_a_second_compute_after_an_edit(
    guarantee: Guarantee,
) -> None:
    assert breaks(guarantee, "Lease") == SETTINGS


@pytest.mark.parametrize("protection", PROTECTIONS[1:])
def test_who_waits_waits_for_two_locks_at_most(protection: Protection) -> None:
    def longest(lock_life: int, work: int, late: int, crash: bool) -> int:
        held = min(lock_life, work + late)
        return held + (lock_life if crash else held)

    expected = [s for s in SETTINGS if longest(*s) >= 5]
    assert 0 < len(expected) < len(SETTINGS)
    assert breaks(WAIT, protection) == expected


def test_without_a_lock_nobody_waits_and_all_else_breaks() -> None:
    assert not breaks(WAIT, "None")
    for guarantee in (ONE, LOCKED, BACK, FILL):
        assert breaks(guarantee, "None") == SETTINGS
