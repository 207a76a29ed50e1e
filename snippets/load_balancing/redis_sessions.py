"""Session store: any server may answer, as none of them holds the login.

Time: O(fields) per request. Space: O(sessions) in the store, none elsewhere.
Source: OWASP, Session Management Cheat Sheet,
https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html
"""

from collections.abc import Callable
from itertools import count
from typing import cast

from fakeredis import FakeRedis
from redis import Redis

IDLE_SECONDS = 1800
ABSOLUTE_SECONDS = 8 * 3600


class Sessions:
    """Logins by a secret id. Times are in whole seconds."""

    def __init__(self, redis: Redis, new_id: Callable[[], str]) -> None:
        self._redis, self._new_id = redis, new_id  # as secrets.token_urlsafe

    def login(self, user: str, now: int, old: str | None = None) -> str:
        """A new id, whatever the client brought; the old one ends."""
        session = self._new_id()
        with self._redis.pipeline(transaction=True) as transaction:
            if old is not None:
                transaction.delete(f"session:{old}")
            fields = ["user", user, "born", str(now)]
            transaction.hset(f"session:{session}", items=fields)
            transaction.expire(f"session:{session}", IDLE_SECONDS)
            transaction.execute()
        return session

    def user(self, session: str, now: int) -> str | None:
        """Whose it is, or None; each use prolongs it, up to the limit."""
        key = f"session:{session}"
        fields = cast(dict[str, str], self._redis.hgetall(key))
        limit = int(fields.get("born", now)) + ABSOLUTE_SECONDS
        rest = min(IDLE_SECONDS, limit - now)
        if "user" not in fields or not self._redis.expire(key, rest):
            return None
        return fields["user"] if rest > 0 else None


if __name__ == "__main__":
    redis, serial = FakeRedis(decode_responses=True), count(1)
    a, b = (Sessions(redis, lambda: f"id{next(serial)}") for _ in range(2))
    session = a.login("ada", now=0, old="planted")
    print("server A gives", session, "and server B knows", b.user(session, 9))
    print("who planted an id is", b.user("planted", 9))
    redis.expire(f"session:{session}", 60)
    print("idle, ends in", redis.ttl(f"session:{session}"), "s;", end=" ")
    b.user(session, now=1740)
    print("after a request in", redis.ttl(f"session:{session}"), "s")
    b.user(session, now=ABSOLUTE_SECONDS - 600)
    print("ten minutes before the limit:", redis.ttl(f"session:{session}"), "s")
    print("at the limit:", b.user(session, now=ABSOLUTE_SECONDS))
