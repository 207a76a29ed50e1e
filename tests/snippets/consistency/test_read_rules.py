from snippets.consistency.read_rules import in_flight, old_master, one_write


def test_a_majority_of_reads_misses_a_write_to_one() -> None:
    assert one_write()[-1] == "bob 2-3 x 0 read"


def test_a_later_reader_goes_back_unless_the_first_writes_back() -> None:
    assert in_flight(write_back=False)[-1] == "cyd 3-4 x 0 read"
    assert in_flight(write_back=True)[-1] == "cyd 3-4 x 1 read"


def test_an_old_master_that_asks_does_not_answer() -> None:
    assert old_master(asks_majority=False)[-1] == "bob 2-3 x 0 read"
    assert old_master(asks_majority=True)[-1] == "bob 2-? x ? read"
