"""What a partition does to etcd: the minority refuses, the majority goes on.

Source: etcd manual, "Failure modes", "Network partition",
https://etcd.io/docs/v3.5/op-guide/failures/
"""

import shutil
import subprocess
from pathlib import Path

from tests.evidence import Record
from tests.systems import etcd
from tests.systems.program import MissingProgramError, need, run

SCRIPT = Path(__file__).with_name("partition.sh")
# With the first process of its namespace ends every other one.
APART = ["unshare", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"]


def isolated() -> list[str]:
    """The command of a network that one may cut: by root, sudo or the kernel.

    Raises MissingProgramError where none of them allows it.
    """
    as_user = [*APART, "--user", "--map-root-user"]
    for command in (APART, ["sudo", "-n", *APART], as_user):
        if shutil.which(command[0]) and not (
            subprocess.run([*command, "true"], capture_output=True).returncode
        ):
            return command
    raise MissingProgramError(
        "No network namespace can be made: run this test as root, or allow "
        "users their own namespaces."
    )


def test_a_leader_that_is_cut_off_refuses_and_serves_what_it_had(
    record_property: Record,
) -> None:
    for package in ("etcd-server", "etcd-client", "iproute2"):
        need(package)
    record_property("test", etcd.version())
    said = run([*isolated(), "timeout", "50", "bash", str(SCRIPT)])
    assert said.splitlines() == [
        "majority write: accepted",
        "minority write: refused",
        "minority read, linearizable: refused",
        "minority read, serializable: free",
        "mended: ada",
    ]
