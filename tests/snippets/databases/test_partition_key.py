from random import Random

from snippets.databases.partition_key import NODES, WideColumn


def test_a_slice_reads_what_it_finds_on_one_node() -> None:
    table, rng = WideColumn(), Random(7)
    rows = [
        (rng.choice("abcde"), rng.randrange(40), f"value {n}")
        for n in range(400)
    ]
    for partition, cluster, value in rows:
        table.insert(partition, cluster, value)
    for partition in "abcde":
        for start, end in [(0, 40), (10, 20), (20, 20), (39, 99)]:
            expected = sum(
                where == partition and start <= cluster < end
                for where, cluster, _ in rows
            )
            assert table.slice(partition, start, end) == (1, expected, expected)


def test_rows_lie_in_the_order_of_the_clustering_key() -> None:
    table = WideColumn()
    for cluster in [3, 1, 2]:
        table.insert("sensor", cluster, "")
    assert [cluster for cluster, _ in table.rows("sensor")] == [1, 2, 3]


def test_without_the_partition_every_node_reads_every_row() -> None:
    table = WideColumn()
    for n in range(50):
        table.insert(f"sensor {n}", 0, "hot" if n == 7 else "ok")
    assert table.filter("hot") == (NODES, 50, 1)


def test_a_partition_is_on_one_node_however_large() -> None:
    table = WideColumn()
    for n in range(100):
        table.insert("ok", n, "")
    assert sorted(sum(map(len, n.values())) for n in table.nodes)[-2:] == [
        0,
        100,
    ]


def test_an_unknown_partition_is_empty() -> None:
    assert WideColumn().slice("nobody", 0, 9) == (1, 0, 0)
