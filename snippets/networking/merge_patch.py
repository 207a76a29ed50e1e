"""JSON merge patch: send what changes, in the shape of the document.

Time: O(patch + members of the objects that it enters). Space: the same.
Source: RFC 7396 §2, https://www.rfc-editor.org/rfc/rfc7396#section-2
"""

import json

type Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


def merge(target: Json, patch: Json) -> Json:
    """The target after the patch; both are left as they are."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for name, change in patch.items():
        if change is None:
            merged.pop(name, None)
        else:
            merged[name] = merge(merged.get(name), change)
    return merged


if __name__ == "__main__":
    note: Json = {
        "title": "Shopping",
        "due": "Friday",
        "tags": ["home", "food"],
        "place": {"shop": "corner", "street": "High St"},
    }
    patches: list[dict[str, Json]] = [
        {"title": "Milk"},
        {"due": None},
        {"place": {"shop": "market"}},
        {"tags": ["urgent"]},
        {"tags": {"1": None}},
    ]
    for patch in patches:
        once = merge(note, patch)
        twice = "same" if merge(once, patch) == once else "differs"
        (name,) = patch
        left = once.get(name, "-") if isinstance(once, dict) else once
        print(f"{json.dumps(patch)}\n  {name}: {left}, after two: {twice}")
