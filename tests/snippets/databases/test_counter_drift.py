from random import Random

import pytest

from snippets.databases.counter_drift import (
    User,
    atomic,
    interleave,
    read_modify_write,
)


@pytest.mark.parametrize("seed", range(20))
def test_an_atomic_change_is_right_in_every_order(seed: int) -> None:
    user = User()
    interleave([atomic(user, 10) for _ in range(8)], Random(seed))
    assert user.post_count == user.posts == 80


def test_a_single_writer_loses_nothing() -> None:
    user = User()
    interleave([read_modify_write(user, 800)], Random(17))
    assert user.post_count == user.posts == 800


@pytest.mark.parametrize("seed", range(20))
def test_writers_that_read_before_they_write_lose_posts(seed: int) -> None:
    user = User()
    interleave([read_modify_write(user, 100) for _ in range(8)], Random(seed))
    assert user.posts == 800
    assert user.post_count < 400


def test_the_smallest_loss_needs_two_writers_and_one_post_each() -> None:
    user = User()
    one, two = read_modify_write(user, 1), read_modify_write(user, 1)
    for step in (one, two, one, two):  # read, read, write, write
        next(step)
    assert (user.posts, user.post_count) == (2, 1)
