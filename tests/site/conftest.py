"""The built site, read once."""

import gc
import re

import pytest
from bs4 import BeautifulSoup

from tests.paths import SITE, pages

# The colours of code: half of a page's elements, which no test here asks for.
TOKEN = re.compile(r'<span class="[a-z0-9]{1,3}">([^<]*)</span>')


@pytest.fixture(scope="session")
def parsed() -> dict[str, BeautifulSoup]:
    """Each page of the built site, by its path; its code without colours."""
    # What stays needs no visit by later collections of garbage.
    gc.disable()
    found = {
        page: BeautifulSoup(
            TOKEN.sub(r"\1", (SITE / page).read_text(encoding="utf-8")),
            "html.parser",
        )
        for page in pages()
    }
    gc.freeze()
    gc.enable()
    return found
