"""Half a transfer: neither CAP's C nor its A says that two writes are one.

100 go from Ada to Bob. A crash, or a partition, comes between the two writes.
Time: O(replicas). Space: O(replicas).
Source: P. Bailis, "Linearizability versus Serializability", 2014,
http://www.bailis.org/blog/linearizability-versus-serializability/
"""

import sqlite3


def one_machine(transaction: bool) -> list[int]:
    """Sums after a crash between two updates on a single server."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.execute("CREATE TABLE accounts (name TEXT, cents INTEGER)")
    database.execute("INSERT INTO accounts VALUES ('ada', 500), ('bob', 300)")
    if transaction:
        database.execute("BEGIN")
    database.execute("UPDATE accounts SET cents = 400 WHERE name = 'ada'")
    database.rollback()  # the crash: what is not committed is gone
    return list(database.execute("SELECT sum(cents) FROM accounts").fetchone())


def registers(reached: tuple[int, int]) -> list[int]:
    """The sum that a majority reads, if each write needs a majority too.

    `reached` says how many of three replicas the two writes can reach.
    """
    accounts = {"ada": 500, "bob": 300}
    if reached[0] >= 2:
        accounts["ada"] -= 100
        if reached[1] >= 2:  # else refused: linearizable, not available
            accounts["bob"] += 100
    return [sum(accounts.values())]


def ledgers() -> list[int]:
    """Sums at two sites that are cut off: a transfer is one record there."""
    left, right = {("ada", "bob", 100)}, {("bob", "ada", 20)}
    sums = []
    for records in (left, right, left | right):  # the last one when mended
        accounts = {"ada": 500, "bob": 300}
        for payer, payee, amount in records:
            accounts[payer] -= amount
            accounts[payee] += amount
        sums.append(sum(accounts.values()))
    return sums


if __name__ == "__main__":
    for title, sums in {
        "one machine, crash, two updates": one_machine(transaction=False),
        "one machine, crash, one transaction": one_machine(transaction=True),
        "majority registers, no partition": registers((3, 3)),
        "majority registers, cut between": registers((3, 1)),
        "a ledger on both sides of a cut": ledgers(),
    }.items():
        whole = "whole" if set(sums) == {800} else "100 are missing"
        print(f"{title:36} {' '.join(map(str, sums)):12} {whole}")
