"""The attributes by which the runner finds what a block shows."""

import json
from pathlib import Path

ATTRIBUTES: dict[str, str] = json.loads(
    Path(__file__).with_name("attributes.json").read_text(encoding="utf-8")
)
