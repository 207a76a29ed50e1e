"""Hypermedia: an answer says what can be done next, and at which address.

Time: O(links) per relation. Space: O(answers).
Source: RFC 8288 §2.1, §3.3, https://www.rfc-editor.org/rfc/rfc8288#section-2.1
"""

from functools import partial
from typing import Any
from urllib.parse import quote

METHODS = {"archive": "POST"}  # what the relation's description says; else GET
PATH = ("notes", "item", "archive")
OLD = ("/notes{?tag}", "/notes/{id}", "/notes/{id}/archive")
NEW = ("/tagged/{tag}", "/n/{id}", "/archive{?id}")


def expand(template: str, **values: str) -> str:
    """The address by a template: {name} is a part of it, {?name} its query."""
    for name, value in values.items():
        template = template.replace(f"{{?{name}}}", f"?{name}={{{name}}}")
        template = template.replace(f"{{{name}}}", quote(value, safe=""))
    return template


def api(layout: tuple[str, ...], notes: dict[str, str], request: str) -> Any:
    """What the server sends: links, written as in HAL. A note is its tag."""
    tagged, item, archive = layout
    links: dict[str, list[Any]] = {relation: [] for relation in PATH}
    if request == "GET /":
        links["notes"].append({"href": tagged, "templated": True})
    for number, tag in notes.items():
        if request == f"GET {expand(tagged, tag=tag)}":
            links["item"].append({"href": expand(item, id=number)})
        if request == f"GET {expand(item, id=number)}" and tag != "archive":
            links["archive"].append({"href": expand(archive, id=number)})
        if request == f"POST {expand(archive, id=number)}":
            notes[number] = "archive"
    return {"_links": links}


def walk(send: Any, *relations: str, **values: str) -> int:
    """Follows relations from the start; answers at the end of the path."""
    found = [send("GET /")]
    for rel in relations:
        links = [link for one in found for link in one["_links"].get(rel, [])]
        start = METHODS.get(rel, "GET")
        found = [
            send(f"{start} {expand(at['href'], **values)}") for at in links
        ]
    return len(found)


if __name__ == "__main__":
    for layout in (OLD, NEW):
        notes = {"1": "home", "2": "work", "3": "home"}
        send = partial(api, layout, notes)
        print(*layout, end=f"\n  links: {walk(send, *PATH, tag='home')} of 2\n")
        send("POST /notes/2/archive")
        print(f"  address known before: {notes['2'] == 'archive':d} of 1")
        print(f"  links to do it again: {walk(send, *PATH, tag='archive')}")
