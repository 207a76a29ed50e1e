"""Authentication: a signature and a MAC over all messages end what was altered.

TOY CRYPTOGRAPHY: small primes, no padding.

Time: O(bytes of the messages). Space: O(bytes of the messages).
Source: RFC 8446, sections 4.4.1 (transcript), 4.4.3 (CertificateVerify) and
4.4.4 (Finished), https://www.rfc-editor.org/rfc/rfc8446#section-4.4
"""

import hmac
from hashlib import sha256

P, G = 2**127 - 1, 3  # Diffie-Hellman
N, E = (2**61 - 1) * (2**89 - 1), 65_537  # the server's certificate
D = pow(E, -1, (2**61 - 2) * (2**89 - 2))  # only the server has it
A, B, M = 2**90 + 7, 2**91 + 9, 2**92 + 11  # client, server, Mallory


def transcript(*messages: str) -> int:
    """A digest of all messages, in their order, small enough to sign."""
    return int.from_bytes(sha256("\n".join(messages).encode()).digest()[:16])


def finished(secret: int, digest: int) -> bytes:
    """The MAC by which an end says: I have this key, and saw these messages."""
    return hmac.digest(str(secret).encode(), str(digest).encode(), "sha256")


def handshake(attack: str) -> tuple[str, bool, bool]:
    """What the server chose, and whether signature and MAC are good."""
    sent = f"ciphers=STRONG,WEAK share={pow(G, A, P)}"
    seen = sent.replace("STRONG,", "") if "offer" in attack else sent
    if "shares" in attack:  # Mallory agrees on one key with each end
        seen = seen.replace(str(pow(G, A, P)), str(pow(G, M, P)))
    cipher = "STRONG" if "STRONG" in seen else "WEAK"
    answer = f"cipher={cipher} share={pow(G, B, P)}"
    digest = transcript(seen, answer)  # as the server saw it
    signature = pow(digest, D, N)
    mac = finished(pow(int(seen.partition("share=")[2]), B, P), digest)
    if "shares" in attack:
        answer = answer.replace(str(pow(G, B, P)), str(pow(G, M, P)))
        mac = finished(pow(G, A * M, P), transcript(sent, answer))
    digest = transcript(sent, answer)  # as the client saw it
    if "D stolen" in attack:
        signature = pow(digest, D, N)
    secret = pow(int(answer.partition("share=")[2]), A, P)
    signed = pow(signature, E, N) == digest
    return cipher, signed, hmac.compare_digest(mac, finished(secret, digest))


if __name__ == "__main__":
    print("Mallory alters      chosen  signature  Finished")
    for attack in ["nothing", "the offer", "the shares", "shares, D stolen"]:
        cipher, *checks = handshake(attack)
        said = ["good" if good else "WRONG" for good in checks]
        print(f"{attack:20}{cipher:8}{said[0]:11}{said[1]}")
