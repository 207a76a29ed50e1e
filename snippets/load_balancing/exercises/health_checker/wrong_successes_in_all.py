"""A failure ends the row of successes: they count in a row, too."""

from collections.abc import Iterable
from dataclasses import dataclass

FALL = 3  # failures in a row that take a server out
RISE = 2  # successes in a row that bring it back
PANIC = 0.5  # with a smaller share of servers up, all may be asked


@dataclass(slots=True)
class State:
    """What is known of one server."""

    up: bool = False
    probed: bool = False
    against: int = 0  # probes in a row that contradict `up`


class Checker:
    """Takes note of probes, and says which servers may get requests."""

    def __init__(self, servers: Iterable[str]) -> None:
        self._states = {server: State() for server in servers}

    def observe(self, server: str, success: bool) -> None:
        """A probe of the server has ended; KeyError for an unknown one."""
        state = self._states[server]
        if not state.probed:
            state.probed, state.up = True, success
            return
        if success == state.up:
            state.against = 0 if state.up else state.against
            return
        state.against += 1
        if state.against == (FALL if state.up else RISE):
            state.up, state.against = success, 0

    def usable(self) -> list[str]:
        """The servers that may be asked, in the order they were given."""
        up = [server for server, state in self._states.items() if state.up]
        if len(up) < PANIC * len(self._states):
            return list(self._states)
        return up
