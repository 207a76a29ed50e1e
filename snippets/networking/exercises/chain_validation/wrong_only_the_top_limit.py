"""The limit of each CA counts, not only that of the highest."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Certificate:
    """A name and a key, signed; the signature is simulated by a key's name."""

    subject: str
    key: str
    issuer: str  # the name of who signed it
    signer: str  # the key that signed it
    first: int = 0  # the first second of its validity
    last: int = 999  # the last one
    is_ca: bool = False  # may it issue others?
    path_length: int | None = None  # CAs below it at most; None: any number


def trusted(
    chain: list[Certificate], roots: dict[str, str], host: str, now: int
) -> bool:
    """Whether the chain, the server's certificate first, is that of the host.

    The last one is signed by a root; `roots` are the names and keys of those
    that this client has.
    """
    if not chain or chain[0].subject != host:
        return False
    issuers = [(c.subject, c.key) for c in chain[1:]]
    root = chain[-1].issuer
    if root not in roots:
        return False
    issuers.append((root, roots[root]))
    for depth, certificate in enumerate(chain):
        if not certificate.first <= now <= certificate.last:
            return False
        if (certificate.issuer, certificate.signer) != issuers[depth]:
            return False
        if depth and not certificate.is_ca:
            return False
    limit = chain[-1].path_length
    return len(chain) == 1 or limit is None or len(chain) - 2 <= limit
