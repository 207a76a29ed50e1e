"""A ride's register holds its driver."""

from contextlib import suppress
from typing import Protocol


class Store(Protocol):
    """Registers by name, each of them linearizable; all start as "" at 0."""

    def get(self, name: str) -> tuple[str, int]:
        """The value, and the number of writes that the register has had."""

    def put_if(self, name: str, value: str, version: int) -> bool:
        """Write if `version` is still the number; whether it was written.

        Raises TimeoutError if no answer came: it has been done, or will be
        done in a moment, or never.
        """


def claim(store: Store, name: str, owner: str) -> bool:
    """Make a register the owner's, if it is nobody's; whether it is now."""
    while True:
        found, version = store.get(name)
        if found:
            return found == owner
        # After a TimeoutError look again: it may have been done.
        with suppress(TimeoutError):
            if store.put_if(name, owner, version):
                return True


def assign(store: Store, ride: str, drivers: list[str]) -> str | None:
    """The ride's driver: the first one that is free, or None if none is.

    A driver's register holds the ride, a ride's register the driver. Whoever
    asks for a ride that has a driver gets that one, on whichever server.
    """
    for driver in drivers:
        if found := store.get(ride)[0]:
            return found
        if claim(store, driver, ride):
            return driver
    return store.get(ride)[0] or None


def finish(store: Store, ride: str, driver: str) -> None:
    """The driver is free again, if it was this ride's; repeated, nothing."""
    while True:
        found, version = store.get(driver)
        if found != ride:
            return
        with suppress(TimeoutError):
            store.put_if(driver, "", version)
