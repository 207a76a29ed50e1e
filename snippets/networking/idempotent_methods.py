"""Idempotent method: twice has the effect of once, whatever the answer.

Time: O(size of a document). Space: the same.
Source: RFC 9110 §9.2.2 and §9.3, https://www.rfc-editor.org/rfc/rfc9110
"""

from typing import Any

type Document = dict[str, Any]


def merge_patch(document: Document, patch: Document) -> Document:
    """Members set, or removed by null (RFC 7396; here without nesting)."""
    return {k: v for k, v in (document | patch).items() if v is not None}


def append_patch(document: Document, value: str) -> Document:
    """`[{"op": "add", "path": "/tags/-", "value": …}]` (RFC 6902)."""
    return document | {"tags": [*document["tags"], value]}


def serve(state: Document, method: str, path: str, given: Document) -> int:
    """Change the documents by path as asked; the status of the answer."""
    there = path in state
    if method == "POST":  # by the resource's own rules: this one collects
        state[f"{path}/{17 + len(state)}"] = given["body"]
        return 201
    if method == "PUT":
        state[path] = given["body"]
        return 204 if there else 201
    if not there:
        return 404
    if given.get("if_match", state[path]) != state[path]:
        return 412  # the document itself stands in for its entity tag
    if method == "DELETE":
        del state[path]
    if method == "PATCH":
        state[path] = given["patch"](state[path], given["body"])
    return 200 if method == "GET" else 204


if __name__ == "__main__":
    ada: Document = {"name": "ada", "tags": ["new"]}
    append: Document = {"patch": append_patch, "body": "vip"}
    requests: dict[str, Document] = {
        "GET /users/17": {},
        "PUT /users/18": {"body": ada},
        "DELETE /users/17": {},
        "POST /users": {"body": ada},
        "PATCH /users/17 merge": {"patch": merge_patch, "body": {"name": "A"}},
        "PATCH /users/17 append": append,
        "PATCH /users/17 append, If-Match": append | {"if_match": ada},
    }
    for request, given in requests.items():
        method, path, *_ = request.split()
        state: Document = {"/users/17": ada}
        first, once = serve(state, method, path, given), dict(state)
        second = serve(state, method, path, given)
        effect = "as once" if state == once else "TWICE"
        print(f"{request:<33} {first}, {second}  {effect}")
