"""Runs a snippet on a real Redis instead of the one in memory.

Of its two arguments one is the port, the other the snippet.
"""

import runpy
import sys
from functools import partial

import fakeredis
import redis

port, snippet = sys.argv[1:]
fakeredis.FakeRedis = partial(redis.Redis, port=int(port))  # type: ignore[assignment,misc]
runpy.run_path(snippet, run_name="__main__")
