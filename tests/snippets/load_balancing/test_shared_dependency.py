import pytest

from snippets.load_balancing.shared_dependency import (
    BROKEN,
    NEEDS,
    SECONDS,
    SERVERS,
    THRESHOLD,
    Server,
    run,
)

OUT = BROKEN.start + THRESHOLD  # when servers are out that fail from then on
BACK = BROKEN.stop + THRESHOLD


@pytest.mark.parametrize("deep", [False, True])
def test_a_server_that_is_down_is_taken_out_by_either_check(
    deep: bool,
) -> None:
    answered = run(1, deep, 0.0, database=False)
    assert answered[BROKEN.start : OUT] == [1 - 1 / SERVERS] * THRESHOLD
    assert answered[: BROKEN.start] == [1.0] * BROKEN.start
    assert answered[OUT:] == [1.0] * (SECONDS - OUT)


def test_without_a_deep_check_what_needs_no_database_is_answered() -> None:
    answered = run(0, False, 0.0, database=True)
    assert {answered[second] for second in BROKEN} == {1 - NEEDS}
    assert answered[BROKEN.stop] == 1.0


def test_a_deep_check_takes_all_out_and_outlasts_the_database() -> None:
    answered = run(0, True, 0.0, database=True)
    assert answered[OUT : BROKEN.stop] == [0.0] * (BROKEN.stop - OUT)
    assert answered[BROKEN.stop : BACK] == [0.0] * THRESHOLD
    assert answered[BACK] == 1.0


def test_panic_makes_the_deep_check_harmless() -> None:
    assert run(0, True, 0.5, database=True) == run(0, False, 0.0, database=True)


def test_panic_does_not_concern_a_single_server() -> None:
    assert run(1, True, 0.5, database=False) == run(
        1, True, 0.0, database=False
    )


def test_a_server_that_was_just_taken_out_comes_back_as_slowly() -> None:
    server = Server()
    for success in (False, True):
        for _ in range(THRESHOLD):
            assert server.up != success
            server.observe(success)
        assert server.up == success
