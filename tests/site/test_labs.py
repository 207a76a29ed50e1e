"""Labs: built pages that ran without a word of complaint, and weigh little."""

import gzip
import subprocess
import sys
from pathlib import Path

import jupytext
import nbformat
import pytest
from bs4 import BeautifulSoup, Tag

from tests.paths import ROOT, SITE, labs

pytestmark = pytest.mark.rule

BUDGET = 45_000  # bytes of HTML, compressed


def article(lab: str, parsed: dict[str, BeautifulSoup]) -> Tag:
    found = parsed[f"{lab}/index.html"].select_one("article")
    assert found
    return found


@pytest.mark.parametrize("lab", labs())
def test_every_figure_has_a_text_that_says_the_same(
    lab: str, parsed: dict[str, BeautifulSoup]
) -> None:
    figures = article(lab, parsed).select("figure")
    assert figures, f"docs/{lab}.py shows no figure"
    titles = {
        title.text
        for figure in figures
        if (title := figure.select_one("svg[role=img] > title"))
    }
    assert len(titles) == len(figures), f"docs/{lab}.py: describe each figure"


@pytest.mark.parametrize("lab", labs())
def test_every_output_is_one_that_a_page_can_show(
    lab: str, parsed: dict[str, BeautifulSoup]
) -> None:
    complaints = article(lab, parsed).select("pre.stderr")
    assert not complaints, (
        f"docs/{lab}.py: {complaints[0].text.strip()[-300:]}: let no cell "
        "write to stderr or end in a bare value; print it, or use "
        "theme/figures.py"
    )


@pytest.mark.parametrize("lab", labs())
def test_outputs_bring_no_script_style_or_second_id(
    lab: str, parsed: dict[str, BeautifulSoup]
) -> None:
    shown = article(lab, parsed)
    assert not shown.select("script, style, link, iframe")
    ids = [tag["id"] for tag in shown.select("[id]")]
    assert len(ids) == len(set(ids)), f"docs/{lab}.py has an id twice"
    scripts, home = (
        {str(tag["src"]).lstrip("./") for tag in page.select("script[src]")}
        for page in (parsed[f"{lab}/index.html"], parsed["index.html"])
    )
    assert scripts == home


@pytest.mark.parametrize("lab", labs())
def test_page_is_light(lab: str) -> None:
    size = len(gzip.compress((SITE / lab / "index.html").read_bytes()))
    assert size < BUDGET, f"docs/{lab}.py gives {size:,} bytes of HTML"


@pytest.mark.parametrize("lab", labs())
def test_page_offers_the_notebook_below_its_title(
    lab: str, parsed: dict[str, BeautifulSoup]
) -> None:
    title = article(lab, parsed).select_one("h1")
    offer = title.find_next_sibling() if title else None
    link = offer.select_one("a[download]") if offer else None
    assert link, f"docs/{lab}.py: hooks/labs.py puts no link below its title"
    assert link.text == "Download this notebook"
    assert (SITE / lab / str(link["href"])).is_file()


@pytest.mark.parametrize("lab", labs())
def test_offered_notebook_is_valid_and_has_the_cells_of_its_source(
    lab: str,
) -> None:
    file = SITE / lab / f"{Path(lab).name}.ipynb"
    notebook = nbformat.read(file, as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    cells = [(cell.cell_type, cell.source) for cell in notebook.cells]
    (kind, head), *rest = [
        (cell.cell_type, cell.source)
        for cell in jupytext.read(ROOT / "docs" / f"{lab}.py").cells
    ]
    front, _, text = head.removeprefix("---\n").partition("\n---\n")
    assert "title:" in front
    assert cells == [(kind, text.strip()), *rest]


@pytest.mark.parametrize("lab", labs())
def test_offered_notebook_tells_nothing_of_the_machine(lab: str) -> None:
    file = SITE / lab / f"{Path(lab).name}.ipynb"
    text = file.read_text(encoding="utf-8")
    assert str(ROOT) not in text
    assert str(Path.home()) not in text
    notebook = nbformat.reads(text, as_version=nbformat.NO_CONVERT)
    assert [cell for cell in notebook.cells if cell.get("outputs")] == []
    assert set(notebook.metadata) == {"kernelspec"}


def test_a_cell_that_raises_stops_the_build_and_says_where(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "docs" / "labs"
    folder.mkdir(parents=True)
    (folder / "broken.py").write_text("# %%\ncapacity = 0\n1 / capacity\n")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Test\n"
        f"hooks: ['{ROOT / 'hooks' / 'labs.py'}']\n"
        "plugins:\n"
        "  - mkdocs-jupyter:\n"
        "      execute: true\n"
        "      allow_errors: false\n"
        f"      custom_template: '{ROOT / 'theme' / 'lab.html'}'\n"
        "      markdown_cell_processor: mkdocs\n"
    )
    built = subprocess.run(
        [
            *(sys.executable, "-m", "mkdocs", "build", "--strict"),
            *("--config-file", tmp_path / "mkdocs.yml"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode
    assert "page 'labs/broken.py'" in built.stderr
    assert "1 / capacity" in built.stderr
    assert "ZeroDivisionError: division by zero" in built.stderr
    assert "mkdocs/" not in built.stderr
    assert "\x1b" not in built.stderr
