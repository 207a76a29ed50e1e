"""Page load: when the files of a page are there, by HTTP version and loss.

A round trip brings what window and link allow. A lost segment is sent again in
the next, and halves the window; without a loss it doubles, later grows by one.
HTTP/1.1: six connections, each a file at a time. HTTP/2 and 3: one, all files.

Time: O(segments) per load. Space: O(segments).
Source: RFC 5681 §3.1, https://www.rfc-editor.org/rfc/rfc5681; RFC 6928 §2
"""

from dataclasses import dataclass
from itertools import accumulate
from math import ceil, inf, log1p, log2
from random import Random
from statistics import fmean
from typing import Annotated, Literal

from annotated_types import Interval, MultipleOf, Unit

Table = dict[str, list[float]]
SEGMENT, FIRST_WINDOW, CONNECTIONS, LOADS = 1_460, 10, 6, 14
LINK = 50_000 / 8 / SEGMENT  # segments per millisecond at 50 Mbit/s
PERCENT = [0.0, 0.5, 1.0, 1.5, 2.0]
TRIPS = {"HTTP/1.1": 2, "HTTP/2": 2, "HTTP/3": 1}  # TCP and TLS 1.3, or QUIC


def gap(loss: float, luck: float) -> int:
    """How many segments arrive until one is lost; luck 0: the first is."""
    return int(log1p(-luck) / log1p(-loss)) if loss else 10**9


@dataclass(slots=True)
class Connection:
    """One congestion window, and the time at which it is free again."""

    trip: int  # milliseconds
    link: float  # its share, in segments per millisecond
    loss: float
    rng: Random
    intact: int  # segments until one is lost
    window: float = FIRST_WINDOW
    threshold: float = inf
    free: float = 0

    def send(self, count: int) -> list[float]:
        """When each segment of an answer arrives, asked for when free."""
        arrivals, fresh, again = [0.0] * count, 0, list[int]()
        while again or fresh < count:
            room = min(int(self.window), int(self.trip * self.link))
            end = min(count, fresh + max(0, room - len(again)))
            flight = [*again[:room], *range(fresh, end)]
            again, fresh = again[room:], end
            self.free += self.trip
            for place, segment in enumerate(flight, 1):
                arrivals[segment] = self.free + place / self.link
            self.intact -= len(flight)
            if self.intact >= 0:
                fast = self.window < self.threshold
                self.window += len(flight) / (1 if fast else self.window)
                continue
            self.window = self.threshold = max(self.window / 2, 2.0)
            while self.intact < 0:
                again.append(flight[self.intact])
                self.intact += 1 + gap(self.loss, self.rng.random())
        self.free = max(arrivals)
        return arrivals


def lossless(count: int, window: int, trip: int, link: float) -> float:
    """Milliseconds until so many segments are there, by doubling windows."""
    room = int(trip * link)
    doublings = max(0, ceil(log2(room / window)))  # until the link is full
    rounds = min(doublings, int(log2((count - 1) / window + 1)))
    full, last = divmod(count - 1 - window * ((1 << rounds) - 1), room)
    return (rounds + full + 1) * trip + (last + 1) / link


def simulate(
    shown: Literal["Whole page", "Mean file"] = "Whole page",
    files: Annotated[int, Interval(ge=2, le=80), MultipleOf(2)] = 60,
    size: Annotated[int, Interval(ge=2, le=40), Unit("kB each")] = 10,
    sending: Literal["In turns", "One by one"] = "In turns",
    round_trip: Annotated[int, Interval(ge=20, le=200), Unit("ms")] = 50,
    handshakes: bool = True,
    seed: int = 4,
) -> Annotated[Table, Unit("ms")]:
    """How long it takes; `sending` is what HTTP/2 and 3 do with the files."""
    each, lanes = ceil(size * 1_000 / SEGMENT), min(CONNECTIONS, files)
    trip, count = round_trip, files * each
    orders = [slice(n * each, (n + 1) * each) for n in range(files)]
    if sending == "In turns":
        orders = [slice(n, count, files) for n in range(files)]
    ends = [range(count)[order][-1] for order in orders]
    pick = max if shown == "Whole page" else fmean

    def connect(number: int, loss: float, lane: int, link: float) -> Connection:
        """With the same luck for each loss; lane -1 is the only one."""
        rng = Random(f"{seed} {number} {lane}")
        luck = rng.random()
        if lane < 0:  # the first loss comes early, late and in between
            luck = (number + luck) / LOADS
        return Connection(trip, link, loss, rng, gap(loss, luck))

    def load(number: int, loss: float) -> list[float]:
        """What is shown, for one page by each version."""
        six = [connect(number, loss, n, LINK / lanes) for n in range(lanes)]
        done = list[float]()
        for _ in range(files):
            first = min(six, key=lambda one: one.free)
            done.append(max(first.send(each)))
        arrivals = connect(number, loss, -1, LINK).send(count)
        usable = list(accumulate(arrivals, max))  # in TCP's order
        per_file = [max(arrivals[order]) for order in orders]  # in QUIC's
        return [pick(done), pick(usable[end] for end in ends), pick(per_file)]

    loads = [
        [load(number, percent / 100) for number in range(LOADS)]
        for percent in PERCENT
    ]
    lane = accumulate(
        lossless(each, FIRST_WINDOW + n * each, trip, LINK / lanes)
        for n in range(ceil(files / lanes))
    )
    alone = [time for time in lane for _ in range(lanes)][:files]
    shared = [lossless(end + 1, FIRST_WINDOW, trip, LINK) for end in ends]
    table: Table = {"Lost segments (%)": PERCENT}
    for column, (name, trips) in enumerate(TRIPS.items()):
        setup = trips * trip * handshakes
        table[name] = [setup + fmean(t[column] for t in some) for some in loads]
        level = setup + pick(shared if column else alone)
        table[f"{name[5:]} no loss (theory)"] = [level] * len(PERCENT)
    return table


if __name__ == "__main__":
    for label, table in {
        "Defaults": simulate(),
        "Mean file": simulate("Mean file"),
        "Mean file, one by one": simulate("Mean file", sending="One by one"),
        "No handshakes": simulate(handshakes=False),
        "16 files of 40 kB": simulate(files=16, size=40),
    }.items():
        print(f"{label}, ms at losses of 0, 0.5, ... 2 %")
        for name, times in list(table.items())[1:]:
            print(f"  {name:19}", *(f"{time:5.0f}" for time in times))
