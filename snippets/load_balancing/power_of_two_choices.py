"""Power of two choices: join the shorter of two random queues.

Time: O(choices) per request. Space: O(servers).
Source: Azar, Broder, Karlin, Upfal, SIAM J. Comput. 29(1), 1999
"""

from random import Random

SERVERS = 10_000


def longest_queue(choices: int, requests: int, rng: Random) -> int:
    """Length of the longest queue after each request joined one."""
    queues = [0] * SERVERS
    for _ in range(requests):
        seen = [rng.randrange(SERVERS) for _ in range(choices)]
        queues[min(seen, key=queues.__getitem__)] += 1
    return max(queues)


if __name__ == "__main__":
    for choices in [1, 2, 3]:
        longest = longest_queue(choices, 10_000, Random(1))
        print(f"best of {choices}: longest queue {longest}")
