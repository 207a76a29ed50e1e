"""X25519: two ends agree on a secret that neither of them sends.

TOY IMPLEMENTATION: right, but its time depends on the secret.

Time: 255 steps of a ladder. Space: O(1).
Source: RFC 7748, section 5; the keys of RFC 8448, section 3,
https://www.rfc-editor.org/rfc/rfc7748#section-5
"""

P = 2**255 - 19
A24 = 121_665
BASE = (9).to_bytes(32, "little")


def x25519(private: bytes, public: bytes) -> bytes:
    """The point `public` (its u), added to itself `private` times."""
    k = int.from_bytes(private, "little")
    k = (k & ~7 & (2**254 - 1)) | 2**254
    u = (int.from_bytes(public, "little") & (2**255 - 1)) % P
    x2, z2, x3, z3 = 1, 0, u, 1  # times 0 and times 1, as fractions x / z
    for bit in reversed(range(255)):
        one = k >> bit & 1
        if one:
            x2, z2, x3, z3 = x3, z3, x2, z2
        da, cb = (x3 - z3) * (x2 + z2), (x3 + z3) * (x2 - z2)
        aa, bb = (x2 + z2) ** 2, (x2 - z2) ** 2
        x3, z3 = (da + cb) ** 2 % P, u * (da - cb) ** 2 % P
        x2, z2 = aa * bb % P, (aa - bb) * (aa + A24 * (aa - bb)) % P
        if one:
            x2, z2, x3, z3 = x3, z3, x2, z2
    return (x2 * pow(z2, P - 2, P) % P).to_bytes(32, "little")


if __name__ == "__main__":
    client = bytes.fromhex(
        "49af42ba7f7994852d713ef2784bcbcaa7911de26adc5642cb634540e7ea5005"
    )
    server = bytes.fromhex(
        "b1580eeadf6dd589b8ef4f2d5652578cc810e9980191ec8d058308cea216a21e"
    )
    to_server, to_client = x25519(client, BASE), x25519(server, BASE)
    print("sent by the client:", to_server.hex()[:32], "…")
    print("sent by the server:", to_client.hex()[:32], "…")
    print("the client gets:   ", x25519(client, to_client).hex()[:32], "…")
    print("the server gets:   ", x25519(server, to_server).hex()[:32], "…")
