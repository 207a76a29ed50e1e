"""Uniform interface: programs that know no API help every client.

Time: O(1) per request. Space: O(notes).
Source: RFC 9110 §9.2, §15, https://www.rfc-editor.org/rfc/rfc9110#section-9.2
"""

IDEMPOTENT = {"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"}
ACTIONS = "POST /getNotes, GET /getNote?, POST /saveNote?, GET /deleteNote?"
RESOURCES = "GET /notes, GET /notes/, PUT /notes/, DELETE /notes/"


class Server:
    """Three notes behind an interface; `error` is the status of errors."""

    def __init__(self, interface: str, error: int) -> None:
        self.list, self.read, self.save, self.delete = interface.split(", ")
        self.error, self.notes = error, {"egg", "milk", "tea"}

    def send(self, request: str) -> int:
        """Status of the answer; a request is a method and an address."""
        for start in (self.read, self.save, self.delete):
            name = request.removeprefix(start)
            if name in (request, ""):
                continue
            if start == self.save:
                self.notes.add(name)
            elif name not in self.notes:
                return self.error
            elif start == self.delete:
                self.notes.remove(name)
        return 200


def outcome(server: Server) -> dict[str, int]:
    """What four programs that know nothing of notes make of the server."""
    names = ["milk", "egg", "tea"]
    # A cache: it may answer GET from memory, so that one of ten is sent on.
    reach = 1 if server.list.startswith("GET") else 10
    # A monitor: it counts errors by their status. Each name is misspelt.
    seen = sum(server.send(server.read + name[1:]) >= 400 for name in names)
    # A retry: each first answer got lost; it repeats what is idempotent.
    again = [name for name in names if server.save.split()[0] in IDEMPOTENT]
    known = sum(server.send(server.save + name) == 200 for name in again)
    # A prefetch: it GETs the addresses on the page before anybody clicks.
    for name in names:
        for start in (server.read, server.delete):
            server.send(f"GET {start.split()[1]}{name}")
    return {
        "cache: of 10 requests for the list, served": reach,
        "monitor: of 3 errors, seen": seen,
        "retry: of 3 saves without an answer, repeated": known,
        "prefetch: of 3 notes, left": len(server.notes),
    }


if __name__ == "__main__":
    right = outcome(Server(RESOURCES, error=404))
    print(f"{'':47}actions  resources")
    for line, actions in outcome(Server(ACTIONS, error=200)).items():
        print(f"{line:47}{actions:7}{right[line]:11}")
