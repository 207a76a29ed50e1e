"""JSON Patch: a list of operations on a document, all of them or none.

Left out: `move` and `copy`. Assumed: equal numbers are written alike.
Time: O(document + operations * longest array). Space: O(document + patch).
Source: RFC 6902 §4, §5, https://www.rfc-editor.org/rfc/rfc6902#section-4
"""

import json
import re
from copy import deepcopy
from functools import partial
from typing import Any

text = partial(json.dumps, sort_keys=True)


def place(holder: Any, part: str) -> Any:
    """A member's name or an element's index; `-` is after the last one."""
    key = part.replace("~1", "/").replace("~0", "~")
    if isinstance(holder, dict):
        return key
    end = len(holder) if isinstance(holder, list) else -1
    index = str(end) if key == "-" else key
    if not re.fullmatch("0|[1-9][0-9]*", index) or int(index) > end:
        raise IndexError(f"{holder} has no place {key}")
    return int(index)


def apply(document: Any, patch: list[dict[str, Any]]) -> Any:
    """The changed document, a copy; LookupError if an operation fails."""
    whole = {"": deepcopy(document)}
    for operation in deepcopy(patch):
        name, (*parts, last) = operation["op"], operation["path"].split("/")
        holder: Any = whole
        for part in parts:
            holder = holder[place(holder, part)]
        key = place(holder, last)
        old = None if name == "add" else holder[key]
        if name == "remove":
            del holder[key]
        elif name == "add" and isinstance(holder, list):
            holder.insert(key, operation["value"])
        elif name in ("add", "replace"):
            holder[key] = operation["value"]
        elif name != "test" or text(old) != text(operation["value"]):
            raise LookupError(f"{name} of {operation['path']} failed")
    return whole[""]


if __name__ == "__main__":
    note = {"title": "Milk", "tags": ["home"]}
    add: dict[str, Any] = {"op": "add", "path": "/tags/-", "value": "food"}
    test: dict[str, Any] = {"op": "test", "path": "/tags", "value": ["home"]}
    for patch in ([add], [test, add], [add, test]):
        names = ", ".join(operation["op"] for operation in patch)
        try:
            print(f"{names}\n  once: ", once := apply(note, patch))
            print("  twice:", apply(once, patch))
        except LookupError as error:
            print(f"  nothing done by {names}:", error)
