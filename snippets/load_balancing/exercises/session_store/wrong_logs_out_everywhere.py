"""Ada has logged out on the laptop, and not on the phone."""

from collections.abc import Callable
from dataclasses import dataclass, field

IDLE = 1800  # seconds without a request that end a session
LIMIT = 28800  # seconds after its login that end it in any case


@dataclass(slots=True)
class Session:
    """What is known of one login."""

    user: str
    born: int
    used: int
    data: dict[str, str] = field(default_factory=dict)


class Store:
    """Sessions by id. Times are in seconds, and never go back."""

    def __init__(self, new_id: Callable[[], str]) -> None:
        self._new_id = new_id
        self._sessions: dict[str, Session] = {}

    def _live(self, session_id: str, now: int) -> Session | None:
        found = self._sessions.get(session_id)
        if found is None:
            return None
        if now - found.used >= IDLE or now - found.born >= LIMIT:
            del self._sessions[session_id]
            return None
        found.used = now
        return found

    def login(self, user: str, now: int, old: str | None = None) -> str:
        """A new id for the user; what `old` held goes with it if live.

        `old` ends, whoever it belonged to; another user's data does not go.
        """
        session_id = self._new_id()
        before = None if old is None else self._live(old, now)
        session = Session(user, born=now, used=now)
        if before is not None and before.user in (user, ""):
            session.data = before.data
        if old is not None:
            self._sessions.pop(old, None)
        self._sessions[session_id] = session
        return session_id

    def visit(self, now: int) -> str:
        """A new id for somebody who has not logged in: the user is ""."""
        return self.login("", now)

    def load(self, session_id: str, now: int) -> Session | None:
        """The session if it is live, and it is used now; else None."""
        return self._live(session_id, now)

    def logout(self, session_id: str) -> None:
        """End the session, if there is one."""
        found = self._sessions.pop(session_id, None)
        if found is not None:
            self.end_all(found.user)

    def end_all(self, user: str) -> None:
        """End all sessions of the user, on any device."""
        ended = [i for i, s in self._sessions.items() if s.user == user]
        for session_id in ended:
            del self._sessions[session_id]
