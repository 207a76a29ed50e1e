"""Fan-out on write: the last follower has a post after followers / rate.

Assumed: a post is inserted into each follower's timeline, in the order of
posting, at a fixed rate; nobody reads a timeline before its insert.

Time: O(posts). Space: O(posts).
Source: after Krikorian, "Timelines at scale", as reported in High Scalability,
"The architecture Twitter uses to deal with 150M active users", 2013
"""

RATE = 100_000  # inserts per second
# Seconds, account, followers: an order of posts within a few seconds.
POSTS = [
    (0.0, "ada", 200),
    (1.0, "a singer", 20_000_000),
    (2.0, "bob", 200),
]


def fan_out(posts: list[tuple[float, str, int]]) -> list[tuple[float, float]]:
    """For each post, after how many seconds the first and the last have it."""
    free_at = 0.0
    waits = []
    for at, _, followers in posts:
        start = max(at, free_at)
        free_at = start + followers / RATE
        waits.append((start + 1 / RATE - at, free_at - at))
    return waits


if __name__ == "__main__":
    print("posted by    followers  first has it after  last has it after")
    for (_, who, followers), (first, last) in zip(
        POSTS, fan_out(POSTS), strict=True
    ):
        print(f"{who:9} {followers:12,} {first:17.3f} s {last:16.3f} s")
