"""Power of two choices: join the shorter of two random queues.

Time: O(choices) per request. Space: O(servers).
Source: Azar et al., "Balanced allocations", SIAM J. Comput., 1999
"""

from random import Random

SERVERS = 10_000


def longest_queue(choices: int, requests: int, rng: Random) -> int:
    """Longest queue if each request joins one and none leaves."""
    queues = [0] * SERVERS
    for _ in range(requests):
        seen = [rng.randrange(SERVERS) for _ in range(choices)]
        queues[min(seen, key=queues.__getitem__)] += 1
    return max(queues)


if __name__ == "__main__":
    for choices in [1, 2, 3]:
        longest = longest_queue(choices, SERVERS, Random(1))
        print(f"best of {choices}: longest queue {longest}")
