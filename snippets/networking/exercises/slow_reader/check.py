"""What a room owes to its readers, one promise per test."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import pytest
from solution import Room

LIMIT = 5


class Reader:
    """Reads while it is open; a message that is stuck is in `under_way`."""

    def __init__(self) -> None:
        self.got: list[str] = []
        self.under_way: list[str] = []
        self.most_at_once = 0
        self.open = asyncio.Event()
        self.open.set()
        self.broken = False

    async def send(self, text: str) -> None:
        self.under_way.append(text)
        self.most_at_once = max(self.most_at_once, len(self.under_way))
        try:
            await asyncio.sleep(0)
            await self.open.wait()
            if self.broken:
                raise ConnectionError("connection reset")
            self.got.append(text)
        finally:
            self.under_way.remove(text)


async def turns(number: int = 60) -> None:
    """Let each task go as far as it gets without a slow reader."""
    for _ in range(number):
        await asyncio.sleep(0)


async def say(room: Room, text: str, sender: str = "ada") -> bool:
    """Whether it returns; it is given time, but no reader's."""
    task = asyncio.create_task(room.say(sender, text))
    await turns()
    if not task.done():
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        return False
    task.result()
    return True


type Story = Callable[[Room, dict[str, Reader]], Awaitable[None]]


def play(story: Story, names: str = "ada bob cyd", limit: int = LIMIT) -> None:
    """The story, in a room where these readers are."""

    async def run() -> None:
        room, readers = Room(limit), dict[str, Reader]()
        for name in names.split():
            readers[name] = Reader()
            room.enter(name, readers[name].send)
        await turns()
        try:
            await story(room, readers)
        finally:
            for name in names.split():
                room.leave(name)
            await turns()

    asyncio.run(run())


def test_a_message_reaches_the_others() -> None:
    async def story(room: Room, readers: dict[str, Reader]) -> None:
        await say(room, "hi")
        assert readers["bob"].got == ["hi"], "A message reaches the others."
        assert readers["cyd"].got == ["hi"], "A message reaches all others."
        assert readers["ada"].got == [], (
            "A message does not go back to its sender."
        )
        await say(room, "hello", sender="bob")
        assert readers["ada"].got == ["hello"], (
            "Who has said something hears what others say."
        )

    play(story)


@pytest.mark.parametrize("slow", ["bob", "cyd"])
def test_a_slow_reader_holds_up_nobody(slow: str) -> None:
    async def story(room: Room, readers: dict[str, Reader]) -> None:
        readers[slow].open.clear()
        fast = readers["cyd" if slow == "bob" else "bob"]
        for number in range(3):
            assert await say(room, f"m{number}"), (
                "`say` must not wait for a reader. It waits for the slowest, "
                "and so does everybody who speaks after it."
            )
        assert fast.got == ["m0", "m1", "m2"], (
            f"While one reads nothing, another must get each message, once "
            f"and in order: it got {fast.got}."
        )
        readers[slow].open.set()
        await turns()
        assert readers[slow].got == ["m0", "m1", "m2"], (
            "Who was slow for a moment gets what waits, once and in order: it "
            f"got {readers[slow].got}."
        )

    play(story)


def test_one_message_at_a_time_is_sent_to_a_reader() -> None:
    async def story(room: Room, readers: dict[str, Reader]) -> None:
        readers["bob"].open.clear()
        for number in range(3):
            await say(room, f"m{number}")
        assert readers["bob"].most_at_once == 1, (
            "A connection gets one message at a time. Of several sends at once "
            "nobody knows the order, and nobody counts them."
        )

    play(story)


def test_who_has_no_room_has_to_leave() -> None:
    async def story(room: Room, readers: dict[str, Reader]) -> None:
        bob = readers["bob"]
        bob.open.clear()
        for number in range(LIMIT + 1):  # one is in `send`, the others wait
            assert await say(room, f"m{number}"), (
                "`say` must not wait for a reader."
            )
            assert "bob" in room.members(), (
                "The message in `send` does not count as one that waits. The "
                f"limit is {LIMIT}, and after {number + 1} messages the reader "
                "is out."
            )
        for number in range(LIMIT + 1, 4 * LIMIT):
            assert await say(room, f"m{number}"), (
                "`say` must not wait for a reader."
            )
        everything = [f"m{number}" for number in range(4 * LIMIT)]
        assert readers["cyd"].got == everything, (
            "One full outbox must not keep the message from the others."
        )
        bob.open.set()
        await turns()
        assert len(bob.got) <= LIMIT + 1, (
            "What waits for a reader has a limit. Without one a reader who "
            "has gone to sleep fills the server's memory: "
            f"{len(bob.got)} messages waited."
        )
        assert "bob" not in room.members(), (
            "Who has missed a message has to leave. A member with a gap that "
            "it does not know of is worse than one who comes back and asks."
        )
        await say(room, "late")
        assert bob.got == [], (
            "Who has to leave has left. Neither what waits nor what is under "
            "way is sent, and the task that would send it ends: it got "
            f"{bob.got}."
        )

    play(story)


@pytest.mark.parametrize("first", ["bob", "cyd"])
def test_a_broken_connection_is_nobody_elses_trouble(first: str) -> None:
    async def story(room: Room, readers: dict[str, Reader]) -> None:
        readers[first].broken = True
        fast = readers["cyd" if first == "bob" else "bob"]
        for number in range(3):
            try:
                await say(room, f"m{number}")
            except ConnectionError:
                pytest.fail(
                    "A reader's broken connection is not the sender's error."
                )
        assert fast.got == ["m0", "m1", "m2"], (
            "A reader's broken connection must not keep messages from others."
        )
        assert first not in room.members(), (
            "A reader whose connection is broken is out. Else its outbox "
            "fills, and nothing empties it."
        )

    play(story)


def test_after_leaving_nothing_is_sent() -> None:
    async def story(room: Room, readers: dict[str, Reader]) -> None:
        bob = readers["bob"]
        bob.open.clear()
        await say(room, "m0")
        await say(room, "m1")
        room.leave("bob")
        await turns()
        bob.open.set()
        await turns()
        assert bob.got == [], (
            "After `leave` nothing more is sent. Neither what waits nor what "
            f"is under way: it got {bob.got}."
        )
        assert room.members() == {"ada", "cyd"}, "Who has left is no member."
        room.leave("bob")
        room.leave("nobody")

    play(story)


@pytest.mark.parametrize("broken", [True, False])
def test_who_comes_back_begins_with_what_is_said_then(broken: bool) -> None:
    async def story(room: Room, readers: dict[str, Reader]) -> None:
        old, new = readers["bob"], Reader()
        old.open.clear()
        await say(room, "m0")
        await say(room, "m1")
        room.enter("bob", new.send)
        await say(room, "m2")
        assert new.got == ["m2"], (
            "A new connection begins empty, and works at once: it got "
            f"{new.got} in place of ['m2']."
        )
        old.broken = broken
        old.open.set()
        await turns()
        assert old.got == [], (
            "Who comes back has left the old connection. It still got "
            f"{old.got}."
        )
        await say(room, "m3")
        assert new.got == ["m2", "m3"], (
            "The end of the old connection must not end the new one."
        )
        assert "bob" in room.members(), "Who has come back is a member."

    play(story)


def test_two_rooms_share_nothing() -> None:
    async def story(room: Room, _: dict[str, Reader]) -> None:
        other, dan = Room(LIMIT), Reader()
        other.enter("dan", dan.send)
        assert room.members() == {"ada", "bob", "cyd"}, (
            "Two rooms share nothing: keep the members in the object."
        )
        other.leave("dan")

    play(story)


def test_the_limit_is_each_readers_own() -> None:
    async def story(room: Room, readers: dict[str, Reader]) -> None:
        readers["bob"].open.clear()
        readers["cyd"].open.clear()
        for number in range(LIMIT + 1):
            await say(room, f"m{number}")
        assert room.members() == {"ada", "bob", "cyd"}, (
            "Each reader has a limit of its own."
        )
        readers["bob"].open.set()
        await turns()
        await say(room, "more")
        assert room.members() == {"ada", "bob"}, (
            "Who has read has room again, and who has not has to leave."
        )

    play(story)


def test_a_limit_of_one() -> None:
    async def story(room: Room, readers: dict[str, Reader]) -> None:
        readers["bob"].open.clear()
        await say(room, "m0")
        await say(room, "m1")
        assert "bob" in room.members(), "One message may wait, one be sent."
        await say(room, "m2")
        assert "bob" not in room.members(), "A second one may not wait."

    play(story, limit=1)


def test_no_task_outlives_its_reader() -> None:
    async def story(room: Room, readers: dict[str, Reader]) -> None:
        readers["bob"].open.clear()
        await say(room, "m0")
        for name in ("ada", "bob", "cyd"):
            room.leave(name)
        await turns()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        assert not left, (
            "No task outlives its reader: cancel it when the reader leaves. "
            f"{len(left)} are left."
        )

    play(story)
