import pytest

from snippets.databases.access_patterns import KEYS, LINES, Field, Read, ask


@pytest.mark.parametrize("asked", KEYS)
def test_every_layout_finds_the_same_lines(asked: Field) -> None:
    expected = sorted(line for line in LINES if getattr(line, asked) == 7)
    for layout in KEYS:
        assert sorted(ask(layout, asked, 7)[0]) == expected


@pytest.mark.parametrize("key", KEYS)
def test_a_key_that_is_named_reads_one_record_and_no_other_line(
    key: Field,
) -> None:
    found, read = ask(key, key, 7)
    assert read == Read(1, len(found))


@pytest.mark.parametrize("layout", KEYS)
@pytest.mark.parametrize("asked", KEYS)
def test_another_question_reads_all(layout: Field, asked: Field) -> None:
    if layout != asked:
        _, read = ask(layout, asked, 7)
        assert read.lines == len(LINES)
        assert read.records == len({getattr(line, layout) for line in LINES})


def test_no_order_has_a_product_twice() -> None:
    assert len({(line.order, line.product) for line in LINES}) == len(LINES)
