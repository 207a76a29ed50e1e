from random import Random
from statistics import fmean

import pytest

from snippets.networking.page_throughput import (
    LINK,
    TRIPS,
    Connection,
    gap,
    simulate,
)


def columns(table: dict[str, list[float]], row: int) -> list[float]:
    """HTTP/1.1, HTTP/2 and HTTP/3 at this loss."""
    return [table[name][row] for name in TRIPS]


@pytest.mark.parametrize("sending", ["In turns", "One by one"])
@pytest.mark.parametrize("shown", ["Whole page", "Mean file"])
@pytest.mark.parametrize("files", [2, 16, 80])
@pytest.mark.parametrize("size", [2, 13, 40])
@pytest.mark.parametrize("round_trip", [20, 33, 200])
def test_without_loss_theory_is_exact(
    shown: str,
    files: int,
    size: int,
    sending: str,
    round_trip: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("snippets.networking.page_throughput.PERCENT", [0.0])
    monkeypatch.setattr("snippets.networking.page_throughput.LOADS", 1)
    table = simulate(shown, files, size, sending, round_trip)  # type: ignore[arg-type]
    for name in TRIPS:
        predicted = table[f"{name[5:]} no loss (theory)"]
        assert table[name] == pytest.approx(predicted, rel=1e-9)


def test_ten_segments_take_one_round_trip_and_the_next_ten_another() -> None:
    # Two files of 5 segments, then two of 6; the handshakes take two trips.
    within = simulate(files=2, size=7)["HTTP/2"][0]
    assert within == pytest.approx(3 * 50 + 10 / LINK)
    beyond = simulate(files=2, size=8)["HTTP/2"][0]
    assert beyond == pytest.approx(4 * 50 + 2 / LINK)


def test_the_page_counts_round_trips_as_its_text_does() -> None:
    # Two for handshakes, six for 420 segments; 110 last ones at 50 Mbit/s.
    last = 110 * 1_460 * 8 / 50_000
    assert simulate()["HTTP/2"][0] == pytest.approx(8 * 50 + last)


def test_each_file_of_a_connection_costs_a_round_trip() -> None:
    # 60 files of 2 segments, ten to each of six connections.
    times = simulate(size=2, handshakes=False)["HTTP/1.1"]
    assert 10 * 50 < times[0] < 11 * 50


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    ("loss", "within"), [(0.001, 0.05), (0.005, 0.05), (0.02, 0.12)]
)
def test_a_long_answer_goes_at_the_rate_of_the_square_root_law(
    loss: float, within: float, seed: int
) -> None:
    rng = Random(seed)
    line = Connection(100, 1e6, loss, rng, gap(loss, rng.random()))
    count = round(3_000 / loss)
    line.send(count)
    per_trip = count / (line.free / 100)
    assert per_trip == pytest.approx(1.3098 / loss**0.5, rel=within)


def test_what_is_lost_comes_a_round_trip_later_and_halves_the_window() -> None:
    line = Connection(100, 10.0, 1e-9, Random(1), 3)
    arrivals = line.send(10)
    assert arrivals.index(max(arrivals)) == 3
    assert max(arrivals) == pytest.approx(2 * 100 + 0.1)
    assert arrivals[9] == pytest.approx(100 + 1.0)
    assert 5 <= line.window < 6


def test_gaps_have_the_mean_that_the_loss_says() -> None:
    rng = Random(3)
    for loss in [0.5, 0.1, 0.01]:
        found = [gap(loss, rng.random()) for _ in range(20_000)]
        assert fmean(found) == pytest.approx(1 / loss - 1, rel=0.04)


@pytest.mark.parametrize("seed", range(3))
def test_one_connection_wins_without_loss_and_loses_with_it(seed: int) -> None:
    table = simulate(seed=seed)
    six, one, _ = columns(table, 0)
    assert one < 0.65 * six
    six, one, _ = columns(table, -1)
    assert one > 2 * six


def test_quic_saves_the_whole_page_a_handshake_and_nothing_else() -> None:
    with_, without = simulate(), simulate(handshakes=False)
    for row in range(5):
        _, tcp, quic = columns(with_, row)
        assert tcp - quic == pytest.approx(50)
        _, tcp, quic = columns(without, row)
        assert tcp == pytest.approx(quic)


@pytest.mark.parametrize("sending", ["In turns", "One by one"])
def test_quic_saves_a_single_file_the_wait_for_others(sending: str) -> None:
    table = simulate("Mean file", sending=sending, handshakes=False)  # type: ignore[arg-type]
    for row in range(1, 5):
        _, tcp, quic = columns(table, row)
        assert 0.5 < tcp - quic < 50


def test_one_file_after_the_other_is_there_sooner_on_average() -> None:
    turns = simulate("Mean file")["HTTP/2"]
    singly = simulate("Mean file", sending="One by one")["HTTP/2"]
    assert all(a > 1.2 * b for a, b in zip(turns, singly, strict=True))


def test_the_figures_of_the_page_are_near_the_mean_of_20_seeds() -> None:
    tables = [simulate(seed=seed) for seed in range(100, 120)]
    for name in TRIPS:
        for row, shown in enumerate(simulate()[name]):
            mean = fmean(table[name][row] for table in tables)
            assert shown == pytest.approx(mean, rel=0.08)


@pytest.mark.parametrize("seed", range(60))
def test_another_seed_stays_within_what_the_page_says(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("snippets.networking.page_throughput.PERCENT", [2.0])
    assert 1_844 <= round(simulate(seed=seed)["HTTP/2"][-1]) <= 2_458


@pytest.mark.parametrize("seed", range(6))
def test_more_loss_takes_longer_with_the_same_luck(seed: int) -> None:
    table = simulate(files=16, size=40, seed=seed)
    for name in ("HTTP/2", "HTTP/3"):
        assert table[name] == sorted(table[name])


def test_the_same_seed_gives_the_same_table() -> None:
    assert simulate(seed=5) == simulate(seed=5)
    assert simulate(seed=5) != simulate(seed=6)
