"""The built site, read once."""

import pytest
from bs4 import BeautifulSoup

from tests.paths import SITE, pages


@pytest.fixture(scope="session")
def parsed() -> dict[str, BeautifulSoup]:
    """Each page of the built site, by its path."""
    return {
        page: BeautifulSoup(
            (SITE / page).read_text(encoding="utf-8"), "html.parser"
        )
        for page in pages()
    }
