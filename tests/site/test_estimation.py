"""Estimates: what is drawn, worked out and judged; and the constants."""

import math
import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from blocks.constants import MONTHS, Constant, read_constants
from blocks.drill import by_hand, read_questions
from blocks.estimation import (
    COUNT,
    HALF_AN_ORDER,
    Powers,
    Question,
    draw,
    drill,
    judge,
    kinds,
    read,
)
from tests.paths import SNIPPETS

FILE = SNIPPETS / "review" / "constants.toml"
CONSTANTS = by_hand(read_constants(FILE))
QUESTIONS = read_questions(SNIPPETS / "review" / "questions.toml")
KINDS = kinds(QUESTIONS)
SEEDS = range(1, 201)
GOOD = tomllib.loads(FILE.read_text(encoding="utf-8"))["photo"]


def test_no_constant_is_without_source_and_none_is_too_old() -> None:
    constants = read_constants(FILE)
    assert len(constants) >= 20
    stale = [
        constant.key
        for constant in constants.values()
        if constant.is_stale(date.today())
    ]
    assert not stale, (
        f"nobody has looked at the source of {stale} for {MONTHS} months: look "
        f"it up, and change value, range and `checked` in {FILE.name}"
    )


@pytest.mark.parametrize(
    "field",
    "group name value low high range source url checked".split(),
)
def test_a_constant_without_this_is_refused(field: str) -> None:
    with pytest.raises(ValueError, match=f"photo has no {field}"):
        Constant.of("photo", GOOD | {field: ""})
    without = {name: text for name, text in GOOD.items() if name != field}
    with pytest.raises(ValueError, match=f"photo has no {field}"):
        Constant.of("photo", without)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"high": "1 MB"}, "not in its range"),
        ({"low": "3 MB"}, "not in its range"),
        ({"low": "1 MB/s"}, "mixes units"),
        ({"url": "a book"}, "no address"),
        ({"note": "big"}, "says nothing"),
        ({"range": "From small to big"}, "where its range is from"),
    ],
)
def test_a_constant_that_contradicts_itself_is_refused(
    wrong: dict[str, str], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        Constant.of("photo", GOOD | wrong)


def test_a_constant_is_stale_a_day_after_24_months() -> None:
    looked = Constant.of("photo", GOOD | {"checked": date(2026, 11, 27)})
    assert not looked.is_stale(date(2026, 11, 27))
    assert not looked.is_stale(date(2028, 11, 27))
    assert looked.is_stale(date(2028, 11, 28))
    assert looked.is_stale(date(2028, 12, 1))
    assert looked.is_stale(date(2031, 1, 1))


RATE = Powers(second=-1)
FLOW = Powers(byte=1, second=-1)
COST = Powers(second=-1, dollar=1)
MONTH = 30 * 86_400


@pytest.mark.parametrize(
    ("text", "value", "powers"),
    [
        ("12k req/s", 12_000, RATE),
        ("12k rps", 12_000, RATE),
        ("12,000 requests per second", 12_000, RATE),
        ("3 million/day", 3e6 / 86_400, RATE),
        ("3M a day", 3e6 / 86_400, RATE),
        ("2 queries per minute", 2 / 60, RATE),
        ("1.5 TB", 1.5e12, Powers(byte=1)),
        ("1,5e12 bytes", 1.5e12, Powers(byte=1)),
        ("1.5 × 10^12 B", 1.5e12, Powers(byte=1)),
        ("1 500 000 000 000 B", 1.5e12, Powers(byte=1)),
        ("~1500 gigabytes", 1.5e12, Powers(byte=1)),
        ("2 GiB", 2**31, Powers(byte=1)),
        ("16 Mbit", 2e6, Powers(byte=1)),
        ("16 Mb", 2e6, Powers(byte=1)),
        ("16 mb", 16e6, Powers(byte=1)),
        ("40 Gbit/s", 5e9, FLOW),
        ("40 Gbps", 5e9, FLOW),
        ("40 gigabits per second", 5e9, FLOW),
        ("5 GB/s", 5e9, FLOW),
        ("5 GBps", 5e9, FLOW),
        ("300 $/month", 300 / MONTH, COST),
        ("$300 a month", 300 / MONTH, COST),
        ("300 USD per month", 300 / MONTH, COST),
        ("300 €/month", 300 / MONTH, COST),
        ("0.3k$/month", 300 / MONTH, COST),
        ("$0.02/GB/month", 0.02e-9 / MONTH, Powers(-1, -1, 1)),
        ("7", 7, COUNT),
        ("7 servers", 7, COUNT),
        ("10^6", 1e6, COUNT),
        ("20 %", 0.2, COUNT),
        ("250 ms", 0.25, Powers(second=1)),
        ("250µs", 250e-6, Powers(second=1)),
    ],
)
def test_an_amount_is_read_as_people_write_it(
    text: str, value: float, powers: Powers
) -> None:
    found = read(text)
    assert found.powers == powers
    assert math.isclose(found.value, value, rel_tol=1e-9)


@pytest.mark.parametrize("text", ["", "many", "5 parsec", "1.2.3 B", "-5 B"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"number|unit"):
        read(text)


@pytest.mark.parametrize(
    ("text", "unit", "written"),
    [
        ("1 req/s", "requests/s", "1 request/s"),
        ("2 req/s", "requests/s", "2 requests/s"),
        ("0.2 servers", "servers", "1 server"),
        ("1 trip", "round trips", "1 round trip"),
        ("1 s", "s", "1 s"),
        ("1 million req/s", "requests/s", "1 million requests/s"),
    ],
)
def test_one_of_a_thing_is_written_as_one(
    text: str, unit: str, written: str
) -> None:
    assert read(text).by_hand(unit).text == written


# By itself, so that what the snippet reads and writes is checked by another.
WRITTEN = {
    "": 1.0, "%": 0.01, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "B": 1.0, "kB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12, "PB": 1e15,
    "EB": 1e18, "bit": 1 / 8, "kbit": 1e3 / 8, "Mbit": 1e6 / 8,
    "Gbit": 1e9 / 8, "Tbit": 1e12 / 8, "Pbit": 1e15 / 8, "ns": 1e-9,
    "µs": 1e-6, "ms": 1e-3, "s": 1.0, "hour": 3600.0, "hours": 3600.0,
    "day": 86_400.0, "days": 86_400.0, "month": 30 * 86_400.0,
}  # fmt: skip


def evaluated(term: str) -> float:
    """What a term of a chain comes to."""
    found = re.match(r"\$?([\d,.]+)", term)
    assert found, term
    value = float(found[1].replace(",", ""))
    over = False
    for word in re.findall(r"/|[^\s/]+", term[found.end() :]):
        factor = WRITTEN.get(word, 1.0)
        value = value / factor if over else value * factor
        over = word == "/"
    return value


@pytest.mark.parametrize("kind", KINDS)
def test_the_numbers_of_a_chain_give_its_results(kind: str) -> None:
    for seed in SEEDS:
        question = draw(QUESTIONS, CONSTANTS, kind, seed)
        assert 2 <= len(question.steps) <= 6
        result = 0.0
        for step in question.steps:
            told, _, shown = step.rpartition(" = ")
            first, *rest = re.split(" ([×÷+]) ", told.partition(": ")[2])
            value = evaluated(first)
            for sign, term in zip(rest[::2], rest[1::2], strict=True):
                match sign:
                    case "×":
                        value *= evaluated(term)
                    case "÷":
                        value /= evaluated(term)
                    case _:
                        value += evaluated(term)
            result = evaluated(shown)
            if shown.endswith(("servers", "replicas")):
                assert result == math.ceil(round(value, 6)), step
                assert result > 1, step
            else:
                assert math.isclose(value, result, rel_tol=0.05), step
        assert math.isclose(result, question.value.value, rel_tol=1e-6)


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_tells_all_that_its_chain_uses(kind: str) -> None:
    for seed in SEEDS:
        question = draw(QUESTIONS, CONSTANTS, kind, seed)
        assert "{" not in question.text
        assert question.text.endswith("?")
        for name in question.constants:
            chain = "\n".join(question.steps)
            assert CONSTANTS[name] in chain


def test_every_kind_that_is_promised_is_asked() -> None:
    assert KINDS == [
        "Requests per second",
        "Storage",
        "Bandwidth",
        "Cache size",
        "Replicas",
        "Latency",
        "Cost",
    ]


def test_a_seed_gives_the_same_question_everywhere() -> None:
    one, again = (draw(QUESTIONS, CONSTANTS, "Storage", 7) for _ in "ab")
    assert one == again
    assert (
        len({draw(QUESTIONS, CONSTANTS, "Storage", n).text for n in SEEDS}) > 50
    )


def asked(kind: str, text: str) -> Question:
    """The first question of the kind with this in its text."""
    for seed in SEEDS:
        question = draw(QUESTIONS, CONSTANTS, kind, seed)
        if text in question.text:
            return question
    raise LookupError(text)


@pytest.mark.parametrize("kind", KINDS)
def test_right_is_half_an_order_of_magnitude_in_any_unit(kind: str) -> None:
    units: dict[Powers, dict[str, float]] = {
        RATE: {"req/s": 1, "million/day": 1e6 / 86_400},
        Powers(byte=1): {"GB": 1e9, "bytes": 1, "Tbit": 1e12 / 8},
        FLOW: {"Gbit/s": 1e9 / 8, "MB/s": 1e6, "TB/day": 1e12 / 86_400},
        COUNT: {"": 1, "servers": 1},
        Powers(second=1): {"ms": 1e-3, "s": 1, "µs": 1e-6},
        COST: {"$/month": 1 / MONTH, "$/year": 1 / (365 * 86_400)},
    }
    assert 3.1 < HALF_AN_ORDER < 3.3
    for seed in range(1, 30):
        question = draw(QUESTIONS, CONSTANTS, kind, seed)
        for unit, size in units[question.value.powers].items():
            value = question.value.value / size
            for factor in (1, 3.1, 1 / 3.1):
                answer = f"{value * factor:.9g} {unit}"
                assert judge(question, answer)[0] == "right", answer
            for factor in (3.3, 1 / 3.3, 1000, 1e-6):
                answer = f"{value * factor:.9g} {unit}"
                assert judge(question, answer)[0] == "wrong", answer


def test_a_wrong_answer_is_told_its_factor_and_its_slip() -> None:
    page = asked("Bandwidth", "CDN")
    size = page.value.value
    assert judge(page, f"{size} bit/s")[1].endswith(
        "is too low by a factor of 8. A factor of about 8 is what bits and "
        "bytes differ by."
    )
    assert judge(page, f"{size * 86_400} B/s")[1].endswith(
        "is too high by a factor of 86,000. A factor of about 86,400 is "
        "between a second and a day."
    )
    assert "one step of the prefixes" in judge(page, f"{size / 1000} B/s")[1]
    assert judge(page, f"{size * 5.5} B/s")[1].endswith("by a factor of 5.5.")
    assert judge(page, f"{size * 6.4e6} B/s")[1].endswith(" of 6,400,000.")


def test_a_clock_is_no_slip_where_only_days_and_years_are_counted() -> None:
    kept = asked("Storage", "a year")
    assert "year" in kept.constants
    size = kept.value.value
    assert judge(kept, f"{size / 62} B")[1].endswith("by a factor of 62.")
    assert "a day and a year" in judge(kept, f"{size / 365} B")[1]


def test_a_factor_that_was_left_out_is_named() -> None:
    peak = asked("Requests per second", "5 times the mean")
    verdict, said = judge(peak, f"{peak.value.value / 5} req/s")
    assert verdict == "wrong"
    assert "the factor of the peak: was it left out?" in said
    peak = asked("Requests per second", "2 times the mean")
    verdict, said = judge(peak, f"{peak.value.value / 2} req/s")
    assert verdict == "right"
    assert "the factor of the peak: was it left out?" in said
    copies = asked("Storage", "3 copies")
    assert "of the copies" in judge(copies, f"{copies.value.value / 3} B")[1]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("1.5 TB", "“1.5 TB” is storage; asked is storage per time"),
        ("12k req/s", "is a count per time; asked is storage per time"),
        ("7", "is a count; asked is"),
        ("3 TB TB", "is something else; asked is"),
        ("many", "can't be read, as it does not start with a number: asked"),
        ("5 parsec", "“parsec” is no unit that is known here: asked"),
        ("0 B/s", "is nothing to compare with: asked"),
        ("1e999 B/s", "is nothing to compare with: asked"),
    ],
)
def test_another_dimension_is_told_what_is_asked(
    answer: str, said: str
) -> None:
    verdict, told = judge(asked("Bandwidth", "CDN"), answer)
    assert verdict == "unread"
    assert said in told
    assert told.endswith("storage per time, as in 40 Gbit/s or 5 GB/s.")


def test_a_tiny_answer_for_servers_is_wrong_and_no_error() -> None:
    servers = asked("Replicas", "servers")
    assert judge(servers, "0.0000001")[0] == "wrong"


def test_the_page_gets_a_table_of_the_parts() -> None:
    table = drill(QUESTIONS, CONSTANTS, "Cost", 7)
    assert table["part"][:4] == ["kind", "seed", "text", "step"]
    assert table["text"][:2] == ["Cost", "7"]
    answered = drill(QUESTIONS, CONSTANTS, "Cost", 7, "1 B")
    assert answered["part"][-2:] == ["verdict", "said"]
    assert answered["text"][-2] == "unread"


def test_no_drawn_amount_hides_a_constant() -> None:
    for question in QUESTIONS:
        assert not set(question["draw"]) & set(CONSTANTS), question["text"]
        labels = {label for label, _, _ in question["chain"]}
        assert not labels & {*CONSTANTS, *question["draw"]}, question["text"]


def test_each_file_is_read_by_a_block_or_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "constants.toml"
    wrong.write_text('[day]\nvalue = "86,400 s"\n', encoding="utf-8")
    with pytest.raises(ValueError, match="day has no group, no name"):
        read_constants(wrong)
