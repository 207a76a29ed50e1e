from contextlib import closing

import pytest

from snippets.databases.failed_transfer import bank, transfer


@pytest.mark.parametrize(
    ("on_error", "bob"), [("COMMIT", 450), ("ROLLBACK", 150)]
)
def test_a_commit_after_an_error_keeps_the_half_that_a_rollback_undoes(
    on_error: str, bob: int
) -> None:
    with closing(bank({"ada": 200, "bob": 150})) as database:
        assert transfer(database, 300, on_error=on_error) == 200 + bob
        balances = database.execute("SELECT * FROM accounts").fetchall()
    assert balances == [("ada", 200), ("bob", bob)]


@pytest.mark.parametrize("amount", [0, 199, 200])
def test_a_transfer_up_to_the_balance_keeps_the_sum(amount: int) -> None:
    with closing(bank({"ada": 200, "bob": 150})) as database:
        assert transfer(database, amount, on_error="COMMIT") == 350
        [left] = database.execute(
            "SELECT balance FROM accounts WHERE owner = 'ada'"
        ).fetchone()
    assert left == 200 - amount
