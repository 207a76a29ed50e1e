import json
from itertools import islice

import pytest

from snippets.databases.embedded_orders import growth, order, size


def test_the_document_has_the_size_of_its_json() -> None:
    orders = [order(number) for number in range(12)]
    whole = {"_id": 17, "name": "ada", "orders": orders}
    *_, (count, document, _, _) = islice(growth(1 << 20), 12)
    assert (count, document) == (12, size(whole))
    assert size(whole) == len(json.dumps(whole, separators=(",", ":")))


def test_each_order_writes_the_orders_before_it_again() -> None:
    documents = [document for _, document, _, _ in islice(growth(1 << 20), 9)]
    *_, (_, _, as_document, _) = islice(growth(1 << 20), 9)
    assert as_document == sum(documents)


def test_rows_are_written_once() -> None:
    *_, (_, document, _, as_rows) = islice(growth(1 << 20), 100)
    assert 0.97 * document < as_rows < document


def test_ten_times_the_orders_are_a_hundred_times_the_writing() -> None:
    written = [as_document for _, _, as_document, _ in growth(200_000)]
    assert written[999] / written[99] == pytest.approx(100, rel=0.02)


def test_it_ends_when_the_next_order_has_no_room() -> None:
    *_, (count, document, _, _) = growth(10_000)
    assert document <= 10_000 < document + 1 + size(order(count))


def test_a_document_without_room_for_one_order_takes_none() -> None:
    assert list(growth(40)) == []
