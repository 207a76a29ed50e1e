"""What stops a build, said in one sentence with its place and remedy."""

import difflib


class BlockError(Exception):
    """A block that cannot become what its page asks for.

    `line` counts from 1 in the text that was given to Markdown; 0 if unknown.
    """

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {message}" if line else message)
        self.line = line


def nearest(name: str, known: list[str]) -> str:
    """The remedy for a name that is not known."""
    close = difflib.get_close_matches(name, known, n=1)
    if close:
        return f"did you mean {close[0]}?"
    return "create it, or correct the path."
