"""What stops a build, said in one sentence with its place and remedy."""


class BlockError(Exception):
    """A block that cannot become what its page asks for.

    `line` counts from 1 in the text that was given to Markdown; 0 if unknown.
    """

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {message}" if line else message)
        self.line = line
