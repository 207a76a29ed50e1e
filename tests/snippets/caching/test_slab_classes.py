import pytest

from snippets.caching.slab_classes import (
    ALIGN,
    LARGEST,
    SMALLEST,
    chunk_for,
    chunk_sizes,
)


def test_the_classes_are_those_that_memcached_lists() -> None:
    sizes = chunk_sizes(1.25)
    assert len(sizes) == 39
    assert sizes[:6] == [96, 120, 152, 192, 240, 304]
    assert sizes[-4:] == [252_696, 315_872, 394_840, 524_288]


@pytest.mark.parametrize("factor", [1.1, 1.25, 2.0])
def test_sizes_rise_from_the_smallest_to_the_largest(factor: float) -> None:
    sizes = chunk_sizes(factor)
    assert sizes == sorted(set(sizes))
    assert (sizes[0], sizes[-1]) == (SMALLEST, LARGEST)
    assert all(size % ALIGN == 0 for size in sizes)


def test_an_item_that_fits_exactly_takes_its_chunk_and_one_more_the_next() -> (
    None
):
    sizes = chunk_sizes(1.25)
    assert chunk_for(120, sizes) == 120
    assert chunk_for(121, sizes) == 152


def test_an_item_larger_than_every_chunk_is_an_error() -> None:
    sizes = chunk_sizes(1.25)
    assert chunk_for(LARGEST, sizes) == LARGEST
    with pytest.raises(ValueError, match="524289 bytes"):
        chunk_for(LARGEST + 1, sizes)


def test_the_last_class_leaves_up_to_a_quarter_unused() -> None:
    sizes = chunk_sizes(1.25)
    assert chunk_for(sizes[-2] + 1, sizes) == LARGEST
    assert (LARGEST - sizes[-2] - 1) / LARGEST == pytest.approx(0.247, abs=1e-3)


def test_the_smallest_items_leave_more_than_a_third_unused() -> None:
    item = 48 + 2 + 3 + 8  # header, a key and a value of one letter, CAS
    chunk = chunk_for(item, chunk_sizes(1.25))
    assert (chunk - item) / chunk == pytest.approx(0.365, abs=1e-3)


def test_the_factor_bounds_what_is_unused() -> None:
    sizes = chunk_sizes(1.25)
    for item in range(SMALLEST + 1, 10_000):
        chunk = chunk_for(item, sizes)
        assert (chunk - item) / chunk < 1 - 1 / 1.25 + ALIGN / chunk
