"""Estimates: questions drawn from a seed, worked out by hand, and judged.

    A service has {users} a day …
    Mean: 40 million requests ÷ 100,000 s = 400 requests/s
    12k req/s

are what is asked, a line of its chain, and what a reader writes. Runs here
and, as the text that it is, in the reader's browser. Knows no file: questions
and constants are given.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, NamedTuple

HALF_AN_ORDER = math.sqrt(10)
# A factor within which an error is that of a known slip.
CLOSE = 1.25
# One that is not worth a word.
NEAR = 1.05
SCALES = "kMGTPE"


class Powers(NamedTuple):
    """Which units an amount is a product of: bytes, seconds, dollars."""

    byte: int = 0
    second: int = 0
    dollar: int = 0


COUNT = Powers()
TIMES = {
    1e-9: "ns",
    1e-6: "µs μs us",
    1e-3: "ms",
    1: "s sec second",
    60: "min minute",
    3600: "h hr hour",
    86_400: "d day",
    7 * 86_400: "w week",
    30 * 86_400: "mo month",
    365 * 86_400: "yr year",
}
NUMBERS = {
    0.01: "%",
    1: "block character copy core instance item machine message node people "
    "person photo processor query replica request req round row server trip "
    "user uuid view",
    1e3: "k thousand",
    1e6: "m mio million",
    1e9: "g bn billion",
    1e12: "t trillion",
}
# In half an order of magnitude currencies are alike.
MONEY = {1: "$ € £ usd eur gbp dollar euro pound"}
UNITS = {
    name: (factor, powers)
    for kind, powers in (
        (TIMES, Powers(second=1)),
        (NUMBERS, COUNT),
        (MONEY, Powers(dollar=1)),
    )
    for factor, names in kind.items()
    for name in names.split()
}
MEANINGS = {
    COUNT: ("a count", "7"),
    Powers(second=-1): ("a count per time", "12k req/s"),
    Powers(byte=1): ("storage", "1.5 TB"),
    Powers(byte=1, second=-1): ("storage per time", "40 Gbit/s or 5 GB/s"),
    Powers(dollar=1): ("money", "300 $"),
    Powers(dollar=1, second=-1): ("money per time", "300 $/month"),
    Powers(second=1): ("a time", "250 ms"),
}
# Factors by which a slip is off.
BYTES = {8: "what bits and bytes differ by"}
CALENDAR = {
    12: "between a month and a year",
    30: "between a day and a month",
    365: "between a day and a year",
}
CLOCK = {
    24: "between an hour and a day",
    60: "between a second and a minute, or a minute and an hour",
    3600: "between a second and an hour",
    86_400: "between a second and a day",
}
PREFIXES = {1000: "one step of the prefixes k, M, G and T"}


def meaning(powers: Powers) -> str:
    """What an amount of these units is."""
    return MEANINGS.get(powers, ("something else", ""))[0]


# Between the terms of a chain.
SIGNS = re.compile(" ([×÷+]) ")


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount in bytes, seconds and dollars, and how it is written."""

    value: float
    powers: Powers
    text: str = ""

    def times(self, other: "Quantity", power: int = 1) -> "Quantity":
        """The product; with the power -1 the quotient."""
        powers = (
            mine + power * its
            for mine, its in zip(self.powers, other.powers, strict=True)
        )
        value = self.value * other.value**power
        return Quantity(value, Powers(*powers))

    def plus(self, other: "Quantity") -> "Quantity":
        """The sum; ValueError if it has no meaning."""
        if self.powers != other.powers:
            raise ValueError(f"{self.text} and {other.text} have no sum")
        return Quantity(self.value + other.value, self.powers)

    def by_hand(self, unit: str) -> "Quantity":
        """The same in this unit, to two digits; no part of a server."""
        one = read(f"1 {unit}")
        if one.powers != self.powers:
            raise ValueError(f"it is {meaning(self.powers)}, not in “{unit}”")
        number = self.value / one.value
        if unit in ("servers", "replicas"):
            number = max(math.ceil(round(number, 6)), 1)
        else:
            number = float(f"{number:.2g}")
        exponent = math.floor(math.log10(number) / 3)
        scale = ""
        if re.match("B|bit", unit):
            exponent = min(max(exponent, 0), len(SCALES))
            scale = ("", *SCALES)[exponent]
        elif unit == "s":
            exponent = min(max(exponent, -3), 0)
            scale = ("", "m", "µ", "n")[-exponent]
        else:
            exponent = min(exponent, 4) if exponent > 1 else 0
            scale = {2: "million ", 3: "billion ", 4: "trillion "}.get(
                exponent, ""
            )
        shown = f"{float(f'{number / 1000.0**exponent:.6g}'):,g} {scale}{unit}"
        if shown == f"1 {unit}":
            shown = re.sub(r"(\w{3,})s(?=/|$)", r"\1", shown)  # 1 request/s
        if "$" in unit:
            shown = f"${shown.replace(' $', '').replace('$', '')}"
        return read(shown.strip())


def read(text: str) -> Quantity:
    """The amount that a person wrote: 12k req/s, 1,5e12 bytes, $0.02/GB/month.

    Raises ValueError with what is not understood.
    """
    plain = re.sub(r"(?<=\d)[ '\u00a0\u202f](?=\d{3}(?!\d))", "", text.strip())
    plain = re.sub(r"(\d) *[x×*·] *10\^", r"\1e", plain)
    plain = re.sub(r"\b10\^", "1e", plain)
    found = re.match(r"[~≈]? *([$€£]?) *(\d[\d.,]*(?:[eE][+-]?\d+)?)", plain)
    if not found:
        raise ValueError("it does not start with a number")
    money, digits = found.groups()
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d*)?", digits):
        digits = digits.replace(",", "")
    try:
        value = float(digits.replace(",", "."))
    except ValueError:
        raise ValueError(f"“{digits}” is no number") from None
    total = Quantity(value, Powers(dollar=int(money != "")))
    rest = re.sub(r"\b(?:per|an?)\b", "/", plain[found.end() :])
    rest = re.sub(r"([bB])ps\b", r"\1/s", rest)
    rest = re.sub(r"[qrt]ps\b", "/s", rest)
    rest = re.sub(r"([kM])([$€£])", r"\1 \2", rest)
    power = 1
    for word in re.findall(r"/|[^\s/]+", rest):
        if word == "/":
            power = -1
        else:
            total = total.times(_unit(word), power)
            power = 1
    return Quantity(total.value, total.powers, text.strip())


def _unit(word: str) -> Quantity:
    lower = word.lower()
    for name in (lower, lower.removesuffix("s"), re.sub("ies$", "y", lower)):
        if name in UNITS:
            return Quantity(*UNITS[name])
    short = re.sub("(?i)([kmgtpe])(ilo|ega|iga|era|eta|xa)", r"\1", word)
    sizes = re.fullmatch(r"([kmgtpeKMGTPE]?)(i?)(b|B|(?i:bits?|bytes?))", short)
    if not sizes:
        raise ValueError(f"“{word}” is no unit that is known here")
    scale, binary, name = sizes.groups()
    # Gb are bits, as standards write it; who writes gb, minds no case.
    bits = name == "b" and scale == scale.upper()
    bits = bits or name.lower().startswith("bit")
    step = f" {SCALES}".lower().index(scale.lower() or " ")
    size = (1024.0 if binary else 1000.0) ** step
    return Quantity(size / (8 if bits else 1), Powers(byte=1))


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and the chain that answers it."""

    text: str
    steps: list[str]
    value: Quantity
    unit: str
    constants: list[str]  # that the chain uses
    forgettable: dict[float, str]  # factors, and what each is


def kinds(questions: Sequence[Mapping[str, Any]]) -> list[str]:
    """The kinds of questions, in their order."""
    return list(dict.fromkeys(question["kind"] for question in questions))


def draw(
    questions: Sequence[Mapping[str, Any]],
    constants: Mapping[str, str],
    kind: str,
    seed: int,
) -> Question:
    """The question of this kind and seed, the same everywhere."""
    random = Random(f"{kind} {seed}")
    asked = random.choice([each for each in questions if each["kind"] == kind])
    drawn = {name: random.choice(of) for name, of in asked["draw"].items()}
    return work_out(asked, constants, drawn)


def work_out(
    asked: Mapping[str, Any],
    constants: Mapping[str, str],
    drawn: Mapping[str, str],
) -> Question:
    """The question with these amounts; ValueError if its chain has no sense."""
    amounts = {
        name: read(text) for name, text in {**constants, **drawn}.items()
    }
    steps, used = [], []
    for label, unit, terms in asked["chain"]:
        pieces = SIGNS.split(terms)
        names, signs = pieces[::2], pieces[1::2]
        first, *others = [amounts.get(name) or read(name) for name in names]
        total, written = first, first.text
        try:
            for sign, other in zip(signs, others, strict=True):
                written += f" {sign} {other.text}"
                if sign == "+":
                    total = total.plus(other)
                else:
                    total = total.times(other, 1 if sign == "×" else -1)
            amounts[label] = total.by_hand(unit)
        except ValueError as error:
            raise ValueError(
                f"line “{label}” cannot be worked out, as {error}"
            ) from None
        steps.append(f"{label}: {written} = {amounts[label].text}")
        used += [name for name in names if name in constants]
    words = {"/s": " a second", "/hour": " an hour"}
    told = {
        name: re.sub(
            "/([a-z]+)", lambda per: words.get(per[0], f" a {per[1]}"), text
        )
        for name, text in drawn.items()
    }
    return Question(
        asked["text"].format(**told),
        steps,
        amounts[label],
        unit,
        list(dict.fromkeys(used)),
        {
            amounts[name].value: what
            for name, what in asked.get("forgettable", {}).items()
        },
    )


def judge(question: Question, answer: str) -> tuple[str, str]:
    """Whether it is `right`, `wrong` or `unread`, and what to say of it."""
    wanted, example = MEANINGS[question.value.powers]
    remedy = f"asked is {wanted}, as in {example}."
    try:
        given = read(answer)
    except ValueError as error:
        return "unread", f"“{answer}” can't be read, as {error}: {remedy}"
    if not 0 < given.value < math.inf:
        return "unread", f"“{answer}” is nothing to compare with: {remedy}"
    if given.powers != question.value.powers:
        return "unread", f"“{answer}” is {meaning(given.powers)}; {remedy}"
    ratio = given.value / question.value.value
    factor = max(ratio, 1 / ratio)
    rounded = float(f"{factor:.2g}")
    spelled = 1e6 <= rounded < 1e15
    off = f"{rounded:,.0f}" if spelled else f"{rounded:,g}"
    shown = given.by_hand(question.unit).text
    slip = _slip(question, ratio)
    if factor <= HALF_AN_ORDER:
        if factor < NEAR:
            return "right", f"Right: {shown}, as by hand."
        said = f"Right: {shown} is off by a factor of {off}"
        return "right", f"{said}, and up to 3.2 is right.{slip}"
    side = "high" if ratio > 1 else "low"
    return "wrong", f"{shown} is too {side} by a factor of {off}.{slip}"


def _slip(question: Question, ratio: float) -> str:
    """The slip that is known to be off by this factor; empty if none is."""

    def close(one: float, other: float) -> bool:
        return 1 / CLOSE < one / other < CLOSE

    for factor, what in question.forgettable.items():
        if close(factor * ratio, 1):
            return f" That is the factor of {what}: was it left out?"
    known = dict(PREFIXES)
    if question.value.powers.byte:
        known |= BYTES
    if question.value.powers.second or "day" in question.constants:
        known |= CALENDAR | CLOCK
    elif "year" in question.constants:
        known |= CALENDAR
    for factor, what in known.items():
        if close(max(ratio, 1 / ratio), factor):
            return f" A factor of about {factor:,} is {what}."
    return ""


def drill(
    questions: Sequence[Mapping[str, Any]],
    constants: Mapping[str, str],
    kind: str,
    seed: int,
    answer: str = "",
) -> dict[str, list[str]]:
    """The question as a table of its parts; with what to say of an answer."""
    question = draw(questions, constants, kind, seed)
    parts = [("kind", kind), ("seed", str(seed)), ("text", question.text)]
    parts += [("step", step) for step in question.steps]
    parts += [("constant", name) for name in question.constants]
    if answer:
        verdict, said = judge(question, answer)
        parts += [("verdict", verdict), ("said", said)]
    part, text = zip(*parts, strict=True)
    return {"part": list(part), "text": list(text)}
