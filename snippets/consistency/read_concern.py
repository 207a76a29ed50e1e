"""Read concern: which writes a member may show to a reader.

Assumed: how much of the log a majority has, its commit point, reaches the
others a message later; who is cut off takes itself for primary until it hears.
Time: O(1) per read. Space: O(writes).
Source: MongoDB manual 8.0, "Read Concern", levels "local", "majority" and
"linearizable", https://www.mongodb.com/docs/v8.0/reference/read-concern/
"""

CONCERNS, MAJORITY = ["local", "majority", "linearizable"], 2


class ReplicaSet:
    """Three members with v1; `a` is primary at first, in term 1."""

    def __init__(self) -> None:
        self.logs = {member: ["v1"] for member in "abc"}
        self.committed = dict.fromkeys("abc", 1)  # how much of the log
        self.terms = {"a": 1}  # of those who take themselves for primary
        self.cut_off = ""

    def send(self, primary: str) -> None:
        """Give whom it reaches its log, and what it knows of the others."""
        alone = primary in self.cut_off
        has = {m for m in "abc" if (m in self.cut_off) == alone}
        for member in has - {primary}:
            self.logs[member] = list(self.logs[primary])  # the rest: undone
            self.committed[member] = self.committed[primary]
        if len(has) >= MAJORITY:
            self.committed[primary] = len(self.logs[primary])

    def read(self, member: str, concern: str) -> str:
        """The newest value that the concern allows there, if any."""
        if concern == "majority":
            return self.logs[member][self.committed[member] - 1]
        if concern == "linearizable":
            if member not in self.terms:
                return "refused"
            newest = self.terms[member] == max(self.terms.values())
            if member in self.cut_off or not newest:
                return "no answer"
            self.send(member)  # a majority confirms it, and gets all it has
        return self.logs[member][-1]


if __name__ == "__main__":
    mongo = ReplicaSet()
    mongo.cut_off = "a"
    mongo.logs["a"].append("v2")  # acknowledged by w: 1
    mongo.terms["b"] = 2
    mongo.logs["b"].append("v3")
    mongo.send("b")  # a majority has v3
    mongo.logs["b"].append("v4")  # on its way to c
    print("read concern   a (old primary)  b (primary)  c")
    for concern in CONCERNS:
        a, b, c = (mongo.read(member, concern) for member in "abc")
        print(f"{concern:14} {a:16} {b:12} {c}")
    mongo.cut_off = ""
    mongo.send("b")
    print(f"\nMended: a has {', '.join(mongo.logs['a'])}")
