"""Write and look-up make the same key."""

from typing import Protocol


class Store(Protocol):
    """Keys and values. Each write alone is atomic; two of them are not."""

    def get(self, key: str) -> str | None:
        """The value, or None."""

    def put(self, key: str, value: str) -> None:
        """Set the value."""

    def delete(self, key: str) -> None:
        """Remove the key, if it is there."""

    def keys(self) -> list[str]:
        """All keys, which reads all."""


def email_of(store: Store, user: str) -> str | None:
    """What the user's row says."""
    return store.get(f"user:{user}")


def save(store: Store, user: str, email: str) -> None:
    """Set the user's email. The row is `user:…`; write it nowhere else.

    Raises ValueError, and writes nothing, if it is another user's email.
    """
    owner = find(store, email)
    if owner not in (None, user):
        raise ValueError(f"{email} belongs to {owner}.")
    old = email_of(store, user)
    store.put(f"email:{email.lower()}", user)
    store.put(f"user:{user}", email)
    if old not in (None, email):
        store.delete(f"email:{old}")


def find(store: Store, email: str) -> str | None:
    """The user whose row has this email, or None; by two reads at most."""
    user = store.get(f"email:{email}")
    if user is None or email_of(store, user) != email:
        return None
    return user
