"""What an index in pages promises, one promise per test."""

from bisect import insort
from random import Random

import pytest
from solution import Entry, Index, Page

ROOMS = [3, 4, 5, 8]


def filled(room: int, entries: list[tuple[int, int]]) -> Index:
    index = Index(room)
    for key, row in entries:
        index.insert(key, row)
    return index


def shuffled(number: int) -> list[tuple[int, int]]:
    """About three rows per key, in any order."""
    entries = [(n // 3, n % 3) for n in range(number)]
    Random(1).shuffle(entries)
    return entries


def levels(index: Index) -> list[list[Page]]:
    """The pages of each level by way of their children, the root first."""
    found = [[index.root]]
    while below := [child for page in found[-1] for child in page.children]:
        found.append(below)
        assert len(found) < 99, "A page is a child of a page above it only."
    return found


def leaves(index: Index) -> list[Page]:
    return levels(index)[-1]


def found(index: Index, low: int, high: int) -> list[int]:
    """What `find` answers, unless the links would lead it in a circle."""
    page: Page | None = leaves(index)[0]
    for _ in leaves(index):
        page = page and page.right
    if page:
        pytest.fail(
            "The last leaf knows no next one. The links lead on for ever, and "
            "so would `find`: keep the old link before you set the new one."
        )
    try:
        return index.find(low, high)
    except IndexError as error:
        pytest.fail(f"A leaf may be empty, as the first one is: {error!r}.")


@pytest.mark.parametrize("room", ROOMS)
def test_no_page_is_too_full(room: int) -> None:
    for level in levels(filled(room, shuffled(300))):
        for page in level:
            assert len(page.entries) <= room, (
                "A page holds at most `room` entries. After an insert, split "
                "the leaf if it has more, then its parent, up to the root: "
                f"one of {room} has {len(page.entries)}."
            )


@pytest.mark.parametrize("room", ROOMS)
def test_the_root_splits(room: int) -> None:
    assert filled(room, shuffled(room)).root.entries == sorted(
        shuffled(room)
    ), "As long as all fits into one page, there is one."
    root = filled(room, shuffled(room + 1)).root
    assert (len(root.entries), len(root.children)) == (1, 2), (
        "When the root splits, a new root stands above both halves, with one "
        "separator. That is how the tree grows: at the top."
    )


@pytest.mark.parametrize("room", ROOMS)
def test_every_leaf_is_equally_deep(room: int) -> None:
    for level in levels(filled(room, shuffled(300))):
        inner = [bool(page.children) for page in level]
        assert len(set(inner)) == 1, (
            "All leaves are equally deep. The new page goes beside the one "
            "that was split, under the same parent, not below it."
        )
        for page in level:
            expected = len(page.entries) + 1 if page.children else 0
            assert len(page.children) == expected, (
                "An inner page has one child more than separators."
            )


@pytest.mark.parametrize("room", ROOMS)
def test_no_entry_is_lost(room: int) -> None:
    entries = shuffled(300)
    index = filled(room, entries)
    held = [entry for leaf in leaves(index) for entry in leaf.entries]
    assert sorted(held) == sorted(entries), (
        "Every entry is in one leaf, and in one only. A leaf that is split "
        "keeps the separator's entry; what goes up is a copy."
    )
    assert held == sorted(entries), "The leaves hold the entries in order."


@pytest.mark.parametrize("room", ROOMS)
def test_an_inner_page_hands_its_separator_up(room: int) -> None:
    separators = [
        entry
        for level in levels(filled(room, shuffled(300)))[:-1]
        for page in level
        for entry in page.entries
    ]
    assert len(separators) == len(set(separators)), (
        "An inner page that is split gives its middle separator away. It "
        "guides from the parent now, and a second one has no child."
    )


@pytest.mark.parametrize("room", ROOMS)
def test_separators_separate(room: int) -> None:
    def judge(page: Page, low: Entry, high: Entry) -> None:
        for entry in page.entries:
            assert low <= entry < high, (
                "A separator separates. It is above all to its left, and not "
                f"above what is to its right: {entry} is not from {low} to "
                f"below {high}."
            )
        borders = [low, *page.entries, high]
        for at, child in enumerate(page.children):
            judge(child, borders[at], borders[at + 1])

    judge(filled(room, shuffled(300)).root, (-1,), (10**9,))


@pytest.mark.parametrize("room", ROOMS)
def test_a_split_is_in_the_middle(room: int) -> None:
    entries = [(n, 0) for n in range(300)]
    for order in (entries, entries[::-1], shuffled(300)):
        for level in levels(filled(room, order))[1:]:
            fewest = min(len(page.entries) for page in level)
            assert fewest >= (room - 1) // 2, (
                "A split is in the middle. Otherwise pages stay nearly empty: "
                f"of {room} entries one has {fewest}."
            )


@pytest.mark.parametrize("room", ROOMS)
def test_the_leaves_are_linked(room: int) -> None:
    index = filled(room, shuffled(300))
    expected = leaves(index)
    chain = [expected[0]]
    while (leaf := chain[-1].right) and len(chain) <= len(expected):
        chain.append(leaf)
    assert len(chain) == len(expected), (
        "Each leaf knows the next, and the last one none. A new leaf takes "
        f"its neighbour's link over: {len(chain)} of {len(expected)} leaves "
        "are in the chain."
    )
    assert all(one is two for one, two in zip(chain, expected, strict=True)), (
        "The links lead from left to right."
    )


@pytest.mark.parametrize("room", ROOMS)
def test_the_rows_of_one_key(room: int) -> None:
    rows = list(range(40))
    index = filled(room, [(7, row) for row in rows] + [(6, 1), (8, 2)])
    assert found(index, 7, 7) == rows, (
        "A key may have more rows than fit into a leaf. Begin at the first of "
        "them, and go on to the next leaf while the key is the same."
    )


@pytest.mark.parametrize("room", ROOMS)
def test_ranges_against_a_sorted_list(room: int) -> None:
    rng = Random(room)
    index = Index(room)
    model: list[tuple[int, int]] = []
    for _ in range(400):
        entry = (rng.randrange(-30, 30), rng.randrange(10**6))
        index.insert(*entry)
        insort(model, entry)
        low = rng.randrange(-35, 35)
        high = low + rng.randrange(-2, 20)
        expected = [row for key, row in model if low <= key <= high]
        assert found(index, low, high) == expected, (
            "A range is what a sorted list gives. Both ends are included; this "
            f"one is from {low} to {high}, of {len(model)} entries."
        )


def test_an_empty_index() -> None:
    assert found(Index(3), 0, 9) == [], "An empty index finds nothing."


def test_few_pages_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: set[int] = set()

    def get(page: Page) -> list[Entry]:
        read.add(id(page))
        entries: list[Entry] = vars(page)["entries"]
        return entries

    def put(page: Page, entries: list[Entry]) -> None:
        vars(page)["entries"] = entries

    monkeypatch.setattr(Page, "entries", property(get, put), raising=False)
    index = filled(8, [(n, n) for n in range(3_000)])
    depth = len(levels(index))
    read.clear()
    index.insert(1_500, 9)
    assert len(read) <= 2 * depth + 2, (
        "An insert reads one path. It splits pages of that path only, and "
        f"touched {len(read)} of them in a tree {depth} deep."
    )
    read.clear()
    index.find(1_000, 1_019)
    assert len(read) <= depth + 9, (
        "A range reads one path and the leaves it spans. After the last key "
        f"it stops: it read {len(read)} pages for 20 keys."
    )
