"""What the levels of isolation cost where many write one row: retries.

Source: PostgreSQL manual, section 13.2, "Transaction Isolation", and
"pgbench", "Failures and Serialization/Deadlock Retries".
"""

import re

import pytest

from tests.evidence import Record
from tests.systems.postgresql import Server

CLIENTS, EACH = 8, 50
RETRIED = re.compile(r"number of transactions retried: (\d+)")
# Each transaction adds one amount to all of these.
BALANCES = """
    SELECT (SELECT sum(abalance) FROM pgbench_accounts) = total
       AND (SELECT sum(tbalance) FROM pgbench_tellers) = total
       AND (SELECT sum(bbalance) FROM pgbench_branches) = total
    FROM (SELECT sum(delta) AS total FROM pgbench_history) AS history
"""


@pytest.mark.parametrize(
    ("level", "retries"),
    [
        ("read committed", False),
        ("repeatable read", True),
        ("serializable", True),
    ],
)
def test_transactions_that_meet_are_retried_from_repeatable_read_on(
    level: str, retries: bool, postgres: Server, record_property: Record
) -> None:
    record_property("test", postgres.version)
    postgres.renew()
    postgres.pgbench("--initialize", "--quiet")
    setting = "default_transaction_isolation"
    postgres.value(f"ALTER DATABASE postgres SET {setting} = '{level}'")
    work = (f"--client={CLIENTS}", f"--transactions={EACH}", "--no-vacuum")
    said = postgres.pgbench(*work, "--max-tries=1000")
    assert f"processed: {CLIENTS * EACH}/{CLIENTS * EACH}" in said
    retried = RETRIED.search(said)
    assert retried
    record_property(
        "measured",
        f"PostgreSQL, pgbench with {CLIENTS} clients on one row, {level}: "
        f"{retried[1]} of {CLIENTS * EACH} transactions tried again",
    )
    assert (int(retried[1]) > 0) == retries
    assert postgres.value(BALANCES) == "t"
