import pytest

from snippets.networking.uniform_interface import (
    ACTIONS,
    RESOURCES,
    Server,
    outcome,
)


def test_generic_programs_lose_with_actions_and_win_with_resources() -> None:
    assert [*outcome(Server(ACTIONS, error=200)).values()] == [10, 0, 0, 0]
    assert [*outcome(Server(RESOURCES, error=404)).values()] == [1, 3, 3, 3]


@pytest.mark.parametrize("interface", [ACTIONS, RESOURCES])
def test_both_interfaces_do_the_same_for_a_client_that_knows_them(
    interface: str,
) -> None:
    server = Server(interface, error=404)
    assert server.send(server.list) == 200
    assert server.send(server.read + "jam") == 404
    assert server.send(server.save + "jam") == 200
    assert server.send(server.read + "jam") == 200
    assert server.send(server.delete + "jam") == 200
    assert server.send(server.delete + "jam") == 404
    assert server.notes == {"egg", "milk", "tea"}


def test_a_get_changes_nothing_where_the_method_says_what_is_done() -> None:
    server = Server(RESOURCES, error=404)
    server.send("GET /notes/milk")
    assert "milk" in server.notes


def test_a_get_deletes_where_the_address_says_what_is_done() -> None:
    server = Server(ACTIONS, error=200)
    server.send("GET /deleteNote?milk")
    assert "milk" not in server.notes


def test_an_honest_status_alone_saves_the_monitor_and_nothing_else() -> None:
    assert [*outcome(Server(ACTIONS, error=404)).values()] == [10, 3, 0, 0]
