from snippets.load_balancing.memory_sessions import refused


def test_one_server_refuses_nobody() -> None:
    assert refused(1, [0, 1, 0, 1, 0]) == 0


def test_a_first_login_is_no_refusal() -> None:
    assert refused(3, [0, 1, 2]) == 0


def test_alone_each_turn_meets_a_server_that_does_not_know_the_user() -> None:
    assert refused(2, [0] * 5) == 4


def test_a_user_is_known_where_the_last_login_was() -> None:
    assert refused(2, [0, 1, 0, 1, 0, 1]) == 0
