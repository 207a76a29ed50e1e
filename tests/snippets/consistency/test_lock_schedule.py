from itertools import product
from math import inf
from typing import get_args

import pytest

from snippets.consistency.lock_schedule import (
    Fault,
    Guarantee,
    Guard,
    Lease,
    Model,
    State,
    moves,
    search,
    simulate,
)

SAFE: Guarantee = "No addition lost"
FREE: Guarantee = "Bob gets the lock"
GUARDS: tuple[Guard, ...] = get_args(Guard)
FAULTS: tuple[Fault, ...] = get_args(Fault)
LEASES = (1, 2, 3, inf)
SILENT = ("Crash", "Release lost", "Cut off")  # the lock is never released


@pytest.mark.parametrize("guard", GUARDS)
def test_a_loss_exists_where_theory_says(guard: Guard) -> None:
    for fault, lease in product(FAULTS, LEASES):
        for work, late in product(range(4), range(4)):
            # How long a client can hold the lock unknown to a guard.
            unknown = {
                "None": work + late,
                "Renews": late + (work if fault == "Cut off" else 0),
                "Asks": min(work, lease - 1) + late,
                "Own clock": min(work, lease - (fault != "Slow clock")) + late,
                "Token at write": work + late,
                "Token at both": 0,
            }[guard]
            forgets = fault == "Forgets all" or (
                fault == "Forgets holder" and guard != "Token at both"
            )
            found = search(Model(SAFE, guard, fault, lease, work, late))[0]
            assert bool(found) == (forgets or unknown >= lease), found


@pytest.mark.parametrize("guard", GUARDS)
def test_bob_waits_for_ever_only_for_a_release_without_a_lease(
    guard: Guard,
) -> None:
    for fault, lease in product(FAULTS, LEASES):
        for work, late in product((0, 3), (0, 3)):
            found = search(Model(FREE, guard, fault, lease, work, late))[0]
            assert bool(found) == (lease == inf and fault in SILENT), found


@pytest.mark.parametrize("guard", GUARDS)
def test_after_a_fault_bob_waits_for_one_lease_at_most(guard: Guard) -> None:
    for fault, lease in product(SILENT, LEASES[:-1]):
        model = Model(FREE, guard, fault, lease, 2, 2)
        seen = {(State(), 0)}
        for at, waited in (queue := [*seen]):
            assert waited <= lease
            for _, after in moves(at, model):
                passed = at.holder == 0 and after.left < at.left
                waits = passed and (at.cut or at.clients[0].done > 3)
                pair = (after, waited + waits)
                if pair not in seen:
                    seen.add(pair)
                    queue.append(pair)
        assert fault != "Crash" or max(seconds for _, seconds in seen) == lease


@pytest.mark.parametrize("guard", GUARDS)
def test_every_schedule_begins_with_the_lock(guard: Guard) -> None:
    for fault in FAULTS:
        model = Model(SAFE, guard, fault, 2, 1, 1)
        first = [told for told, _ in moves(State(), model)]
        assert first == [["locks", "", ""]]


def test_who_is_cut_off_asks_in_vain() -> None:
    way, _ = search(Model(FREE, "Asks", "Cut off", inf, 1, 1))
    assert [told for told, _ in way] == [
        ["locks", "", ""],
        ["reads", "", ""],
        ["", "", "Ada cut off"],
        ["asks, gives up", "", ""],
    ]


def replay(table: dict[str, list[str | None]], model: Model) -> str:
    """What the rows do, from their words and absolute times alone."""
    holder, until, now, counter, issued = "", 0.0, 0, 0, 0
    read, token, shown = dict[str, int](), dict[str, int](), 0
    mute, lost = False, ""
    cells = (table[name][:-1] for name in ("Ada", "Bob", "Server", "Store"))
    for ada, bob, server, store in zip(*cells, strict=True):
        mute |= server in ("Ada cut off", "no release")
        if {ada, bob} <= {None, "works 1 s", "late by 1 s"} and (ada or bob):
            now += 1
            works = {"Ada": ada, "Bob": bob}[holder] == "works 1 s"
            heard = holder == "Bob" or not mute
            if model.guard == "Renews" and works and heard:
                until = now + model.lease
            assert (server == "lease ends") == (now == until)
            holder = holder if now < until else ""
            continue
        if server and "restarts" in server:
            holder, issued = "", 0 if "all" in server else issued
        who, says = ("Ada", ada) if ada else ("Bob", bob or "")
        if says == "locks":
            assert not holder
            holder, until, issued = who, now + model.lease, issued + 1
            token[who] = issued
        unheard = who == "Ada" and mute
        if says.startswith("asks"):
            assert ("gives up" in says) == (unheard or holder != who)
        if says.endswith("!"):
            assert token[who] >= shown
            shown = token[who]
        if says.startswith("reads"):
            read[who] = counter
        if says.startswith("writes"):
            lost = lost if read[who] == counter else "an addition"
            counter = read[who] + 1
            assert (server == "no release") == (unheard and holder == who)
            holder = "" if holder == who and not unheard else holder
        assert store == f"n={counter}"
    waits = holder == "Ada" and until == inf and "Bob" not in token
    return lost or ("Bob's turn" if waits else "")


@pytest.mark.parametrize("guard", GUARDS)
def test_the_steps_break_the_guarantee_when_replayed(guard: Guard) -> None:
    broken = {SAFE: "an addition", FREE: "Bob's turn"}
    lasts: tuple[Lease, ...] = get_args(Lease)
    for guarantee, fault in product(broken, FAULTS):
        for lease, last in zip(LEASES, lasts, strict=True):
            model = Model(guarantee, guard, fault, lease, 1, 1)
            table = simulate(guarantee, guard, fault, last)
            none = table["#"] == ["none"]
            assert replay(table, model) == ("" if none else broken[guarantee])


def shorter(at: State, model: Model, steps: int) -> bool:
    """Whether any schedule of so many steps breaks it; nothing is remembered.

    Without a lease Bob is blocked once Ada can do no more and holds the lock.
    """
    if model.guarantee == SAFE and at.lost:
        return True
    then = [after for _, after in moves(at, model) if after != at]
    if model.guarantee == FREE and not then and at.holder == 0:
        return True
    return steps > 0 and any(shorter(a, model, steps - 1) for a in then)


@pytest.mark.parametrize(
    ("guarantee", "guard", "fault", "lease"),
    [
        *((SAFE, guard, "None", 2) for guard in ("None", "Asks")),
        *((SAFE, "None", fault, 2) for fault in FAULTS),
        *((SAFE, guard, "Forgets all", 2) for guard in GUARDS),
        (SAFE, "Renews", "Cut off", 2),
        (SAFE, "Own clock", "Slow clock", 2),
        *((FREE, guard, fault, inf) for guard in GUARDS for fault in SILENT),
    ],
)
def test_no_shorter_schedule_breaks_it(
    guarantee: Guarantee, guard: Guard, fault: Fault, lease: float
) -> None:
    model = Model(guarantee, guard, fault, lease, 1, 1)
    way, _ = search(model)
    assert way
    assert shorter(State(), model, len(way))
    assert not shorter(State(), model, len(way) - 1)
