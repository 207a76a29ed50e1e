"""Deep health check: one database fails, and every server is taken out.

Simulated: 10 servers share a database. The share NEEDS of the requests needs
it. Probes come once per second, three in a row change a server's state.
Time: O(servers) per second. Space: O(servers).
Source: D. Yanacek, "Implementing health checks", Amazon Builders' Library,
https://aws.amazon.com/builders-library/implementing-health-checks/
"""

from dataclasses import dataclass

SERVERS, SECONDS, NEEDS, THRESHOLD = 10, 60, 0.3, 3
BROKEN = range(20, 40)  # seconds in which something is


@dataclass(slots=True)
class Server:
    """What the balancer knows of it."""

    up: bool = True
    against: int = 0  # probes in a row that contradict the state

    def observe(self, success: bool) -> None:
        """Take note of one probe."""
        self.against = self.against + 1 if success != self.up else 0
        if self.against == THRESHOLD:
            self.up, self.against = success, 0


def run(down: int, deep: bool, panic: float, database: bool) -> list[float]:
    """Share of requests answered, by second, while something is BROKEN.

    That is the database, or so many servers `down`. With less than the share
    `panic` up, the balancer asks all.
    """
    servers, answered = [Server() for _ in range(SERVERS)], []
    for second in range(SECONDS):
        broken = second in BROKEN
        usable = [n for n in range(SERVERS) if servers[n].up]
        if len(usable) < panic * SERVERS:
            usable = list(range(SERVERS))
        working = [n for n in usable if not broken or n >= down]
        possible = 1 - NEEDS if broken and database else 1.0
        answered.append(possible * len(working) / max(1, len(usable)))
        for n, server in enumerate(servers):
            alive = not broken or n >= down
            server.observe(alive and not (deep and broken and database))
    return answered


if __name__ == "__main__":
    print(f"seconds 20 to 42    {'1 server':>9}{'database':>9}")
    for title, deep, panic in [
        ("no check of it", False, 0.0),
        ("check", True, 0.0),
        ("check, panic < 50 %", True, 0.5),
    ]:
        runs = [run(1, deep, panic, False), run(0, deep, panic, True)]
        row = "".join(f"{sum(each[20:43]) / 23:9.1%}" for each in runs)
        print(f"{title:20}{row}")
