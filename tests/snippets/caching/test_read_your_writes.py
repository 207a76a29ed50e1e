from random import Random

from snippets.caching.read_your_writes import Store


def test_a_lagging_replica_fills_the_cache_with_the_old_value() -> None:
    store = Store()
    token = store.write("new")
    assert store.read() == "ada (replica)"
    store.replayed = token
    assert store.read() == "ada (cache)", "it outlives the lag"


def test_a_token_refuses_what_is_older() -> None:
    store = Store()
    token = store.write("new")
    store.read()
    assert store.read(token) == "new (primary)"
    assert store.read() == "new (cache)", "others gain from it"


def test_the_primary_is_asked_only_while_the_replica_is_behind() -> None:
    store = Store()
    token = store.write("new")
    store.replayed = token
    assert store.read(token) == "new (replica)"


def test_no_read_is_older_than_its_token_in_random_histories() -> None:
    rng = Random(1)
    for _ in range(200):
        store = Store([(0, "v0")])
        for _ in range(50):
            match rng.randrange(3):
                case 0:
                    store.write(f"v{len(store.log)}")
                case 1:
                    store.replayed = rng.randint(
                        store.replayed, len(store.log) - 1
                    )
                case 2:
                    token = rng.randrange(len(store.log))
                    assert int(store.read(token).split()[0][1:]) >= token


def test_a_write_deletes_what_is_cached() -> None:
    store = Store()
    assert store.read() == "ada (replica)"
    store.replayed = store.write("new")
    assert store.read() == "new (replica)"
