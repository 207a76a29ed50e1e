"""Forward secrecy: a stolen certificate key opens no recorded session.

TOY CRYPTOGRAPHY: small primes, no padding. It shows who can compute what.

Time: O(1) powers per session. Space: O(1).
Source: RFC 8446, section 1.2 and appendix E.1, "Forward secret with respect to
long-term keys", https://www.rfc-editor.org/rfc/rfc8446#appendix-E.1
"""

from dataclasses import dataclass
from hashlib import sha256
from random import Random

P, G = 2**127 - 1, 3  # Diffie-Hellman: prime and generator
N, E = (2**61 - 1) * (2**89 - 1), 65_537  # public, in the certificate
D = pow(E, -1, (2**61 - 2) * (2**89 - 2))  # the certificate's private key


@dataclass(frozen=True, slots=True)
class Recording:
    """All that passed the wire: numbers in the clear, then ciphertext."""

    sent: list[int]
    ciphertext: bytes


def xor(secret: int, text: bytes) -> bytes:
    """The text under a stream made of the secret; twice, the text again."""
    stream = sha256(str(secret).encode()).digest()
    return bytes(a ^ b for a, b in zip(text, stream, strict=False))


def key_transport(text: bytes, rng: Random) -> Recording:
    """The client encrypts a secret of its choice with the public key."""
    return Recording([pow(s := rng.randrange(2, N), E, N)], xor(s, text))


def key_agreement(text: bytes, rng: Random, kept: int = 0) -> Recording:
    """Each sends a share, then forgets its exponent, unless it is `kept`."""
    a, b = rng.randrange(2, P), kept or rng.randrange(2, P)
    return Recording([pow(G, a, P), pow(G, b, P)], xor(pow(G, a * b, P), text))


def can_read(record: Recording, *stolen: int) -> bool:
    """Whether one of the stolen exponents makes a number sent the secret."""
    powers = (pow(n, x, m) for n in record.sent for x in stolen for m in (N, P))
    return any(xor(s, record.ciphertext)[:4] == b"GET " for s in powers)


if __name__ == "__main__":
    rng, kept = Random(1), 2**100 + 17
    visits = [f"GET /cart?user={n}".encode() for n in range(100)]
    print("100 recordings, read with        D  D and exponent")
    for name, taken in {
        "key transport": [key_transport(v, rng) for v in visits],
        "key agreement": [key_agreement(v, rng) for v in visits],
        "one exponent for all": [key_agreement(v, rng, kept) for v in visits],
    }.items():
        read = [sum(can_read(r, *s) for r in taken) for s in ((D,), (D, kept))]
        print(f"{name:24}{read[0]:10}{read[1]:16}")
