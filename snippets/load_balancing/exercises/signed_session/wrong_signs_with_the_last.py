"""A look at an old token has changed which key signs."""

import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping

LIFETIME = 900  # seconds


class Signer:
    """Signs with the first of its keys, and checks with the one named."""

    def __init__(self, keys: Mapping[str, bytes]) -> None:
        """The keys by their names, in ASCII, the newest first."""
        self._keys = dict(keys)
        self._newest = next(iter(self._keys))

    def sign(self, user: str, now: int) -> str:
        """A token for the user: key's name, claims, signature."""
        claims = json.dumps({"user": user, "expires": now + LIFETIME})
        body = urlsafe_b64encode(claims.encode()).decode()
        signed = f"{self._newest}.{body}"
        return f"{signed}.{_mac(self._keys[self._newest], signed)}"

    def user(self, token: str, now: int) -> str | None:
        """Who holds the token, or None if it is not good, whatever it is."""
        if not token.isascii():
            return None
        name, _, rest = token.partition(".")
        body, _, signature = rest.partition(".")
        key = self._keys.get(name)
        if key is None:
            return None
        good = _mac(key, f"{name}.{body}")
        if not hmac.compare_digest(good, signature):
            return None
        self._newest = name
        claims = json.loads(urlsafe_b64decode(body))
        return str(claims["user"]) if now < claims["expires"] else None


def _mac(key: bytes, text: str) -> str:
    return hmac.digest(key, text.encode(), "sha256").hex()
