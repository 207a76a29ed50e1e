"""Cache penetration: requests for what does not exist pass every cache.

Time: O(1) commands per request. Space: a key per remembered absence; the
filter needs 16 bits per known name.
Source: RFC 2308 section 5, for negative answers that expire,
https://www.rfc-editor.org/rfc/rfc2308; Bloom, CACM 13(7), 1970, for the filter
"""

import json
import sqlite3
from hashlib import blake2b

import redis
from fakeredis import FakeRedis

NAMES = [f"user{n}" for n in range(1_000)]
BITS, HASHES = 16 * len(NAMES), 11
FOUND, ABSENT = 3_600, 30  # seconds that an answer is kept


def places(name: str) -> list[int]:
    """Bits of the filter that stand for the name."""
    digest = blake2b(name.encode(), digest_size=4 * HASHES).digest()
    words = [digest[i : i + 4] for i in range(0, 4 * HASHES, 4)]
    return [int.from_bytes(word) % BITS for word in words]


def queries(
    name: str, cache: redis.Redis, db: sqlite3.Connection, negative: bool
) -> int:
    """Queries, 0 or 1, of a cache-aside read; it may remember an absence."""
    if cache.get(name) is not None:  # "null" is a remembered absence
        return 0
    row = db.execute("SELECT * FROM users WHERE name = ?", [name]).fetchone()
    if row is not None or negative:
        cache.set(name, json.dumps(row), ex=FOUND if row else ABSENT)
    return 1


if __name__ == "__main__":
    cache, db = FakeRedis(decode_responses=True), sqlite3.connect(":memory:")
    db.execute("CREATE TABLE users (name TEXT PRIMARY KEY)")
    db.executemany("INSERT INTO users VALUES (?)", [[name] for name in NAMES])
    known = bytearray(BITS)  # a byte per bit, for readability
    for name in NAMES:
        for place in places(name):
            known[place] = 1
    same, different = ["ghost"] * 1_000, [f"ghost{n}" for n in range(1_000)]
    print("1,000 requests for     one absent name       1,000 absent names")
    for defence in ["nothing", "negative caching", "Bloom filter"]:
        cells = []
        for wanted in [same, different]:
            cache.flushdb()
            if defence == "Bloom filter":
                wanted = [w for w in wanted if all(known[p] for p in places(w))]
            negative = defence == "negative caching"
            asked = sum(queries(w, cache, db, negative) for w in wanted)
            cells.append(f"{asked:5} queries {cache.dbsize():5} keys")
        print(f"{defence:17}", *cells)
    db.close()
