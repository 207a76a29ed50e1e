from random import Random

import pytest

from snippets.databases.lsm_tree import LSMTree, Run, merge


def test_a_get_asks_the_newest_run_first() -> None:
    tree = LSMTree(memory=1)
    tree.put("17", "ada")
    tree.put("17", "grace")
    assert tree.get("17") == ("grace", 1)


def test_what_is_in_memory_asks_no_run() -> None:
    tree = LSMTree(memory=2)
    tree.put("17", "ada")
    assert tree.get("17") == ("ada", 0)
    assert tree.runs == []


def test_an_absent_key_asks_all_runs() -> None:
    tree = LSMTree(memory=1)
    for n in range(5):
        tree.put(str(n), "ada")
    assert tree.get("17") == (None, 5)


def test_a_delete_adds_an_entry_and_hides_the_value() -> None:
    tree = LSMTree(memory=1)
    tree.put("17", "ada")
    tree.delete("17")
    assert tree.get("17") == (None, 1)
    assert tree.runs == [{"17": None}, {"17": "ada"}]


def test_compaction_drops_what_is_old_and_what_is_deleted() -> None:
    tree = LSMTree(memory=1)
    for value in ("ada", "grace", None):
        tree.put("17", value)
    tree.put("42", "")
    tree.compact()
    assert tree.runs == [{"42": ""}]


def test_merge_keeps_order_and_the_runs_that_it_read() -> None:
    newer: Run = {"b": None}
    older: Run = {"a": "1", "b": "2"}
    assert list(merge([newer, older]).items()) == [("a", "1"), ("b", None)]
    assert older == {"a": "1", "b": "2"}


@pytest.mark.parametrize("memory", [1, 3, 10])
def test_it_answers_as_a_dict_does(memory: int) -> None:
    rng, tree, model = Random(memory), LSMTree(memory), dict[str, str]()
    for n in range(1_000):
        key = str(rng.randrange(30))
        if rng.random() < 0.3:
            tree.delete(key)
            model.pop(key, None)
        else:
            tree.put(key, str(n))
            model[key] = str(n)
        if rng.random() < 0.02:
            tree.compact()
        asked = str(rng.randrange(30))
        assert tree.get(asked)[0] == model.get(asked)
        assert all(list(run) == sorted(run) for run in tree.runs)
