# %% [markdown]
# ---
# title: "Why two choices are enough"
# description: >-
#   Bins, queues and old counts: what a second look at a random server is worth,
#   a third, and a look at all of them, beside what theory predicts.
# ---
#
# # Why two choices are enough
#
# A balancer may send each request to a server at random, or first look at some
# servers and take the least loaded. How many should it look at? You will count
# what each further look is worth, find the reason in one line of algebra, and
# then a case in which looking at all of them is worse than looking at none.
#
# **Time:** 20 minutes. **Before:**
# [the better of two][better].
#
# [better]: ../load-balancing/algorithms.md#random-and-the-better-of-two
#
# **Predict** before you scroll, and write it down:
#
# 1. Of 100,000 requests for 100,000 servers, how many does the fullest server
#    get with one random choice? With the better of two? With the best of three?
# 2. Servers are busy 80 % of the time. One in how many has four requests or
#    more, with one choice and with two?
# 3. The counts of ten servers are reported once per service time, and are old
#    in between. Which is best now: two choices, three, or the least loaded of
#    all? And if they are reported once in ten service times?

# %%
from math import lgamma, log
from random import Random

import numpy as np

from snippets.load_balancing import stale_counts as stale
from snippets.load_balancing.balls_into_bins import by_chance, fullest, with_two
from theme.figures import line_chart, table

SEED = 2
CHOICES = {"one": 1, "two": 2, "three": 3}

# %% [markdown]
# ## Bins: nobody leaves
#
# As many balls as bins, and each ball goes to the emptiest of *d* bins drawn at
# random. How many lie in the fullest? The means of 30 runs with 100 bins, of 10
# with 1,000, of 3 with 10,000, and one run with 100,000:

# %%
RUNS = {100: 30, 1_000: 10, 10_000: 3, 100_000: 1}
BINS = list(RUNS)
loads = {
    name: [
        sum(fullest(bins, d, Random(SEED + run)) for run in range(runs)) / runs
        for bins, runs in RUNS.items()
    ]
    for name, d in CHOICES.items()
}


def gonnet(bins: float) -> float:
    """The x with Γ(x) = n, less 3/2: with one choice."""
    xs = np.linspace(2, 20, 2_000)
    return float(np.interp(log(bins), [lgamma(x) for x in xs], xs)) - 1.5


def with_three(bins: float) -> float:
    """Growth of the fullest with three choices: ln ln n / ln 3."""
    return log(log(bins)) / log(3)


line_chart(
    "Balls in the fullest bin over the number of bins. One choice rises from "
    "4.3 to 8, along the refined formula and far above the first-order one. "
    "Two choices rise from 2.6 to 4, three from 2.1 to 3, each within one ball "
    "of its formula.",
    title="Balls in the fullest bin",
    x_label="Bins, and balls",
    xs=BINS,
    lines=loads,
    top=9,
    theory={
        "Γ⁻¹(n) - 3/2": gonnet,
        "ln n / ln ln n": lambda n: by_chance(round(n)),
        "ln ln n / ln 2": lambda n: with_two(round(n)),
        "ln ln n / ln 3": with_three,
    },
)


# %%
growths = {"one": gonnet, "two": with_two, "three": with_three}
table(
    "Bins",
    BINS,
    {
        column: values
        for name, growth in growths.items()
        for column, values in (
            (name.capitalize(), loads[name]),
            (name + ", formula", [growth(bins) for bins in BINS]),
        )
    },
)

# %%
for name, growth in growths.items():
    for bins, load in zip(BINS, loads[name], strict=True):
        assert abs(load - growth(bins)) < 1

# %% [markdown]
# - **One choice grows with every further zero of *n*.** The first-order formula
#   ln *n* / ln ln *n* is far too low at these sizes: 4.7 instead of 8 in the
#   end. The refined one, Γ⁻¹(*n*) − 3/2, is within one ball in every row. (Γ is
#   the factorial for numbers that are not whole: Γ(*n* + 1) = *n*!)[^azar]
# - **Two choices nearly stand still.** Theory: ln ln *n* / ln *d* plus a
#   bounded rest.[^azar] Here the rest is less than 1.
# - **A third choice** only changes the base of the logarithm, by a factor of
#   ln 3 / ln 2 = 1.58, and that within a number which is about 3. In the run
#   with 100,000 bins the second choice saves four balls, the third one.
#
# Why is the second so much better than the third? A ball raises a bin to *k* +
# 1 only if *all* its *d* choices hold *k* or more. If that is true of a share
# *s* of the bins, the chance is *s*<sup>*d*</sup>. With one choice that is *s*
# itself. With two each level **squares** the share, with three it cubes it.
# What becomes of a half in three levels?

# %%
for name, d in list(CHOICES.items())[1:]:
    levels = [f"{2**d**level:,}" for level in (1, 2, 3)]
    print(f"{name:5} one in {', then one in '.join(levels)}")

# %% [markdown]
# Both fall so fast that hardly a level is left to save: squaring is enough.
#
# ## Queues: requests also leave
#
# Bins only fill up. Servers also finish. So let requests arrive as a Poisson
# stream that keeps servers busy 80 % of the time, with exponentially
# distributed work whose mean, the **service time**, is 1. This is the
# **supermarket model**. What is next, an arrival or an end, is drawn event by
# event, and an end drawn for an idle server changes nothing. The first third of
# each run is not counted.

# %%
LOAD = 0.8
ROOM = 2_000  # longer than any queue here


def at_least(
    choices: int,
    rng: Random,
    *,
    servers: int = 400,
    lasting: int = 300,
    report: float = 0,
) -> list[float]:
    """The share of servers with at least 0, 1, 2 … requests.

    Counts are known at once, or as they were at the last report. As many
    choices as servers: all of them, and chance decides between equals.
    """
    queues = [0] * servers
    known = queues
    counted = np.zeros(ROOM)
    unit = round(servers * (1 + LOAD))  # events per unit of time
    period = round(report * unit)  # in whole events
    chance = rng.random
    for event in range(lasting * unit):
        if period and event % period == 0:
            known = queues.copy()
        if chance() < LOAD / (1 + LOAD):
            if choices < servers:
                seen = [int(chance() * servers) for _ in range(choices)]
            else:
                seen = rng.sample(range(servers), servers)
            queues[min(seen, key=known.__getitem__)] += 1
        elif queues[server := int(chance() * servers)]:
            queues[server] -= 1
        if event % unit == 0 and event >= lasting * unit // 3:
            counted += np.bincount(queues, minlength=ROOM)
    shares: list[float] = (
        counted[::-1].cumsum()[::-1] / counted.sum()
    ).tolist()
    return shares


def fixed_point(choices: int, k: float) -> float:
    """The share with at least k requests, of infinitely many servers."""
    power = k if choices == 1 else (choices**k - 1) / (choices - 1)
    return float(LOAD**power)


# %% [markdown]
# Theory first, for very many servers. Let *s<sub>k</sub>* be the share with at
# least *k* requests, and λ, here 0.8, the arrivals per server and service time.
# The share grows when an arrival finds *k* − 1 or more at all its choices, but
# not *k* or more at all of them. It shrinks when one of the servers with
# exactly *k* ends a request. At rest the two are equal:
#
# λ (*s*<sub>*k*−1</sub><sup>*d*</sup> − *s<sub>k</sub>*<sup>*d*</sup>) =
# *s<sub>k</sub>* − *s*<sub>*k*+1</sub>
#
# Add this up over all levels from *k* + 1 on, and what is left is one line:
#
# ***s*<sub>*k*+1</sub> = λ *s<sub>k</sub>*<sup>*d*</sup>**
#
# It is the same power again. From *s*<sub>0</sub> = 1 follows
# λ<sup>(*d*<sup>*k*</sup> − 1)/(*d* − 1)</sup>, and λ<sup>*k*</sup> for
# *d* = 1.[^fixed] Now 400 servers, three seeds:

# %%
KS = [1, 2, 3, 4]
MANY = 10_000
runs = {
    name: [at_least(d, Random(SEED + run)) for run in range(3)]
    for name, d in CHOICES.items()
}
means = {
    name: [sum(column) / 3 for column in zip(*three, strict=True)]
    for name, three in runs.items()
}
line_chart(
    "Servers in 10,000 with at least k requests, logarithmic: with one choice "
    "a straight line from 8,000 at k = 1 to 4,100 at k = 4. With two choices "
    "the line bends down to 350, with three to 3. The formulas coincide with "
    "the lines, but for the last point of three choices, where theory has 1.",
    title="Servers in 10,000 with k or more",
    x_label="k requests",
    xs=KS,
    even=True,
    lines={name: [MANY * mean[k] for k in KS] for name, mean in means.items()},
    bottom=1,
    top=MANY,
    theory={
        "λ^k": lambda k: MANY * fixed_point(1, k),
        "λ^(2^k - 1)": lambda k: MANY * fixed_point(2, k),
        "λ^((3^k - 1)/2)": lambda k: MANY * fixed_point(3, k),
    },
)

# %%
table(
    "k",
    KS,
    {
        column: values
        for name, d in CHOICES.items()
        for column, values in (
            (name.capitalize(), [MANY * means[name][k] for k in KS]),
            (name + ", formula", [MANY * fixed_point(d, k) for k in KS]),
        )
    },
)

# %% [markdown]
# One server in 2.5 has four requests or more with one choice, one in 29 with
# two. With three the formula says one in 7,500; so rare a state depends on
# chance, and on 400 servers not being very many.
#
# What does a request feel? The shares from *k* = 1 on add up to the requests at
# a server, on average. Divided by the rate of arrivals that is the **response
# time**, from arrival to end ([Little's law][little]).
#
# [little]:
#   ../load-balancing/algorithms.md#pitfall-the-server-that-fails-fastest

# %%
for name, d in CHOICES.items():
    theory = sum(fixed_point(d, k) for k in range(1, 200)) / LOAD
    times = [sum(shares[1:]) / LOAD for shares in runs[name]]
    print(
        f"{name:5} response time {min(times):.2f} to {max(times):.2f}, "
        f"theory {theory:.2f}"
    )
    for shares, time in zip(runs[name], times, strict=True):
        assert abs(time / theory - 1) < 0.05
        for k in range(1, 11):
            if (share := fixed_point(d, k)) >= 0.4:
                assert abs(shares[k] / share - 1) < 0.05
    for k in range(1, 11):
        if (share := fixed_point(d, k)) >= 0.03:
            assert abs(means[name][k] / share - 1) < 0.05

# %% [markdown]
# The shares are within 5 % of the formula wherever it exceeds 3 %. **A second
# choice more than halves the response time, a third takes a fifth of what is
# left.**
#
# So why not look at all of them? Because until now every look saw the truth.
#
# ## Old counts: more looks, worse answers
#
# The [page on algorithms][herd] sends 60 requests on one report, in which nine
# servers have 5 requests and a new one has none. How long is the longest queue
# afterwards, in the mean of 200 runs?
#
# [herd]:
#   ../load-balancing/algorithms.md#pitfall-everybody-sees-the-same-idle-server

# %%
LOOKS = [1, 2, 3, 10]
table(
    "Looks",
    LOOKS,
    {
        f"{label} counts": [
            sum(
                stale.queues_after(d, Random(run), fresh=fresh)[0]
                for run in range(stale.RUNS)
            )
            / stale.RUNS
            for d in LOOKS
        ]
        for label, fresh in (("Fresh", True), ("Stale", False))
    },
)

# %% [markdown]
# With fresh counts each look helps a little. With a report that stays the same,
# the best of ten sends everything to one server. Now ten queues at 80 % load,
# which also shrink, and whose counts are reported in intervals:

# %%
PERIODS = [0.1, 0.3, 1, 3, 10, 30]
waits = {
    name: [
        sum(
            at_least(d, Random(SEED), servers=10, lasting=5_000, report=gap)[1:]
        )
        / LOAD
        for gap in PERIODS
    ]
    for name, d in (CHOICES | {"least of ten": 10}).items()
}
line_chart(
    "Response time over the interval of reports, both logarithmic: the least "
    "of ten rises from 1.4 to 45, three choices from 1.8 to 9.8, two from 2.2 "
    "to 6.5. One choice is a level line near 5, as in theory. The "
    "least of ten crosses it at 3, the others between 10 and 30.",
    title="Response time, in service times",
    x_label="Service times between reports",
    xs=PERIODS,
    lines=waits,
    bottom=1,
    top=60,
    theory={"1/(1 - λ)": lambda _: 1 / (1 - LOAD)},
)

# %%
table("Interval", PERIODS, waits)

# %%
fresh, _, once, _, old, _ = zip(*waits.values(), strict=True)
assert fresh[3] < fresh[2] < fresh[1] < fresh[0]
assert once[2] < once[1] < once[0]
assert once[2] < once[3]
assert old[1] < old[2] < old[3]
assert old[3] > old[0]

# %% [markdown]
# - **Fresh counts: look at all.** With reports 0.1 or 0.3 service times apart
#   the least of ten is best.
# - **Once per service time**, three choices are best, by a little, and the
#   least of all is the worst but for chance. Once per three service times it
#   takes as long as chance, 5, and then longer: all requests of an interval run
#   to one server, a **herd**.[^old]
# - **Once per ten**, two choices are best. The older the counts, the fewer
#   looks they bear. In the end the best number of looks is one: no look at all.
#
# ## Recap
#
# How many servers should a balancer look at? Two.
#
# 1. Among 100,000 bins the fullest holds 8 balls with one choice, 4 with two, 3
#    with three. Two choices square the share of full bins from level to level.
# 2. At 80 % load one server in 2.5 has four requests or more with one choice,
#    one in 29 with two. The response time falls from 5 service times to 2,
#    with three choices to 1.6.
# 3. A third choice changes only the base of the outer logarithm.
# 4. Look at all only if counts are fresh. With old counts, more looks make a
#    herd.
#
# ## Try it
#
# Set `LOAD` to 0.6 and run all cells. (The sentences still describe 0.8.)
# Chance then takes 2.5 service times. From which interval on are two choices
# worse? (At 0.8 they cross between 10 and 30, at 0.6 near 10: the emptier the
# servers, the fresher the counts have to be.)
#
# [^azar]: Azar, Broder, Karlin, Upfal, “Balanced allocations”, SIAM Journal on
#     Computing 29(1), 1999, section 1, which also quotes Gonnet's refined
#     formula, <https://doi.org/10.1137/S0097539795288490>
# [^fixed]: Mitzenmacher, “The power of two choices in randomized load
#     balancing”, IEEE TPDS 12(10), 2001, <https://doi.org/10.1109/71.963420>;
#     before him Vvedenskaya, Dobrushin, Karpelevich, 1996
# [^old]: Mitzenmacher, “How useful is old information?”, IEEE TPDS 11(1), 2000,
#     <https://doi.org/10.1109/71.824633>
