"""What a failover of Redis Cluster costs: an outage, and acknowledged writes.

Source: Redis manual, "Redis cluster specification", "Write safety" and
"Availability".
"""

import os
import signal
import time

from tests.evidence import Record
from tests.systems import redis
from tests.systems.program import run, wait

NODE_TIMEOUT_MS = 2000
WRITES = 1000
VALUE = "x" * 50_000
# `user:123` is of the third master, `{room:12}` of the first.
LOST_WITH_MASTER, HEALTHY = "user:123", "{room:12}"


def write(node: redis.Server, key: str) -> str:
    try:
        return node.run("SET", key, "ada")
    except RuntimeError as refusal:
        return str(refusal)


def test_a_dead_masters_slots_are_out_until_its_replica_is_elected(
    record_property: Record,
) -> None:
    with redis.cluster(NODE_TIMEOUT_MS) as nodes:
        record_property("test", nodes[0].version)
        first, _, third, *_, replica = nodes
        assert write(third, LOST_WITH_MASTER) == "OK"
        third.program.kill()
        killed = time.monotonic()
        assert write(replica, LOST_WITH_MASTER).startswith("MOVED")
        healthy = set()

        def is_elected() -> bool:
            healthy.add(write(first, HEALTHY))
            return write(replica, LOST_WITH_MASTER) == "OK"

        wait(is_elected, "an election")
        outage_ms = (time.monotonic() - killed) * 1000
    record_property(
        "measured",
        f"Redis Cluster, `cluster-node-timeout` {NODE_TIMEOUT_MS} ms: a dead "
        f"master's slots were out for {outage_ms / 1000:.1f} s",
    )
    assert outage_ms > NODE_TIMEOUT_MS
    # By default no slot is served while one is not covered, so that the
    # masters that are well refuse writes too, once they know.
    assert healthy == {"OK", "CLUSTERDOWN The cluster is down"}


def test_writes_that_were_acknowledged_are_lost_with_their_master(
    record_property: Record,
) -> None:
    with redis.cluster(NODE_TIMEOUT_MS) as nodes:
        record_property("test", nodes[0].version)
        *_, third, _, _, replica = nodes
        replicated = f"{{{LOST_WITH_MASTER}}}:replicated"
        assert "1" in run(third.cli, f"SET {replicated} ada\nWAIT 1 0\n")
        os.kill(replica.program.process.pid, signal.SIGSTOP)
        keys = [f"{{{LOST_WITH_MASTER}}}:{i}" for i in range(WRITES)]
        script = "".join(f"SET {key} {VALUE}\n" for key in keys)
        acknowledged = run(third.cli, script).splitlines().count("OK")
        third.program.kill()
        os.kill(replica.program.process.pid, signal.SIGCONT)
        wait(lambda: write(replica, LOST_WITH_MASTER) == "OK", "an election")
        assert replica.run("GET", replicated) == "ada"
        script = "".join(f"EXISTS {key}\n" for key in keys)
        present = run(replica.cli, script).splitlines().count("1")
    record_property(
        "measured",
        f"Redis Cluster: of {acknowledged:,} acknowledged writes "
        f"{acknowledged - present:,} were lost with a master whose replica "
        "had been paused",
    )
    assert acknowledged == WRITES
    assert present < WRITES
