# %% [markdown]
# ---
# title: "What a cache is worth"
# description: >-
#   From a load to a decision: what policy and size are worth in hits, and what
#   hits are worth in queries, milliseconds and money.
# ---
#
# # What a cache is worth
#
# A shop asks: how much cache do we buy, with which policy, and what happens on
# the day we lose it? You will go from its load to the answer, and each number
# on the way is computed here.
#
# **Time:** 25 minutes. **Before:** the [lab on hit ratios](eviction.md), where
# you turn size, skew and policy yourself, and
# [what a hit is worth](../caching/why-and-where.md).
#
# **Predict** before you scroll, and write it down:
#
# 1. Popular keys stay popular. Which of LRU, FIFO, Random, LFU and SIEVE hits
#    most? Now they change again and again: which falls furthest?
# 2. The hit ratio rises from 98 to 99 %. What does the database see, and what
#    the slowest hundredth of the readers?
# 3. A gigabyte costs 5 a month, a query per second 0.4. Does the *last*
#    gigabyte, for what is asked for least, still pay?
# 4. The cache is lost. The database can take a quarter of the load, and the
#    rest is refused. For how long?

# %%
from bisect import bisect_left
from collections.abc import Callable, Sequence
from random import Random
from typing import Protocol

import numpy as np

from snippets.caching import break_even_interval as prices
from snippets.caching import cache_capacity as shop
from snippets.caching import cache_outage as outage
from snippets.caching import cold_start
from snippets.caching import hit_ratio_value as value
from snippets.caching.fifo_cache import FIFOCache
from snippets.caching.hit_ratio import KEYS, popularities, theory
from snippets.caching.lfu_cache import LFUCache
from snippets.caching.lru_cache import LRUCache
from snippets.caching.random_cache import RandomCache
from snippets.caching.sieve_cache import SieveCache
from theme.figures import line_chart, table

SEED = 27

# %% [markdown]
# ## The load
#
# The shop is the one of the
# [design question](../caching/practice.md#4-a-caching-layer-for-a-shop). The
# product of rank *r* is asked for with a probability proportional to
# 1/*r*<sup>0.9</sup> (Zipf), independently of what was asked before.

# %%
classes = shop.popularity()  # of products that are asked for equally often
number, share = np.array(classes).T
for part in (0.01, 0.1, 0.5):
    most = number.cumsum() <= part * shop.PRODUCTS
    print(
        f"the first {100 * part:2.0f} % of {shop.PRODUCTS:,} products get "
        f"{100 * share[most].sum():2.0f} % of {shop.READS:,} reads/s"
    )
print(f"the database can take {shop.DATABASE:,} queries/s")

# %% [markdown]
# That is skewed, and still half of the products, those that hardly anybody
# wants, get one read in eleven. Keep that number: it is what the last
# gigabytes are for.
#
# ## What a policy is worth in hits
#
# Which policy? Five of them, in a shop with 1,000 products and the same skew.
# All entries have one size, none expires, and a miss always stores its key. The
# first 8,000 of 40,000 requests fill the cache and are not counted.

# %%
REQUESTS = 40_000
WARM_UP = 8_000
SIZES = [10, 20, 50, 100, 200]


class Cache(Protocol):
    """What every policy offers."""

    def __contains__(self, key: object) -> bool: ...
    def get(self, key: int) -> int: ...
    def put(self, key: int, value: int) -> None: ...


POLICIES: dict[str, Callable[[int], Cache]] = {
    "LFU": LFUCache,
    "SIEVE": SieveCache,
    "LRU": LRUCache,
    "FIFO": FIFOCache,
    "Random": lambda capacity: RandomCache(capacity, Random(SEED)),
}


def hits(cache: Cache, keys: Sequence[int]) -> float:
    """Hits per 100 requests, counted after the warm-up."""
    found = 0
    for place, key in enumerate(keys):
        if key in cache:
            cache.get(key)
            found += place >= WARM_UP
        else:
            cache.put(key, place)
    return 100 * found / (REQUESTS - WARM_UP)


def measure(keys: Sequence[int]) -> dict[str, list[float]]:
    """Each policy's hits over the cache sizes, on the same requests."""
    return {
        name: [hits(policy(size), keys) for size in SIZES]
        for name, policy in POLICIES.items()
    }


# %% [markdown]
# ### When popularity is fixed

# %%
popularity = popularities(shop.EXPONENT)
fixed = Random(SEED).choices(range(KEYS), popularity, k=REQUESTS)
at_rest = measure(fixed)
line_chart(
    "Hit ratio over cache size, fixed popularity: every line rises. SIEVE and "
    "LFU lie highest, LRU on the curve of theory, FIFO and Random lowest.",
    title="Hits per 100 requests",
    x_label="Cache size in keys, of 1,000",
    xs=SIZES,
    lines=at_rest,
    top=80,
    theory={"LRU, theory": lambda n: theory("LRU", round(n), popularity)},
)

# %%
best = [100 * sum(popularity[:size]) for size in SIZES]
table("Keys", SIZES, at_rest | {"Best fixed": best})

# %%
for size, lru in zip(SIZES, at_rest["LRU"], strict=True):
    assert abs(lru - theory("LRU", size, popularity)) < 1
for fifo, random in zip(at_rest["FIFO"], at_rest["Random"], strict=True):
    assert abs(fifo - random) < 1

# %% [markdown]
# - **SIEVE and LFU come close to the best fixed choice**, which no policy beats
#   on independent requests without knowing the future.[^optimal]
# - **LRU pays for its trust in the latest request**: each miss brings in a key,
#   which stays for a while even if nobody asks for it again.
# - **FIFO and Random are equal**, which Gelenbe proved for independent
#   requests.[^equal]
# - **The smaller the cache, the more a policy is worth**: with 10 keys SIEVE
#   hits nearly twice as often as LRU, with 200 an eighth more.
#
# ### When popularity moves
#
# The same draws, but after every 5,000 requests the ranks move on by 100 keys:
# the 100 most popular keys become the least popular, and every other key rises
# by 100 ranks.

# %%
PERIOD = 5_000
STEP = 100
moving = [
    (rank + STEP * (place // PERIOD)) % KEYS for place, rank in enumerate(fixed)
]
on_the_move = measure(moving)
line_chart(
    "Hit ratio over cache size, moving popularity: LFU lies far below all "
    "others. SIEVE is first up to 100 keys, LRU at 200.",
    title="Hits per 100 requests",
    x_label="Cache size in keys, of 1,000",
    xs=SIZES,
    lines=on_the_move,
    top=80,
)

# %%
table("Keys", SIZES, on_the_move)

# %%
moved = STEP * ((REQUESTS - 1) // PERIOD)
popular = [(rank + moved) % KEYS for rank in range(100)]
print("of the 100 keys that are most popular now, a cache of 100 holds")
for name, policy in POLICIES.items():
    cache = policy(100)
    hits(cache, moving)
    print(f"{name:6} {sum(key in cache for key in popular):3}")
if PERIOD < REQUESTS:  # it moves
    for lfu, *others in zip(*on_the_move.values(), strict=True):
        assert lfu < min(others)

# %% [markdown]
# - **LFU holds yesterday's favourites.** Their counts are high, a newcomer's is
#   one, so newcomers evict each other. Redis lets its counters decay for that
#   reason (`lfu-decay-time`).[^redis]
# - **SIEVE forgets once per round of its hand**, and in a larger cache a round
#   takes longer. **LRU, FIFO and Random forget by themselves.**
# - A ranking of policies holds for one load. Replay yours.
#
# From here on the policy is LRU, because for LRU there is a formula that needs
# no simulation. Remember what SIEVE would add where popularity lasts: at 100
# of 1,000 keys a fifth fewer misses.

# %%
place = SIZES.index(100)
fewer = 1 - (100 - at_rest["SIEVE"][place]) / (100 - at_rest["LRU"][place])
print(f"SIEVE has {100 * fewer:.0f} % fewer misses than LRU, with 100 keys")

# %% [markdown]
# ## What hits are worth to the database
#
# **Che's approximation** says that an LRU cache drops an entry which nobody
# has asked for during the last *T* requests, with one *T* for all
# keys.[^che] So *T* gives both the number of entries and the misses, and all
# sizes at once are one curve.

# %%
lasting = np.geomspace(1, 1e8, 1_000)  # T, in requests
held = 1 - np.exp(-np.outer(lasting, share / number))
entries = held @ number
queries = shop.READS * (1 - held @ share)  # per second
for memory in (200, 1_600):  # MB
    size = memory * 1_000_000 // shop.BYTES
    at_size = shop.READS * (1 - shop.hit_ratio(classes, size))
    assert abs(np.interp(size, entries, queries) - at_size) < 5


def entries_for(load: float) -> float:
    """The smallest cache that leaves the database so many queries/s."""
    return float(np.interp(-load, -queries, entries))


halved = [10_000, 5_000, 2_500, 1_250, 625]
table(
    "Queries per second",
    halved,
    {
        "Hits per 100": [100 * (1 - load / shop.READS) for load in halved],
        "MB": [entries_for(load) * shop.BYTES / 1e6 for load in halved],
    },
)

# %%
for ratio in (0.98, 0.99):
    load = (1 - ratio) * shop.READS
    print(
        f"{100 * ratio:.0f} % hits: {load:3.0f} queries/s, "
        f"{entries_for(load) * shop.BYTES / 1e6:,.0f} MB"
    )

# %% [markdown]
# Each row has half the load of the row above. In hits that is first 25 points,
# at last 3, so a hit ratio hides what the database feels. **From 98 to 99 % is
# one point and half of the load**: 2 misses in 100 become 1. Here it costs
# 210 MB.
#
# The database's 5,000 queries per second are met by 880 MB, a fifth of the
# catalogue's 4 GB. That is the cheapest cache that works *while it works*. The
# same number comes back at the end, on the day it is lost.
#
# ## What hits are worth to a reader
#
# A reader gets one of two latencies: that of a hit, 1 ms, or that of a miss,
# which waits for the database as well, 20 ms on average. The mean is their
# mixture. The **p99** is the latency that 99 of 100 requests do not exceed, and
# it behaves otherwise. With *m* misses in 100, a request takes longer than 1 +
# *x* ms if it misses and the database needs more than *x*. For exponentially
# distributed times that is *m* · e<sup>−*x*/20</sup> in 100, and it is 1 at *x*
# = 20 · ln *m*.

# %%
MISSES = [0.5, 1, 2, 5, 10, 20, 50, 100]  # per 100 requests
latencies = [
    value.latencies(1 - misses / 100, Random(SEED)) for misses in MISSES
]
means = [sum(each) / len(each) for each in latencies]
tails = [value.quantile(each, 0.99) for each in latencies]


def p99(misses: float) -> float:
    """The p99 in ms, with so many misses in 100 requests."""
    if misses <= 1:
        return value.CACHE
    return value.CACHE + value.ORIGIN * float(np.log(misses))


line_chart(
    "Latency over misses per 100 requests: the p99 rises from 2 ms at one miss "
    "to 92 ms at a hundred, by about 14 ms at each doubling, along the "
    "formula. The mean is 2 ms at five misses, and rises to 21 ms.",
    title="Milliseconds",
    x_label="Misses per 100 requests",
    xs=MISSES,
    lines={"p99": tails, "mean": means},
    top=100,
    theory={"p99, formula": p99},
)

# %%
table(
    "Misses",
    MISSES,
    {
        "Mean": means,
        "p99": tails,
        "p99, formula": [p99(misses) for misses in MISSES],
    },
)

# %%
print(f"each halving takes {value.ORIGIN * np.log(2):.1f} ms off the p99")
for misses, mean, tail in zip(MISSES, means, tails, strict=True):
    assert abs(mean / value.mean(1 - misses / 100) - 1) < 0.02
    assert abs(tail - p99(misses)) < (3 if misses == 1 else 2)

# %% [markdown]
# - **The mean is settled early.** From 10 misses to 5 it falls by 1.0 ms, from
#   2 to 1 by 0.2.
# - **The p99 falls by the same 13.9 ms at each halving of the misses**, until
#   it is a hit, at 1 in 100. There the measured value is unstable, as a few
#   requests more or less decide whether it is a hit.
# - Both hold for exponential times and a database that is never too busy. A
#   busy one makes each miss slower, so fewer misses are worth more than this.
#
# ## What the next gigabyte is worth
#
# Now money. Two prices, both **invented, and yours to replace**: 5 a month for
# a gigabyte of cache, 0.4 a month for a database that takes one query per
# second more. What a further gigabyte saves in queries is the slope of the
# curve. It depends on the size of an entry: the shop may keep a product's
# *record* (2 kB), or the finished *page* (say 200 kB).

# %%
print(
    f"a gigabyte {prices.GIGABYTE}, a query per second {prices.ORIGIN} a month"
)
earned = -np.gradient(queries, entries) * prices.ORIGIN  # per entry and month
FITTING = [1, 2, 5, 10, 20, 50, 99]  # products that fit, per 100
at = [shop.PRODUCTS * part / 100 for part in FITTING]
worth = {
    f"{size // 1_000} kB": [
        float(np.interp(each, entries, earned)) * 1e9 / size for each in at
    ]
    for size in (2_000, 20_000, 200_000)
}
line_chart(
    "What the next gigabyte saves per month, over the products that fit: three "
    "parallel lines fall. For 2 and 20 kB they stay above the price of 5, for "
    "200 kB the line crosses it between 50 and 99 of 100.",
    title="Saved per month by a gigabyte more",
    x_label="Products that fit, of 100",
    xs=FITTING,
    lines=worth,
    bottom=1,
    top=100_000,
    theory={"price": lambda _: prices.GIGABYTE},
)

# %%
table("Of 100", FITTING, worth)

# %% [markdown]
# **Records: buy room for all of them.** The last gigabyte, for what is hardly
# ever asked for, still earns sixty times its price. The
# [five-minute rule](../caching/why-and-where.md#what-an-entry-has-to-earn) says
# the same in seconds: an entry pays if it is asked for more often than once per
# *break-even interval*.[^five]

# %%
PAGE = 200_000  # bytes
rarest = float((number / share)[-1] / shop.READS)
print(f"the rarest product is asked for every {rarest:,.0f} s")
for size in (shop.BYTES, PAGE):
    print(f"{size:7,} bytes break even at {prices.break_even(size):6,.0f} s")


def costs(
    caches: Sequence[tuple[float, float]], size: int
) -> dict[str, list[float]]:
    """What caches, of (share of hits, entries), and their misses cost."""
    memory = [keys * size / 1e9 for _, keys in caches]
    misses = [shop.READS * (1 - hits) for hits, _ in caches]
    return {
        "GB": memory,
        "Hits per 100": [100 * hits for hits, _ in caches],
        "Queries per second": [round(load) for load in misses],
        "A month": [
            round(room * prices.GIGABYTE + load * prices.ORIGIN)
            for room, load in zip(memory, misses, strict=True)
        ],
    }


price = prices.GIGABYTE * PAGE / 1e9  # of one entry
stop = float(np.interp(-price, -earned, entries))
pays = number / share / shop.READS < prices.break_even(PAGE)
right = float(number[pays].sum())
print(f"{right:,.0f} products are asked for often enough for a page")
table(
    "Pages",
    ["LRU, to where it pays", "only keys that pay", "all", "none"],
    costs(
        [
            (shop.hit_ratio(classes, round(stop)), stop),
            (float(share[pays].sum()), right),
            (1, shop.PRODUCTS),
            (0, 0),
        ],
        PAGE,
    ),
)

# %% [markdown]
# **Pages: most, not all.** With LRU a further gigabyte stops paying at 285 GB.
# By the rule 954,284 pages, 191 GB, are asked for often enough. LRU needs
# more room, as it also keeps each rare page for a while. A cache that admits
# only what pays costs 1,687 a month, LRU at its best 1,900: that is what
# [admission](../caching/eviction.md#newcomers-wait-outside) can be worth here.
# LRU's optimum is flat: with all pages in memory it is 2,000, with none 8,000.
#
# Two assumptions carry this. A page's miss costs no more than a record's; if
# rendering is dear, raise the price of a query. And nothing expires or changes,
# else part of the memory holds what has to be fetched again.
#
# ## What it costs to lose it
#
# After a restart the cache is empty. How fast it fills has a formula, too: a
# key of popularity *p* is not there yet after *n* requests with probability
# e<sup>−*pn*</sup>. The snippet simulates a smaller service, 1,000 requests per
# second for 20,000 keys, where that can be compared.

# %%
SECONDS = [1, 2, 3, 5, 10, 20, 30]
weights = 1 / np.arange(1, cold_start.KEYS + 1)
chance = cold_start.RATE * weights / weights.sum()  # per second


def missed(second: float) -> float:
    """Queries in this second after the loss, the first being 1."""
    return float(
        (np.exp(-chance * (second - 1)) - np.exp(-chance * second)).sum()
    )


starts = {
    name: cold_start.misses(loaded, [], Random(1))
    for name, loaded in (("empty", 0), ("2,000 loaded", 2_000))
}
line_chart(
    "Queries per second over the seconds since the loss. Empty: from 569 in "
    "the first second to 147 in the thirtieth, along the line of the formula. "
    "With the 2,000 most popular keys loaded first: from 243 to 141.",
    title="Queries per second, of 1,000 requests",
    x_label="Seconds since the loss",
    xs=SECONDS,
    lines={
        name: [counts[second - 1] for second in SECONDS]
        for name, counts in starts.items()
    },
    top=600,
    theory={"empty, formula": missed},
)

# %%
table(
    "Second",
    SECONDS,
    {
        name: [counts[second - 1] for second in SECONDS]
        for name, counts in starts.items()
    }
    | {"Empty, formula": [missed(second) for second in SECONDS]},
)

# %%
assert abs(sum(starts["empty"]) / sum(map(missed, range(1, 31))) - 1) < 0.02

# %% [markdown]
# The first seconds cost most, and loading the most popular keys first takes
# just those away. But a database that is asked for more than it can answer does
# not give its 5,000 answers per second and refuse the rest: it slows down for
# all, unless *you* refuse. A second without its cache, in client code:

# %%
for label, guarded, permits in (
    ("no plan", False, outage.CAPACITY),
    ("fall through", True, outage.REQUESTS),
    ("with a limit", True, outage.CAPACITY),
):
    answers = outage.one_second(
        outage.Unreachable(), guarded=guarded, permits=permits
    )
    print(f"{label:13} {dict(answers)}, capacity {outage.CAPACITY}")

# %% [markdown]
# So let the shop admit 5,000 queries per second, and refuse what else misses.
# Each admitted query stores a product. When do refusals end? When the products
# held answer all but 5,000 of the 20,000 reads. An LRU cache of that size would
# do the same at rest, and we know it: 880 MB.

# %%
needed = entries_for(shop.DATABASE)
print(f"{needed:,.0f} products / {shop.DATABASE:,} per second", end=" ")
print(f"= {needed / shop.DATABASE:.0f} s")
during = queries >= shop.DATABASE
# While n requests are let through, the clock moves by n * queries / limit.
clock = queries[during] / shop.READS / shop.DATABASE
refused = np.trapezoid(
    (queries[during] - shop.DATABASE) * clock, lasting[during]
)
reads = shop.READS * needed / shop.DATABASE
print(f"refused {refused:,.0f} of {reads:,.0f} reads")

# %% [markdown]
# Does that hold where chance decides who is let through? The shop with 1,000
# products again, 100 reads per second, a limit of 25.

# %%
LIMIT, READS = 25, 100


def seconds_of_refusals(rng: Random) -> float:
    """Until the products held leave no more misses than the limit."""
    there: set[int] = set()
    reads, admitted = 0, 0
    outside = 1.0  # the share of reads that would miss
    while outside > LIMIT / READS:
        if reads % READS == 0:  # another second
            admitted = 0
        (key,) = rng.choices(range(KEYS), cum_weights=summed)
        reads += 1
        if key not in there and admitted < LIMIT:
            admitted += 1
            there.add(key)
            outside -= popularity[key]
    return reads / READS


summed = np.cumsum(popularity).tolist()
smallest = bisect_left(
    range(KEYS), 75.0, lo=1, key=lambda size: theory("LRU", size, popularity)
)
runs = [seconds_of_refusals(Random(seed)) for seed in range(20)]
mean = sum(runs) / len(runs)
print(f"{smallest} products / {LIMIT} per second = {smallest / LIMIT:.1f} s")
print(f"simulated, 20 times: {min(runs):.1f} to {max(runs):.1f} s", end=", ")
print(f"{mean:.1f} s on average")
assert abs(mean * LIMIT / smallest - 1) < 0.05

# %% [markdown]
# **The smallest cache that suffices is also what has to be loaded before it
# suffices again**: 88 seconds, in which an eighth of the reads is refused.
#
# ## The decision
#
# What the shop pays each month for records, once the cache is warm, and what
# the database is asked when one node of the cache is lost, an average one:

# %%
just_enough = round(needed)
caches = [
    (0.0, 0),
    (shop.hit_ratio(classes, just_enough), just_enough),  # LRU
    (1.0, shop.PRODUCTS),
]
table("Records", ["none", "just enough", "all"], costs(caches, shop.BYTES))

# %%
table(
    "Queries per second, one lost",
    ["just enough", "all"],
    {
        f"of {nodes}": [
            round(shop.READS * (1 - ratio * (1 - 1 / nodes)))
            for ratio, _ in caches[1:]
        ]
        for nodes in (4, 5, 10)
    },
)

# %%
room = shop.PRODUCTS * shop.BYTES / 1e9
bill = room * prices.GIGABYTE + shop.DATABASE * prices.ORIGIN
print(f"{room:.0f} GB, and a database that can take")
print(f"{shop.DATABASE:,} queries/s: {bill:,.0f} a month")

# %% [markdown]
# - **Cache the records, all of them**: 4 GB for 20 a month. The policy, with
#   which this page began, then decides nothing. It matters where memory is
#   short, so look at the money before you look at policies.
# - **Keep a database for 5,000 queries per second**, although a warm cache
#   asks it for none. That makes 2,020 a month in place of 8,000. The 2,000 are
#   the price of surviving: a cache whose loss the database can't carry is
#   capacity, not an optimisation.
# - **Spread it over more than four nodes**: of four, an average one may go, and
#   the database gets 5,000 queries, all that it can take. A fuller one leaves
#   more to the database, which the
#   [design question](../caching/practice.md#step-6-a-cache-node-dies) counts.
#   With just enough memory no number of nodes suffices.
# - **Build the limit before the cache**: without it, nothing bounds those 88
#   seconds.
# - **Pages**: only with a cache that admits what pays, and not all of them.
#
# ## Recap
#
# 1. Count misses. From 98 to 99 % is one point for the cache and half of the
#    load for the database. The p99 becomes that of a hit.
# 2. The mean improves early, the p99 by a fixed amount at each halving of the
#    misses, until it is a hit.
# 3. Memory pays while what it saves costs more than it does. The last gigabyte
#    of records earns sixty times its price, the last of pages not its price.
# 4. The database must carry the lost node, and a limit the lost cache. Refusals
#    last until the smallest sufficient cache is loaded: here 88 seconds.
# 5. A policy is worth most where memory is short, and its ranking holds for one
#    load: SIEVE and LFU hit most where popularity stays, LFU by far least where
#    it moves.
#
# ## Try it
#
# Put your own `prices.GIGABYTE`, `prices.ORIGIN`, `shop.READS` and
# `shop.PRODUCTS` below the imports and run all cells. (The sentences still
# describe the original numbers.) With which entry size does your last gigabyte
# stop paying? Set `PERIOD` to 40,000: popularity then never moves, and both
# tables of policies show the same ratios.
#
# [^optimal]: Aho, Denning, Ullman, “Principles of optimal page replacement”,
#     JACM 18(1), 1971, <https://doi.org/10.1145/321623.321632>
# [^equal]: Gelenbe, “A unified approach to the evaluation of a class of
#     replacement algorithms”, IEEE Transactions on Computers C-22(6), 1973,
#     <https://doi.org/10.1109/TC.1973.5009115>
# [^redis]: Redis, “Key eviction”,
#     <https://redis.io/docs/latest/develop/reference/eviction/>
# [^che]: Che, Tung, Wang, “Hierarchical web caching systems”, IEEE JSAC 20(7),
#     2002, <https://doi.org/10.1109/JSAC.2002.801752>; why it is that good:
#     Fricker, Robert, Roberts, 2012, <https://arxiv.org/abs/1202.3974>
# [^five]: Gray, Putzolu, “The 5 minute rule for trading memory for disc
#     accesses”, SIGMOD 1987, <https://doi.org/10.1145/38713.38755>
