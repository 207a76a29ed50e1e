"""An array can only be replaced as a whole."""

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
    """The patch that makes `after` of `before`."""
    if isinstance(before, list) and isinstance(after, list):
        return {
            str(index): value
            for index, value in enumerate(after)
            if not same(before[index : index + 1], [value])
        }
    if not isinstance(after, dict):
        return after
    members = before if isinstance(before, dict) else {}
    patch: dict[str, Json] = dict.fromkeys(members.keys() - after)
    for name, value in after.items():
        if name not in members or not same(members[name], value):
            if value is None:
                raise ValueError(name)
            patch[name] = diff(members.get(name), value)
    return patch
