"""A page shows what its lab simulates with the defaults."""

from pathlib import Path

import pytest

from blocks.simulation import Simulation, Value, is_drawn, read_table
from tests.paths import SNIPPETS
from tests.snippets.tables import labs, record, simulated

pytestmark = pytest.mark.rule


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything recorded once more, elsewhere."""
    folder = tmp_path_factory.mktemp("snippets")
    for lab in labs():
        (folder / lab).parent.mkdir(exist_ok=True)
    record(folder, labs())
    return folder


def recorded(suffix: str, folder: Path = SNIPPETS) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob(f"*{suffix}")
    }


@pytest.mark.parametrize("suffix", [".csv", ".svg"])
def test_tables_and_pictures_are_those_of_the_defaults(
    again: Path, suffix: str
) -> None:
    now, then = recorded(suffix, again), recorded(suffix)
    assert now
    assert sorted(now) == sorted(then), (
        f"labs without {suffix}, or the reverse: run `make outputs`"
    )
    changed = [name for name in now if now[name] != then[name]]
    assert not changed, (
        f"{changed} show something else than was recorded: if that is meant, "
        "run `make outputs` and read the difference"
    )


@pytest.mark.parametrize("lab", labs())
def test_each_end_of_each_knob_gives_a_table_of_the_same_kind(lab: str) -> None:
    code = (SNIPPETS / lab).read_text(encoding="utf-8")
    file = (SNIPPETS / lab).with_suffix(".csv")
    assert file.is_file(), (
        f"snippets/{lab} has no recorded table: run `make outputs`"
    )
    drawn = is_drawn(read_table(file))
    for knob in Simulation.read(code).knobs:
        ends: list[Value | None] = [knob.low, knob.high]
        if isinstance(knob.value, bool):
            ends = [not knob.value]
        for value in knob.choices or ends:
            if value is not None:
                table = simulated(lab, **{knob.name: value})
                assert is_drawn(table) == drawn, (
                    f"snippets/{lab}: with {knob.name} = {value!r} it returns "
                    "steps in place of numbers, or the reverse: keep to one"
                )


def test_what_is_not_recorded_again_stays(tmp_path: Path) -> None:
    kept = recorded(".csv") | recorded(".svg")
    for name, text in kept.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "orphan.svg").write_text("")
    record(tmp_path, [])
    assert recorded(".csv", tmp_path) | recorded(".svg", tmp_path) == kept
