# %% [markdown]
# ---
# title: "What consistency costs in milliseconds"
# description: >-
#   A level, a leader and a commit wait, near and far apart: the least that each
#   can take, and what the cheaper answer costs instead.
# ---
#
# # What consistency costs in milliseconds
#
# Each guarantee is a wait for somebody's answer. How long is it if that
# somebody is in the same region, in a neighbouring country, or beyond an ocean?
# You will compute the least that a level, a leader and a commit wait can take,
# and then what the cheap answers cost instead.
#
# **Time:** 15 minutes. **Before:** [quorums](../consistency/quorums.md) and
# [how long reads are stale](quorum.md).
#
# **Predict** before you scroll, and write it down:
#
# 1. Frankfurt, Virginia and Singapore hold three replicas each. For which of
#    the levels ONE, LOCAL_QUORUM, QUORUM and ALL does a client in Frankfurt
#    wait for an ocean?
# 2. One of three voters is at each place, the leader in Frankfurt. Light in
#    glass takes 64 ms to Virginia and back, 100 to Singapore. How long does a
#    write from Singapore take at least?
# 3. Clocks are right to 4 ms, and each write waits 8 ms until its timestamp is
#    past on all of them. Where does that hurt more: in one region, or far
#    apart?
# 4. A write at ONE is confirmed. 100 ms later another client reads at ONE. One
#    in how many of such reads is stale, if the places are far apart?
#
# ## The set-up
#
# Assumed throughout: a message there and back takes the time of light in glass
# along the shortest way, from the coordinates of `quorum_distance.py`; real
# cables are longer. Within a place it takes 0.5 ms. A client asks a replica at
# its own place, which asks the others, and computing takes no time. So these
# are **lower bounds**. There are three placements:

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
from snippets.consistency.quorum_staleness import stale, trial
from snippets.consistency.quorum_tail import ODDS, slow_share
from snippets.consistency.write_all import MINUTES, UP, available
from theme.figures import line_chart, table

ZONE = 0.5  # ms there and back within a place
PLACEMENTS = {
    "One region": {"Frankfurt": 3},
    "Near": {"Frankfurt": 3, "Paris": 3, "Dublin": 3},
    "Far apart": {"Frankfurt": 3, "Virginia": 3, "Singapore": 3},
}
NEAR, FAR = PLACEMENTS["Near"], PLACEMENTS["Far apart"]
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


def clients() -> dict[str, tuple[str, dict[str, int]]]:
    """Of each placement the client at the first place, and at the last."""
    return {
        f"{name}, from {place}": (place, replicas)
        for name, replicas in PLACEMENTS.items()
        for place in (next(iter(replicas)), [*replicas][-1])
    }


# %% [markdown]
# ## Levels: the distance to the last answer
#
# A read or write at a level waits for a number of answers:
# [Cassandra's rules][levels]. In milliseconds:
#
# [levels]: ../consistency/real-systems.md#cassandra-a-level-for-each-statement

# %%
table(
    "Client",
    [*clients()],
    {
        level.name: [wait(level, *client) for client in clients().values()]
        for level in LEVELS
    },
)

# %%
COUNTS = range(1, 10)
line_chart(
    "Milliseconds until so many of nine answers are there, for a client at the "
    "first place: steps of three. Near: 0.5 for the first three, then 4.7, "
    "then 10.7. Far apart: 0.5, then 64.1, then 100.5.",
    title="Milliseconds, from Frankfurt",
    x_label="Answers: 1 is ONE, 5 QUORUM, 9 ALL",
    xs=COUNTS,
    even=True,
    lines={
        name: answers(next(iter(replicas)), replicas)
        for name, replicas in PLACEMENTS.items()
        if sum(replicas.values()) == len(COUNTS)
    },
    top=140,
)

# %%
assert wait(Level.LOCAL_QUORUM, "Singapore", FAR) == ZONE
assert wait(Level.QUORUM, "Frankfurt", FAR) > 64
assert wait(Level.ALL, "Frankfurt", FAR) > 100

# %% [markdown]
# - **A level costs the distance to the last answer that it needs.** All nearer
#   ones are there by then. So the line has one step per place.
# - **LOCAL_QUORUM stays on the first step**: it needs two of the three replicas
#   at its own place. QUORUM needs five of nine, so it always leaves.
# - **ALL waits for the farthest**, 100.5 ms here, and for each that is down.
#
# ## A leader: two distances
#
# Now three voters, one at each place, or all in the one region. The leader is
# at the first. A write goes to the leader, which waits for a majority. A read
# goes to the leader too, which answers from its own copy while it holds a
# [lease][], a promise that no other leader is elected until then, or else asks
# a majority whether it still leads.
#
# With [commit wait][] a write gets a timestamp that no clock has reached yet,
# and is confirmed when it is past on all of them: after 8 ms, twice the bound
# of 4 ms. The majority answers in the meantime, so the longer of the two
# counts.[^spanner]
#
# [commit wait]:
#   ../consistency/real-systems.md#spanner-waiting-out-the-uncertainty
# [lease]: ../consistency/consensus.md#reads-from-the-leader

# %%
wrong, waited = inverted("latest, and wait", BOUND, Random(1))
assert wrong == 0
assert waited == 2 * BOUND
led = []
for client, replicas in clients().values():
    voters = [*replicas]
    leader = voters[0]
    led.append((trip(client, leader), max(ZONE, quorum(leader, voters))))
table(
    "Client",
    [*clients()],
    {
        "Write": [there + agreed for there, agreed in led],
        "With commit wait": [
            there + max(agreed, waited) for there, agreed in led
        ],
        "Read, lease": [there for there, _ in led],
        "Read, majority": [there + agreed for there, agreed in led],
    },
)

# %% [markdown]
# - **Who is far from the leader pays twice**: from Singapore 100.5 ms to
#   Frankfurt, and the leader's own 64.1 to its majority.
# - **Commit wait is dear where agreement is cheap.** Far apart the 8 ms hide
#   behind the ocean. In one region they make a write of 1 ms one of 8.5.
# - **A lease saves a read the majority.** It is a bet on clocks, which is
#   lost below.
#
# ## What the cheap answer costs: stale reads
#
# ONE costs half a millisecond everywhere. What is lost? In
# [the lab's model](quorum.md) each message takes a time of its own,
# exponentially distributed. Let its mean be half of the mean round trip between
# the places, and let three replicas, one at each place, be written and read at
# ONE. In how many of 20,000 draws does the read miss the write?

# %%
SINCE = [1, 2, 5, 10, 20, 50, 100, 200]
DRAWS = 20_000


def one_way(replicas: dict[str, int]) -> float:
    """The mean way between two of the places, or within the only one."""
    places = [*replicas]
    trips = [trip(a, b) for a in places for b in places if a < b]
    return sum(trips) / len(trips) / 2 if trips else ZONE / 2


def missing(delay: float) -> list[float]:
    """Stale reads of 100, by the time since the confirmation."""
    rng = Random(1)
    until = [trial(3, 1, 1, delay, 0, rng)[1] for _ in range(DRAWS)]
    return [100 * sum(end > ms for end in until) / DRAWS for ms in SINCE]


old = {name: missing(one_way(places)) for name, places in PLACEMENTS.items()}
line_chart(
    "Stale reads of 100 over the time since the confirmation, logarithmic. One "
    "region: 1 after a millisecond, none after 2. Near: from 38 down to 0.3 "
    "after 20. Far apart: from 49 slowly down to 8 after 100 and 1 after 200.",
    title="Stale reads of 100, at ONE and ONE",
    x_label="Milliseconds since the confirmation",
    xs=SINCE,
    lines={name: old[name] for name in [*[*old][1:], "One region"]},
    top=60,
)

# %%
table("Since", SINCE, old)

# %%
for name, replicas in PLACEMENTS.items():
    delay = one_way(replicas)
    print(f"{name:10} mean of a message: {delay:5.2f} ms")
    for ms, share in zip(SINCE, old[name], strict=True):
        theory = 100 * stale(3, 1, 1, delay, 0, ms, race=True)
        assert abs(share - theory) < 1.5
assert old["Far apart"][3] > 30 > old["Near"][3]

# %% [markdown]
# All draws are within 1.5 reads of 100 of the lab's formula. **What you don't
# pay in latency you pay in staleness, and that too is measured in distances**:
# it is over after a few times as long as a message takes.
#
# ## The rest of the bill
#
# **Elsewhere.** Two places with three replicas each, and the worst moment: only
# those that were waited for have the write. How many reads miss it at the place
# of the write, and how many at the other?

# %%
for level in ("LOCAL_QUORUM", "QUORUM"):
    here, there = (missed(level, level, at, Random(1)) for at in (OSLO, ROME))
    print(f"{level:12} here {here:4.0%}, elsewhere {there:4.0%}")
assert there == 0

# %% [markdown]
# **On a bad day.** Three replicas, each up 99.9 % of the time, and one answer
# of a hundred is slow. How often is the last answer that is waited for a slow
# one, and how long in a year are too few up?

# %%
assert (ODDS, UP) == (0.01, 0.999)
for title, needed in [("one", 1), ("two", 2), ("all", 3)]:
    slow, down = slow_share(3, needed), 1 - available(needed)
    print(f"{title}: {slow:7.4%} slow, down {down * MINUTES:9.4f} min")

# %% [markdown]
# **After a cut.** A leader is cut off from the others, who elect another one.
# What does the old leader still tell its clients, in 100 such cuts?

# %%
RULES = {
    "own copy": ("own copy", 1.0),
    "lease": ("lease", 1.0),
    "lease, clock at half speed": ("lease", 0.5),
    "asks a majority": ("asks a majority", 1.0),
}
told = {}
for name, (rule, speed) in RULES.items():
    rng = Random(1)
    counts = [run(rule, speed, rng) for _ in range(RUNS)]
    told[name] = [sum(column) for column in zip(*counts, strict=True)][1:]
answered, stale_ones = zip(*told.values(), strict=True)
table("Old leader", [*RULES], {"Answers": answered, "Stale": stale_ones})

# %%
assert [bool(count) for count in stale_ones] == [True, False, True, False]

# %% [markdown]
# - **LOCAL_QUORUM** answers in half a millisecond, and at another place each
#   read may miss the write. QUORUM takes the ocean, and none does.
# - **All** has a slow answer a hundred times as often as two of three, and is
#   down a thousand times as long: 26 hours a year.
# - **The lease** is as cheap as the own copy, and not stale, as long as the
#   clock keeps the bound that was bet on. Who asks a majority doesn't answer at
#   all after the cut, and is never wrong.
#
# ## Recap
#
# What does a guarantee cost? The way to the last one who has to agree.
#
# 1. ONE and LOCAL_QUORUM stay at home. From Frankfurt, QUORUM costs 4.7 ms
#    among near regions and 64.1 far apart, ALL 10.7 and 100.5.
# 2. A write from Singapore to a leader in Frankfurt takes 164.6 ms: its own way
#    and the leader's.
# 3. Commit wait costs most in one region, where it makes 1 ms 8.5, and nothing
#    far apart.
# 4. Far apart, one read in 13 at ONE is still stale after 100 ms.
# 5. Waiting for all is the slowest *and* the least available choice.
#
# ## Try it
#
# Add `"Pacific": {"Oregon": 3, "Sydney": 3, "Singapore": 3}` to `PLACEMENTS`
# and run all cells. (The sentences still describe the other three.) From which
# of the two clients is QUORUM cheaper, and at which place would you put the
# leader? (From Singapore, with 61.8 ms in place of 123.0, as Sydney is near. So
# the leader's place is there or in Sydney.)
#
# [^spanner]: Corbett et al., “Spanner: Google's globally-distributed database”,
#     OSDI 2012, sections 3 and 4.2.1,
#     <https://www.usenix.org/conference/osdi12/technical-sessions/presentation/corbett>
