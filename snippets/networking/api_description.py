"""API description: a contract that a test can hold an API to.

Assumed: of JSON Schema no more than the description uses.

Time: O(size of the answer). Space: O(depth).
Source: OpenAPI 3.1.1, "Operation Object" and "Schema Object",
https://spec.openapis.org/oas/v3.1.1.html
"""

from collections.abc import Iterator
from typing import Any

type Schema = dict[str, Any]
KINDS = {"object": dict, "array": list, "string": str}
TEXT = {"type": "string"}
MEMBERS = {"title": TEXT, "tags": {"type": "array", "items": TEXT}}
NOTE = {"type": "object", "required": ["title"], "properties": MEMBERS}
FOUND = {"description": "It", "content": {"application/json": {"schema": NOTE}}}
GET = {"responses": {"200": FOUND, "404": {"description": "There is none"}}}
ID = {"name": "id", "in": "path", "required": True, "schema": TEXT}
PATHS = {"/notes/{id}": {"parameters": [ID], "get": GET}}
INFO = {"title": "Notes", "version": "1.4.0"}
DESCRIPTION: Schema = {"openapi": "3.1.1", "info": INFO, "paths": PATHS}


def breaches(schema: Schema, value: Any, at: str = "#") -> Iterator[str]:
    """Where a value is not as its schema says."""
    if not isinstance(value, KINDS[schema["type"]]):
        yield f"{at} is no {schema['type']}"
    elif isinstance(value, list):
        for index, element in enumerate(value):
            yield from breaches(schema["items"], element, f"{at}/{index}")
    elif isinstance(value, dict):
        for name in sorted(set(schema["required"]) - value.keys()):
            yield f"{at}/{name} is missing"
        for name, inner in schema["properties"].items():
            if name in value:
                yield from breaches(inner, value[name], f"{at}/{name}")


def check(path: str, method: str, status: int, body: Any) -> list[str]:
    """What an answer breaks of the description."""
    described = DESCRIPTION["paths"][path][method]["responses"]
    if str(status) not in described:
        return [f"status {status} is not described"]
    kinds = described[str(status)].get("content", {}).values()
    return [text for kind in kinds for text in breaches(kind["schema"], body)]


if __name__ == "__main__":
    for change, status, body in (
        ("as before", 200, {"title": "milk", "tags": ["home"]}),
        ("a member more", 200, {"title": "milk", "pinned": True}),
        ("another name", 200, {"name": "milk", "tags": []}),
        ("a text for a list", 200, {"title": "milk", "tags": "home"}),
        ("an error as 200", 200, {"success": False}),
        ("another status", 410, None),
    ):
        broken = check("/notes/{id}", "get", status, body)
        print(f"{change:18}", ", ".join(broken) or "kept")
