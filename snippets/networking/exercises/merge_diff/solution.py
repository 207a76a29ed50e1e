"""The merge patch that turns one document into another, RFC 7396."""

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


def same(one: Json, other: Json) -> bool:
    """Whether two values are the same JSON: 1 is not true."""
    texts = [json.dumps(value, sort_keys=True) for value in (one, other)]
    return texts[0] == texts[1]


def diff(before: Json, after: Json) -> Json:
    """The patch that makes `after` of `before`, with no member too many.

    Raises ValueError if there is none.
    """
    # BEGIN SOLUTION
    if not isinstance(after, dict):
        return after
    members = before if isinstance(before, dict) else {}
    patch: dict[str, Json] = dict.fromkeys(members.keys() - after)
    for name, value in after.items():
        if name in members and same(members[name], value):
            continue
        if value is None:
            raise ValueError(f"null would remove {name}")
        patch[name] = diff(members.get(name), value)
    return patch
    # STARTER
    # raise NotImplementedError("which members does the patch name?")
    # END SOLUTION
