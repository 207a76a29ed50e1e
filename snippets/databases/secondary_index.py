"""Secondary index by hand: a second key, which a crash leaves out of step.

Assumption: one client writes, and may crash between two keys.
Time: O(1) per look-up. Space: O(users), once more.
Source: Redis documentation, "Secondary indexing",
https://redis.io/docs/latest/develop/clients/patterns/indexes/
"""

from collections.abc import Iterator

type Write = tuple[str, str | None]  # key and value; None deletes
type Store = dict[str, str]

BEFORE = {"user:17": "ada@old.org", "email:ada@old.org": "user:17"}
ROW: Write = ("user:17", "ada@new.org")
ENTRY: Write = ("email:ada@new.org", "user:17")
OLD: Write = ("email:ada@old.org", None)


def after(batches: list[list[Write]], crash: int) -> Store:
    """What is stored if the client crashes before that batch."""
    store = dict(BEFORE)
    for batch in batches[:crash]:
        for key, value in batch:
            if value is None:
                store.pop(key, None)
            else:
                store[key] = value
    return store


def by_email(store: Store, email: str, *, verify: bool) -> str | None:
    """The user that the index names; verified, if the row says so too."""
    user = store.get(f"email:{email}")
    agrees = user is not None and store.get(user) == email
    return user if agrees or not verify else None


def faults(store: Store, *, verify: bool) -> Iterator[str]:
    """What a reader is told wrongly."""
    for email in ("ada@old.org", "ada@new.org"):
        found = by_email(store, email, verify=verify)
        if found and store[found] != email:
            yield "wrong user"
        if not found and store["user:17"] == email:
            yield "no user"


if __name__ == "__main__":
    ways: list[tuple[str, list[list[Write]], bool]] = [
        ("row, entry, delete old", [[ROW], [ENTRY], [OLD]], False),
        ("entry, row, delete old", [[ENTRY], [ROW], [OLD]], False),
        ("the same, verified", [[ENTRY], [ROW], [OLD]], True),
        ("all in one batch", [[ROW, ENTRY, OLD]], False),
    ]
    for name, batches, verify in ways:
        print(name)
        for crash in range(len(batches) + 1):
            said = ", ".join(faults(after(batches, crash), verify=verify))
            print(f"  crash after {crash}: {said or 'right'}")
