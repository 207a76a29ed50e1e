"""What a near cache may still believe, one case per test."""

from gc import collect
from weakref import ref

from solution import NearCache


class Key(str):
    """A key that can be watched."""


def filled(**values: str) -> NearCache:
    """A cache with these copies."""
    cache = NearCache()
    for key, value in values.items():
        cache.reply(cache.ask(key), key, value)
    return cache


def test_a_reply_fills_the_cache() -> None:
    assert filled(price="10").copies == {"price": "10"}, (
        "A reply that nothing overtook is a copy to keep."
    )


def test_a_later_reply_replaces_the_copy() -> None:
    for numbers_first in (False, True):
        cache = NearCache()
        first = cache.ask("price")
        if numbers_first:
            second = cache.ask("price")
            cache.reply(first, "price", "10")
        else:
            cache.reply(first, "price", "10")
            second = cache.ask("price")
        cache.reply(second, "price", "11")
        assert cache.copies == {"price": "11"}, (
            "A later reply replaces the copy. No message has come, so it may "
            "be stored, and what is new is."
        )


def test_replies_may_come_in_any_order() -> None:
    cache = NearCache()
    price, name = cache.ask("price"), cache.ask("name")
    cache.reply(name, "name", "tea")
    cache.reply(price, "price", "10")
    assert cache.copies == {"name": "tea", "price": "10"}, (
        "A reply for one key says nothing about another key. A request for "
        "that may be older and its reply still new."
    )


def test_an_answered_request_leaves_nothing_behind() -> None:
    cache = NearCache()
    watched: list[ref[Key]] = []
    for _ in range(50):
        key = Key("price")
        watched.append(ref(key))
        cache.reply(cache.ask(key), "price", "10")
        del key
    collect()
    kept = sum(key() is not None for key in watched)
    assert kept <= 1, (
        "An answered request leaves nothing behind. Its reply has come, so no "
        f"message can concern it any more; of 50 you still keep {kept}, and a "
        "list of all requests grows for ever."
    )


def test_an_empty_value_and_an_empty_key_are_stored() -> None:
    cache = NearCache()
    cache.reply(cache.ask(""), "", "")
    assert cache.copies == {"": ""}, (
        "An empty key or value is one like any other: compare with None."
    )


def test_an_invalidation_drops_the_copy() -> None:
    cache = filled(price="10", name="tea")
    cache.invalidate("price")
    assert cache.copies == {"name": "tea"}, (
        "An invalidation drops the copy of its key, and no other."
    )


def test_an_invalidation_of_the_empty_key_is_not_one_of_all() -> None:
    cache = filled(price="10")
    cache.invalidate("")
    assert cache.copies == {"price": "10"}, (
        "Only None stands for all keys: the empty key is one like any other."
    )


def test_an_invalidation_of_an_unknown_key_is_no_error() -> None:
    cache = filled(name="tea")
    cache.invalidate("price")
    assert cache.copies == {"name": "tea"}, (
        "The server may name a key whose copy is gone already."
    )


def test_a_reply_that_was_overtaken_is_not_stored() -> None:
    cache = NearCache()
    number = cache.ask("price")
    cache.invalidate("price")
    cache.reply(number, "price", "10")
    assert cache.copies == {}, (
        "A reply that an invalidation overtook is old. The server will not "
        "mention the key again, so a copy of it would stay."
    )


def test_an_invalidation_concerns_every_request_for_its_key() -> None:
    cache = NearCache()
    numbers = [cache.ask("price"), cache.ask("price")]
    cache.invalidate("price")
    for number in numbers:
        cache.reply(number, "price", "10")
    assert cache.copies == {}, (
        "An invalidation concerns every request for its key on its way."
    )


def test_a_message_concerns_the_copy_and_the_request() -> None:
    for message in ("price", None, "reconnect"):
        cache = filled(price="10")
        number = cache.ask("price")
        if message == "reconnect":
            cache.reconnect()
        else:
            cache.invalidate(message)
        assert cache.copies == {}, (
            "A message concerns the copy and the request. The copy goes now."
        )
        cache.reply(number, "price", "10")
        assert cache.copies == {}, (
            "A message concerns the copy and the request. One key can have "
            "both: the reply on its way is as old as the copy was."
        )


def test_every_message_counts_not_only_the_first() -> None:
    cache = NearCache()
    for _ in range(2):
        for message in ("price", None, "reconnect"):
            number = cache.ask("price")
            if message == "reconnect":
                cache.reconnect()
            else:
                cache.invalidate(message)
            cache.reply(number, "price", "10")
            assert cache.copies == {}, (
                "Every message counts, not only the first. A key changes "
                "again, and a connection breaks again."
            )


def test_a_request_after_the_invalidation_is_stored() -> None:
    cache = NearCache()
    cache.invalidate("price")
    cache.reply(cache.ask("price"), "price", "11")
    assert cache.copies == {"price": "11"}, (
        "A request that was sent after the invalidation gets the new value. "
        "An invalidation is no ban for the key."
    )


def test_of_two_requests_only_the_later_one_survives() -> None:
    cache = NearCache()
    before = cache.ask("price")
    cache.invalidate("price")
    after = cache.ask("price")
    cache.reply(after, "price", "11")
    cache.reply(before, "price", "10")
    assert cache.copies == {"price": "11"}, (
        "Two requests for one key are two. The invalidation concerns the one "
        "that was sent before it: tell them apart by their numbers."
    )


def test_a_request_for_another_key_is_not_concerned() -> None:
    cache = NearCache()
    number = cache.ask("name")
    cache.invalidate("price")
    cache.reply(number, "name", "tea")
    assert cache.copies == {"name": "tea"}, (
        "An invalidation concerns the requests for its own key only."
    )


def test_a_reconnection_drops_every_copy() -> None:
    cache = filled(price="10", name="tea")
    cache.reconnect()
    assert cache.copies == {}, (
        "At a reconnection every copy goes: whatever changed meanwhile, "
        "nobody told you."
    )


def test_a_reconnection_concerns_what_is_on_its_way() -> None:
    cache = NearCache()
    number = cache.ask("price")
    cache.reconnect()
    cache.reply(number, "price", "10")
    assert cache.copies == {}, (
        "A reply to a request from before the reconnection is old. At least "
        "it may be: its invalidation was lost. Don't store it."
    )


def test_numbers_go_on_after_a_reconnection() -> None:
    cache = NearCache()
    before = cache.ask("price")
    cache.reconnect()
    after = cache.ask("price")
    cache.reply(before, "price", "10")
    assert cache.copies == {}, (
        "Numbers go on after a reconnection. If they start again, an old "
        "reply has the number of a new request."
    )
    cache.reply(after, "price", "11")
    assert cache.copies == {"price": "11"}, (
        "An old reply takes nothing from the request after the reconnection."
    )


def test_none_stands_for_all_keys() -> None:
    cache = filled(price="10", name="tea")
    cache.invalidate(None)
    assert cache.copies == {}, (
        "None says that all keys may have changed, as after FLUSHALL."
    )


def test_none_concerns_what_is_on_its_way() -> None:
    cache = NearCache()
    number = cache.ask("price")
    cache.invalidate(None)
    cache.reply(number, "price", "10")
    assert cache.copies == {}, (
        "None says that all keys may have changed: the replies on their way "
        "are old as well."
    )


def test_none_and_a_reconnection_concern_every_request_on_its_way() -> None:
    for lost in (False, True):
        cache = NearCache()
        numbers = [cache.ask("price"), cache.ask("price")]
        if lost:
            cache.reconnect()
        else:
            cache.invalidate(None)
        for number in numbers:
            cache.reply(number, "price", "10")
        assert cache.copies == {}, (
            "None and a reconnection concern every request on its way. Two "
            "requests for one key are two."
        )


def test_none_and_a_reconnection_need_no_copy_of_the_key() -> None:
    for lost in (False, True):
        cache = filled(name="tea")
        number = cache.ask("price")
        if lost:
            cache.reconnect()
        else:
            cache.invalidate(None)
        cache.reply(number, "price", "10")
        assert cache.copies == {}, (
            "None and a reconnection concern keys without a copy as well: "
            "their requests may be on their way."
        )


def test_a_request_after_none_or_a_reconnection_is_stored() -> None:
    for lost in (False, True):
        cache = NearCache()
        if lost:
            cache.reconnect()
        else:
            cache.invalidate(None)
        cache.reply(cache.ask("price"), "price", "11")
        assert cache.copies == {"price": "11"}, (
            "A request that was sent after None or a reconnection is stored."
        )
