import pytest

from snippets.databases.log_record_checksum import misread, read, record


def test_without_a_checksum_old_bytes_are_read_as_records() -> None:
    assert "cyd=970 commi50" in misread((0, 0), checked=False)


def test_a_checksum_alone_accepts_whole_records_of_the_older_log() -> None:
    assert set(misread((0, 0), checked=True)) == {
        "ada=100 bob=150",
        "cyd=970 bob=150",
    }


def test_with_a_salt_no_crash_misleads() -> None:
    assert misread((1, 2), checked=True) == []


@pytest.mark.parametrize("texts", [[], ["a"], ["a", "commit!", "ü" * 300]])
def test_what_was_written_whole_is_read(texts: list[str]) -> None:
    log = b"".join(record(text, 7) for text in texts)
    assert read(log, 7, checked=True) == texts
    assert read(log, 8, checked=True) == []


def test_each_flipped_bit_ends_the_log_there() -> None:
    whole = record("ada=70", 1)
    for bit in range(len(whole) * 8):
        damaged = bytearray(whole)
        damaged[bit // 8] ^= 1 << bit % 8
        log = record("first", 1) + damaged + record("third", 1)
        assert read(log, 1, checked=True) == ["first"]


def test_empty_space_is_no_record() -> None:
    assert read(bytes(100), 0, checked=False) == []
