"""JSON round trip: a hit must have the types that a miss has.

Time: O(size of the value). Space: O(size of the value).
Source: Python documentation, json, "Encoders and Decoders",
https://docs.python.org/3/library/json.html#encoders-and-decoders
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal

from fakeredis import FakeRedis
from redis import DataError, Redis

type Product = dict[str, object]
DECODERS: dict[str, Callable[[str], object]] = {
    "price": Decimal,
    "changed": datetime.fromisoformat,
}


def untyped(cache: Redis, source: Product) -> Product:
    """WRONG: a miss returns the source, a hit what JSON made of it."""
    held = cache.get("untyped")
    if held is None:
        cache.set("untyped", json.dumps(source, default=str))
        return source
    hit: Product = json.loads(held)
    return hit


def typed(cache: Redis, source: Product) -> Product:
    """The product as `source` has it; miss and hit take the same path out."""
    held = cache.get("typed")
    if held is None:
        held = json.dumps(source, default=str)
        cache.set("typed", held)
    product: Product = json.loads(held)
    for field, decode in DECODERS.items():
        product[field] = decode(str(product[field]))
    return product


if __name__ == "__main__":
    cache = FakeRedis(decode_responses=True)
    changed = datetime(2026, 1, 31, tzinfo=UTC)
    source: Product = {"price": Decimal("4.90"), "changed": changed}
    for get in [untyped, typed]:
        for event in ["miss", "hit"]:
            product = get(cache, source)
            types = [type(value).__name__ for value in product.values()]
            print(f"{get.__name__:8}{event:5}{', '.join(types)}")
    print("a key 1 becomes", json.loads(json.dumps({1: "tea"})))
    try:
        cache.set("raw", source)  # type: ignore[arg-type]
    except DataError as error:
        print("no JSON:", error)
