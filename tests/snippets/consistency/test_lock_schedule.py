from itertools import product

import pytest

from snippets.consistency.lock_schedule import (
    Guard,
    Model,
    State,
    moves,
    search,
    simulate,
)


@pytest.mark.parametrize("lease", [1, 2, 3])
def test_a_loss_exists_where_theory_says(lease: int) -> None:
    for work, late, slow in product(range(4), range(4), range(3)):

        def lost(guard: Guard) -> bool:
            setting = (lease, work, late, slow)  # noqa: B023
            return bool(search(Model(guard, *setting, "Never"))[0])

        assert lost("None") == (work + late >= lease)
        assert lost("Token at write") == (work + late >= lease)
        assert lost("Asks") == (min(work, lease - 1) + late >= lease)
        trusted = min(work, lease + slow - 1)
        assert lost("Own clock") == (trusted + late >= lease)
        assert not lost("Token at both")


def shorter(at: State, model: Model, steps: int) -> bool:
    """Whether any schedule of so many steps loses; nothing is remembered."""
    return at.lost or (
        steps > 0
        and any(
            shorter(after, model, steps - 1) for _, after in moves(at, model)
        )
    )


@pytest.mark.parametrize("guard", ["None", "Asks", "Token at write"])
def test_no_shorter_schedule_loses(guard: Guard) -> None:
    model = Model(guard, 2, 1, 1, 0, "Never")
    way, _ = search(model)
    assert way
    assert shorter(State(), model, len(way))
    assert not shorter(State(), model, len(way) - 1)


def test_the_steps_lose_an_addition_when_replayed() -> None:
    table = simulate()
    counter, read = 0, {"Ada": 0, "Bob": 0}
    writes = 0
    for row in range(len(table["#"])):
        for who in read:
            if table[who][row] == "reads":
                read[who] = counter
            elif table[who][row] == "writes":
                counter, writes = read[who] + 1, writes + 1
    assert (counter, writes) == (1, 2)


def test_only_a_forgotten_token_breaks_the_token_at_both() -> None:
    assert not search(Model("Token at both", 3, 3, 3, 2, "Forgets holder"))[0]
    assert search(Model("Token at both", 2, 1, 1, 0, "Forgets all"))[0]
