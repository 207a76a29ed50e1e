# %% [markdown]
# ---
# title: "What consistency costs in milliseconds"
# description: "Levels, a leader, commit wait: one region, three, far apart."
# ---
#
# # What consistency costs in milliseconds
#
# You will read from two figures and a table what a level, a leader or a commit
# wait costs in one region, in three that are near, and in three that are far
# apart, and what it buys. Ten minutes. Know before:
# [quorums](../consistency/quorums.md) and
# [how long reads are stale](quorum.md).
#
# **Predict** before you scroll: replicas in Frankfurt, Virginia and Singapore.
# For which level does a client in Frankfurt wait for an ocean? And which of
# its reads may miss a confirmed write of Singapore?
#
# ## The set-up
#
# Assumed throughout: a message there and back takes the time of light in glass
# along the shortest way, from the coordinates of `quorum_distance.py`; real
# cables are longer. Within a place it takes 0.5 ms. One region has three
# replicas, the others three in each of three places. A client's coordinator is
# at its own place, and computing takes no time: these are lower bounds.

# %%
from random import Random

from snippets.consistency.commit_wait import BOUND, inverted
from snippets.consistency.datacentre_levels import (
    EVERYWHERE,
    Level,
    block_for,
)
from snippets.consistency.leader_reads import RUNS, run
from snippets.consistency.local_quorum import OSLO, ROME, missed
from snippets.consistency.quorum_distance import quorum, round_trip
from snippets.consistency.quorum_staleness import stale
from snippets.consistency.quorum_tail import slow_share
from snippets.consistency.write_all import available
from theme.figures import line_chart

ZONE = 0.5  # ms there and back within a place
PLACEMENTS = {
    "One region": {"Frankfurt": 3},
    "Near": {"Frankfurt": 3, "Paris": 3, "Dublin": 3},
    "Far apart": {"Frankfurt": 3, "Virginia": 3, "Singapore": 3},
}
LEVELS = [Level.ONE, Level.LOCAL_QUORUM, Level.QUORUM, Level.ALL]


def trip(a: str, b: str) -> float:
    """Milliseconds there and back."""
    return max(ZONE, round_trip(a, b))


def answers(client: str, replicas: dict[str, int]) -> list[float]:
    """When each replica's answer is there, the first one first."""
    return sorted(
        trip(client, place)
        for place, count in replicas.items()
        for _ in range(count)
    )


def wait(level: Level, client: str, replicas: dict[str, int]) -> float:
    """Milliseconds that a read or write at this level takes."""
    needed = block_for(level, replicas, client)
    return max(
        answers(client, replicas)[count - 1]
        if place == EVERYWHERE
        else trip(client, place)
        for place, count in needed.items()
    )


# %% [markdown]
# ## Levels
#
# Reads and writes of a level wait for the same number of answers. First a
# client in Frankfurt, then the one at the last place: Dublin or Singapore.

# %%
print("ms at level             ", *(f"{level.name:>12}" for level in LEVELS))
for name, replicas in PLACEMENTS.items():
    for client in dict.fromkeys([next(iter(replicas)), [*replicas][-1]]):
        row = [wait(level, client, replicas) for level in LEVELS]
        shown = " ".join(f"{ms:12.1f}" for ms in row)
        print(f"{name:11} {client:12} {shown}")
far, near = PLACEMENTS["Far apart"], PLACEMENTS["Near"]
assert wait(Level.LOCAL_QUORUM, "Singapore", far) == ZONE
assert wait(Level.QUORUM, "Frankfurt", far) > 64

# %%
COUNTS = [1, 2, 5, 9]
line_chart(
    "Milliseconds over the answers that are waited for, from Frankfurt: both "
    "lines begin at half a millisecond for one and two. At five, a quorum of "
    "nine, near replicas take 4.7 and far ones 64.1; for all nine 10.7 and "
    "100.5.",
    title="Milliseconds, from Frankfurt",
    x_label="Answers: ONE, LOCAL_QUORUM, QUORUM, ALL",
    xs=COUNTS,
    lines={
        name: [answers("Frankfurt", replicas)[count - 1] for count in COUNTS]
        for name, replicas in [("Near", near), ("Far apart", far)]
    },
    top=120,
)

# %% [markdown]
# - **A level costs the distance to the last answer it needs**, and nothing
#   before it. LOCAL_QUORUM never leaves the place; QUORUM of nine needs five,
#   so it leaves it always.
# - **ALL pays for the farthest**, 100.5 ms here, and for each that is down.
#
# ## A leader and a majority
#
# Three voters, one at each place, the leader in Frankfurt. A write goes to the
# leader, which waits for a majority. A read asks the leader, which answers from
# its own copy, under a lease, or after asking a majority. With commit wait a
# write also takes until its timestamp is past on every clock, twice the bound
# of 4 ms; that goes on while the majority answers.[^spanner]

# %%
wrong, waited = inverted("latest, and wait", BOUND, Random(1))
assert wrong == 0
print("ms                    write  with commit wait  read: lease  majority")
for name, replicas in PLACEMENTS.items():
    voters = [*replicas]
    agreed = max(ZONE, quorum("Frankfurt", voters))
    for client in dict.fromkeys([voters[0], voters[-1]]):
        there = trip(client, "Frankfurt")
        print(
            f"{name:11} {client:9}{there + agreed:6.1f}"
            f"{there + max(agreed, waited):18.1f}"
            f"{there:13.1f}{there + agreed:10.1f}"
        )

# %% [markdown]
# - **Who is far from the leader pays twice**: the way to it, and its majority.
# - **Commit wait is dear only where agreement is cheap.** Far apart the 8 ms
#   hide behind the ocean; in one region they are most of the write.
# - **A lease saves a read the majority**, for a bet on clocks.
#
# ## What it buys
#
# How many reads are stale after a write at ONE, if the next one reads at ONE?
# Now messages take an exponential time ([the lab's model](quorum.md)), with
# half of the mean round trip between the places as the mean; three replicas,
# reads that travel.

# %%
SINCE = [1, 2, 5, 10, 20, 50, 100, 200]


def one_way(replicas: dict[str, int]) -> float:
    """The mean way between two of the places, or within the only one."""
    places = [*replicas]
    trips = [trip(a, b) for a in places for b in places if a < b]
    return sum(trips) / len(trips) / 2 if trips else ZONE / 2


missing = {
    name: [
        100 * stale(3, 1, 1, one_way(replicas), 0, ms, race=True)
        for ms in SINCE
    ]
    for name, replicas in PLACEMENTS.items()
}
line_chart(
    "Stale reads of 100 over the time since the confirmation, one and one of "
    "three: in one region next to none after 2 ms, near none after 50, far "
    "apart still some at 200.",
    title="Stale reads of 100, ONE and ONE",
    x_label="Milliseconds since the confirmation",
    xs=SINCE,
    lines=missing,
    top=60,
)

# %%
print("mean way, ms    stale of 100 after", *(f"{ms:6}" for ms in SINCE))
for name, row in missing.items():
    shown = " ".join(f"{share:6.1f}" for share in row)
    print(f"{name:11} {one_way(PLACEMENTS[name]):5.2f} {'':16} {shown}")
assert missing["Far apart"][3] > 30 > missing["Near"][3]

# %% [markdown]
# The rest of the bill, from the snippets of the pages: what reads of another
# place miss at the worst moment, how often the slowest answer of a level is a
# slow one (one of a hundred is), and how many minutes a year it is down.

# %%
for level in ("LOCAL_QUORUM", "QUORUM"):
    shares = [missed(level, level, at, Random(1)) for at in (OSLO, ROME)]
    print(
        f"{level:12} written here: {shares[0]:.0%} missed here, "
        f"{shares[1]:.0%} elsewhere"
    )
for title, needed in [("one", 1), ("two", 2), ("all", 3)]:
    slow, down = slow_share(3, needed), 1 - available(needed)
    print(
        f"{title} of three: {slow:8.4%} slow, "
        f"{down * 365 * 24 * 60:10.4f} minutes a year down"
    )
for rule in ("own copy", "lease", "asks a majority"):
    rng = Random(1)
    old = sum(run(rule, 1.0, rng)[2] for _ in range(RUNS))
    print(f"deposed leader, {rule:15}: {old:6,} stale reads")
    assert bool(old) == (rule == "own copy")

# %% [markdown]
# So LOCAL_QUORUM answers in half a millisecond, and elsewhere every read may
# miss the write; QUORUM takes the ocean, and none does. A leader's own copy
# costs as little as a lease and is stale after a cut.
#
# ## Recap
#
# 1. The price of a level is a distance, and geography sets it.
# 2. From Frankfurt, QUORUM costs 4.7 ms among near regions, 64.1 ms far apart.
# 3. What is not paid in latency is paid in staleness, for a few times as
#    long as a message takes: far apart 7.5 reads of 100 are stale after 100 ms.
# 4. Waiting for all is the slowest *and* the least available choice.
#
# ## Try it
#
# Clone the repository, put Sydney or Oregon into `PLACEMENTS` in
# `docs/labs/milliseconds.py`, and run `make serve`. The sentences still
# describe the original places.
#
# [^spanner]: Corbett et al., “Spanner: Google's globally-distributed database”,
#     OSDI 2012, section 4.2.1,
#     <https://www.usenix.org/conference/osdi12/technical-sessions/presentation/corbett>
