"""The colophon: what the site ships is listed, with version and licence."""

import json
import re

import pytest
from bs4 import BeautifulSoup

from hooks.colophon import inside_the_theme, shipped
from tests.paths import ROOT, SITE

RUNNER = ROOT / "runner"


@pytest.fixture(scope="module")
def listed() -> dict[str, list[tuple[str, str]]]:
    """Each package that the page lists: its versions, each with a licence."""
    html = (SITE / "colophon" / "index.html").read_text("utf-8")
    found: dict[str, list[tuple[str, str]]] = {}
    for row in BeautifulSoup(html, "html.parser").select("tbody tr"):
        name, version, licence = (cell.text for cell in row.select("td"))
        found.setdefault(name, []).append((version, licence))
    return found


def test_every_package_has_a_version_and_a_licence(
    listed: dict[str, list[tuple[str, str]]],
) -> None:
    assert listed
    for name, rows in listed.items():
        for version, licence in rows:
            assert re.match(r"\d", version), name
            assert licence, name


def test_every_package_of_the_runner_is_listed_as_its_lock_has_it(
    listed: dict[str, list[tuple[str, str]]],
) -> None:
    package = json.loads((RUNNER / "package.json").read_text())
    lock = json.loads((RUNNER / "package-lock.json").read_text())["packages"]
    for name in package["dependencies"]:
        locked = lock[f"node_modules/{name}"]
        assert listed[name] == [(locked["version"], locked["license"])]


def test_every_package_of_the_browsers_python_is_listed(
    listed: dict[str, list[tuple[str, str]]],
) -> None:
    [folder] = (SITE / "assets").glob("python-*")
    wheels = list(folder.glob("*.whl"))
    assert wheels
    versions = {
        (name.lower().replace("-", "_"), version)
        for name, rows in listed.items()
        for version, _ in rows
    }
    for wheel in wheels:
        name, version, *_ = wheel.name.split("-")
        assert (name, version) in versions


def test_every_file_of_the_site_is_ours_or_of_a_listed_package(
    listed: dict[str, list[tuple[str, str]]],
) -> None:
    """A new folder of assets needs its package in the list, and a line here."""
    origins = {
        "cards": "",
        "guide": "",
        "high": "",
        "images": "mkdocs-material",
        "javascripts": "mkdocs-material",
        "licences": "",
        "postgres": "@electric-sql/pglite",
        "practice": "",
        "python": "pyodide",
        "runner": "mermaid",
        "stylesheets": "mkdocs-material",
    }
    assets = {re.split(r"[-.]", p.name)[0] for p in (SITE / "assets").iterdir()}
    assert assets == origins.keys()
    assert {name for name in origins.values() if name} <= listed.keys()


def test_programs_without_a_package_are_listed(
    listed: dict[str, list[tuple[str, str]]],
) -> None:
    [folder] = (SITE / "assets").glob("python-*")
    info = json.loads((folder / "pyodide-lock.json").read_text())["info"]
    assert [version for version, _ in listed["CPython"]] == [info["python"]]
    assert [licence for _, licence in listed["PostgreSQL"]] == ["PostgreSQL"]
    assert "rxjs" in inside_the_theme()


def test_the_texts_of_the_licences_come_along() -> None:
    text = (SITE / "assets" / "licences.txt").read_text("utf-8")
    without = []
    for package in shipped():
        assert f"\n{package.name} {package.version} " in text
        assert all(notice in text for notice in package.notices)
        if not package.notices:
            without.append(package.name)
    # Their packages hold none; still so, or this list shrinks.
    assert without == ["CPython", "fastdom", "PostgreSQL", "pyodide"]
