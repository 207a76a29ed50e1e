from datetime import UTC, datetime
from decimal import Decimal

import pytest
from fakeredis import FakeRedis
from redis import DataError

from snippets.caching.json_round_trip import typed, untyped

SOURCES: list[dict[str, object]] = [
    {"price": Decimal("4.90"), "changed": datetime(2026, 1, 31, tzinfo=UTC)},
    {"price": Decimal(0), "changed": datetime(2026, 1, 31, 0, 0, 0, 1)},
]


@pytest.mark.parametrize("source", SOURCES)
def test_untyped_still_gives_text_on_a_hit(source: dict[str, object]) -> None:
    cache = FakeRedis(decode_responses=True)
    assert untyped(cache, source) == source
    assert untyped(cache, source) == {
        field: str(value) for field, value in source.items()
    }


@pytest.mark.parametrize("source", SOURCES)
def test_typed_gives_the_source_on_miss_and_hit(
    source: dict[str, object],
) -> None:
    cache = FakeRedis(decode_responses=True)
    assert typed(cache, source) == source
    assert typed(cache, source) == source


def test_the_client_refuses_a_dict() -> None:
    with pytest.raises(DataError):
        FakeRedis().set("raw", {})  # type: ignore[arg-type]
