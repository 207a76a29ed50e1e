"""The built pages as the Nu Html Checker, that of the W3C, judges them."""

import json
import re
import subprocess
from typing import Any

import pytest

from tests.paths import ROOT, SITE, place
from tests.systems.program import need

pytestmark = pytest.mark.rule

CHECKER = ROOT / "runner/node_modules/vnu-jar/build/dist/vnu.jar"
# Errors that stay, each with its reason. A quotation mark is any character.
KNOWN = [
    # Where a narrow screen lays out cells as blocks, only roles say that they
    # are cells: the rule knows nothing of CSS.
    r".role. attribute must not be used on a .(t[hdr]|thead|tbody). element",
    # The theme's: a switch that Firefox must not remember, the label of a
    # menu, the label of a table of contents where there is none.
    r"Attribute .autocomplete. is only allowed when the input type is",
    r"Bad value .. for attribute .tabindex. on element .label.",
    r".for. attribute of the .label. element must be the ID of a non-hidden",
    # Plot's: known to browsers, as in CSS.
    r"Bad value .tabular-nums. for attribute .font-variant.",
]


AND_SO_ON = " (Suppressing further errors from this subtree.)"


def test_every_page_is_valid_html() -> None:
    known = "|".join(f".*{error}.*" for error in KNOWN)
    options = ["--errors-only", "--skip-non-html", "--asciiquotes"]
    output = ["--stdout", "--exit-zero-always", "--format", "json"]
    command = [
        need("default-jre-headless"),
        "-jar",
        str(CHECKER),
        *options,
        *output,
    ]
    checked = subprocess.run(
        [*command, "--filterpattern", known, SITE],
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, dict[str, Any]] = {}
    for error in json.loads(checked.stdout)["messages"]:
        found.setdefault(
            error["url"], error
        )  # the first: others follow from it
    assert not found, "\n".join(map(sentence, found.values()))


def sentence(error: dict[str, Any]) -> str:
    """Where the error is, what it is, and what to do about it."""
    page = error["url"].removeprefix(f"file:{SITE}/")
    extract, start = error["extract"], error["hiliteStart"]
    tag = extract[start : start + error["hiliteLength"]]
    near = re.sub(r"\s+", " ", extract).strip()
    message = error["message"].removesuffix(AND_SO_ON).rstrip(".")
    return f"{place(page, tag)}: {message}: correct the tags in `{near}`."
