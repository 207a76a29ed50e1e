"""How others take part: what a form asks, and what a page tells it."""

from urllib.parse import parse_qs

import pytest
from bs4 import BeautifulSoup
from mkdocs.utils.yaml import yaml_load

from tests.paths import ROOT, pages

GITHUB = ROOT / ".github"
FORMS = GITHUB / "ISSUE_TEMPLATE"


def asked(form: str) -> set[str]:
    """The ids of what the form asks."""
    body = yaml_load((FORMS / form).read_text())["body"]
    return {part["id"] for part in body if "id" in part}


@pytest.mark.parametrize("page", pages())
def test_a_page_offers_to_report_an_error_in_it(
    page: str, parsed: dict[str, BeautifulSoup]
) -> None:
    soup = parsed[page]
    [link] = soup.find_all("a", string="Report an error here")
    repository = soup.select_one(".md-source")
    assert repository
    address, _, query = str(link["href"]).partition("?")
    assert address == f"{repository['href']}/issues/new"
    told = parse_qs(query)
    [form] = told.pop("template")
    assert told.keys() <= asked(form), f"{form} asks no {sorted(told)}"
    canonical = soup.select_one("link[rel=canonical]")
    assert told.get("page") == (canonical and [canonical["href"]])


def test_a_pull_request_is_asked_two_questions() -> None:
    lines = (GITHUB / "pull_request_template.md").read_text().splitlines()
    assert [line[-1] for line in lines] == ["?", "?"]


def test_every_path_with_an_owner_exists() -> None:
    owners = (GITHUB / "CODEOWNERS").read_text().splitlines()
    rules = [line.split() for line in owners if not line.startswith("#")]
    assert rules[0][0] == "*", "nothing is without an owner"
    for path, *names in rules:
        assert path == "*" or (ROOT / path.strip("/")).exists(), path
        assert names
        assert all(name.startswith("@") for name in names)


def test_the_policy_names_files_that_exist() -> None:
    words = (GITHUB / "SECURITY.md").read_text().split("`")[1::2]
    paths = [word for word in words if "/" in word]
    assert paths
    for path in paths:
        assert (ROOT / path).exists(), f"SECURITY.md names {path}"


def test_a_pull_request_runs_without_rights_to_write() -> None:
    files = [*(GITHUB / "workflows").glob("*.yml")]
    texts = {file.name: file.read_text() for file in files}
    assert not any("pull_request_target" in text for text in texts.values())
    started = {
        name: yaml_load(text)
        for name, text in texts.items()
        if "  pull_request:" in text
    }
    assert "site.yml" in started
    for name, workflow in started.items():
        assert workflow["permissions"] == {}, name
        for job, does in workflow["jobs"].items():
            if does.get("if") != "github.event_name == 'push'":
                rights = set(does["permissions"].values())
                assert rights == {"read"}, f"{name}: {job} may {rights}"
