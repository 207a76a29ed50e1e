"""What a partition does to etcd: the minority refuses, the majority goes on.

Source: etcd manual, "Failure modes", "Network partition",
https://etcd.io/docs/v3.5/op-guide/failures/
"""

from pathlib import Path

import pytest

from tests.evidence import Record
from tests.systems import etcd

PATIENTLY = "until {} >/dev/null 2>&1; do sleep 0.1; done"
GET = "etcdctl get seat --print-value-only"


def on(node: int, command: str) -> str:
    return f"ip netns exec n{node} {command}"


def test_a_leader_that_is_cut_off_refuses_and_serves_what_it_had(
    record_property: Record,
) -> None:
    record_property("test", etcd.version())
    with etcd.networks() as ask:
        assert ask(on(1, "etcdctl put seat free")) == "OK\n"
        for node in (1, 2, 3):
            assert ask(on(node, GET)) == "free\n"
        assert ask("ip link set port1 down") == ""
        ask(PATIENTLY.format(on(2, "etcdctl put seat ada")))
        assert ask(on(3, GET)) == "ada\n"
        refused = "context deadline exceeded\n"
        short = "--command-timeout=2s"
        assert ask(on(1, f"etcdctl put seat bob {short}")).endswith(refused)
        assert ask(on(1, f"{GET} {short}")).endswith(refused)
        assert ask(on(1, f"{GET} --consistency=s")) == "free\n"
        ask("ip link set port1 up")
        ask(PATIENTLY.format(on(1, GET)))
        assert ask(on(1, GET)) == "ada\n"


def test_networks_that_can_not_be_made_show_what_was_printed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.sh"
    broken.write_text("echo no bridge\n")
    monkeypatch.setattr(etcd, "NETWORKS", broken)
    with (
        pytest.raises(RuntimeError, match="ended: no bridge"),
        etcd.networks(),
    ):
        pass
