"""Runs `code` as a program of its own, and shows only its own frames."""

import linecache
import sys
import traceback
from types import ModuleType


def main(code: str, path: str) -> bool:
    """Run in a fresh `__main__`; True if the program ended without an error."""
    # Lets a traceback quote the lines, as it does for a file.
    linecache.cache[path] = (len(code), None, code.splitlines(True), path)
    module = sys.modules["__main__"] = ModuleType("__main__")
    try:
        exec(compile(code, path, "exec"), module.__dict__)
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        return end.code in (None, 0)
    except BaseException as error:
        frames = error.__traceback__
        while frames and frames.tb_frame.f_code.co_filename != path:
            frames = frames.tb_next
        traceback.print_exception(error.with_traceback(frames))
        return False
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return True


main(code, path)  # noqa: F821  # the worker provides both
