"""Counter drift: a stored count is right only if one statement changes it.

Time: O(posts) steps. Space: O(writers).
Source: PostgreSQL manual, section 13.2.1, "Read Committed Isolation Level",
https://www.postgresql.org/docs/current/transaction-iso.html
"""

from collections.abc import Iterator
from random import Random

SEED = 17
POSTS = 800  # in all


class User:
    """A row with a count, and what it ought to count."""

    posts = 0
    post_count = 0


def read_modify_write(user: User, posts: int) -> Iterator[None]:
    """A writer that reads the count and stores it plus one; yields between."""
    for _ in range(posts):
        user.posts += 1
        count = user.post_count
        yield
        user.post_count = count + 1
        yield


def atomic(user: User, posts: int) -> Iterator[None]:
    """A writer that says `SET post_count = post_count + 1`."""
    for _ in range(posts):
        user.posts += 1
        yield
        user.post_count += 1
        yield


def interleave(writers: list[Iterator[None]], random: Random) -> None:
    """Step a writer drawn at random, until all are done."""
    while writers:
        writer = random.choice(writers)
        try:
            next(writer)
        except StopIteration:
            writers.remove(writer)


if __name__ == "__main__":
    for write in [read_modify_write, atomic]:
        for writers in [1, 2, 8]:
            user, random = User(), Random(SEED)
            share = POSTS // writers
            interleave([write(user, share) for _ in range(writers)], random)
            print(
                f"{write.__name__:17}  writers: {writers}  "
                f"post_count {user.post_count} of {user.posts}"
            )
