from functools import partial

import pytest

from snippets.networking.hypermedia_client import (
    NEW,
    OLD,
    PATH,
    api,
    expand,
    walk,
)

LAYOUTS = pytest.mark.parametrize("layout", [OLD, NEW])


def notes() -> dict[str, str]:
    return {"1": "home", "2": "work", "3": "home"}


@LAYOUTS
def test_a_client_that_follows_links_survives_another_layout(
    layout: tuple[str, ...],
) -> None:
    held = notes()
    assert walk(partial(api, layout, held), *PATH, tag="home") == 2
    assert held == {"1": "archive", "2": "work", "3": "archive"}


@pytest.mark.parametrize(("layout", "tag"), [(OLD, "archive"), (NEW, "work")])
def test_a_client_that_knows_addresses_breaks_with_the_layout(
    layout: tuple[str, ...], tag: str
) -> None:
    held = notes()
    api(layout, held, "POST /notes/2/archive")
    assert held["2"] == tag


@LAYOUTS
def test_what_cannot_be_done_is_not_offered(layout: tuple[str, ...]) -> None:
    send = partial(api, layout, {"1": "archive"})
    assert walk(send, "notes", "item", tag="archive") == 1
    assert walk(send, *PATH, tag="archive") == 0


@LAYOUTS
def test_an_unknown_relation_leads_nowhere(layout: tuple[str, ...]) -> None:
    assert walk(partial(api, layout, notes()), "print") == 0


def test_a_bare_address_named_delete_deletes_nothing() -> None:
    links = {"self": "/users/123", "delete": "/users/123"}
    sent: list[str] = []

    def send(request: str) -> object:
        sent.append(request)
        hal = {name: [{"href": href}] for name, href in links.items()}
        return {"_links": hal}

    walk(send, "delete")
    walk(send, "self")
    assert sent == ["GET /", "GET /users/123"] * 2


@pytest.mark.parametrize(
    ("template", "address"),
    [
        # RFC 6570 §3.2.2 and §3.2.8, with the values of §3.2
        ("{var}", "value"),
        ("{hello}", "Hello%20World%21"),
        ("{?x}", "?x=1024"),
        ("{?half}", "?half=50%25"),
        ("/notes", "/notes"),
    ],
)
def test_expands_templates_as_the_rfc_does(template: str, address: str) -> None:
    values = {"var": "value", "hello": "Hello World!", "x": "1024"}
    assert expand(template, **values, half="50%") == address
