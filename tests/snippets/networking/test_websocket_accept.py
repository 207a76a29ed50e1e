import pytest

from snippets.networking.websocket_accept import answer, proof

PAGE = "https://shop.example"
KEY = "dGhlIHNhbXBsZSBub25jZQ=="
ASKED = {
    "upgrade": "websocket",
    "connection": "Upgrade",
    "sec-websocket-key": KEY,
    "sec-websocket-version": "13",
    "origin": PAGE,
}


def status(**changed: str | None) -> int:
    request = {**ASKED, **{n.replace("_", "-"): v for n, v in changed.items()}}
    given = {
        name: value for name, value in request.items() if value is not None
    }
    return answer(given, [PAGE])[0]


def test_the_example_of_the_rfc() -> None:
    assert proof(KEY) == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
    assert answer(ASKED, [PAGE]) == (101, "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")


@pytest.mark.parametrize(
    "connection", ["keep-alive, Upgrade", "upgrade", "UPGRADE ,keep-alive"]
)
def test_connection_is_a_list_in_any_case(connection: str) -> None:
    assert status(connection=connection) == 101
    assert status(upgrade="WebSocket") == 101


@pytest.mark.parametrize("connection", [None, "keep-alive", "Upgraded"])
def test_without_connection_upgrade_it_is_no_handshake(
    connection: str | None,
) -> None:
    assert status(connection=connection) == 400


@pytest.mark.parametrize("upgrade", [None, "h2c"])
def test_an_ordinary_request_is_told_to_upgrade(upgrade: str | None) -> None:
    assert status(upgrade=upgrade) == 426


@pytest.mark.parametrize(
    "key", [None, "", "MTIz", "not base64, twenty-4 !!!", f"{KEY}{KEY}"]
)
def test_the_key_is_sixteen_bytes(key: str | None) -> None:
    assert status(sec_websocket_key=key) == 400


def test_the_version_is_mandatory_and_one_that_is_unknown_is_answered() -> None:
    assert status(sec_websocket_version=None) == 400
    assert status(sec_websocket_version="25") == 426
    _, reason = answer({**ASKED, "sec-websocket-version": "25"}, [PAGE])
    assert reason == "Sec-WebSocket-Version: 13"


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "http://shop.example", f"{PAGE}.evil"],
)
def test_a_page_of_another_origin_is_refused(origin: str) -> None:
    assert status(origin=origin) == 403


def test_who_sends_no_origin_is_no_browser() -> None:
    assert status(origin=None) == 101
