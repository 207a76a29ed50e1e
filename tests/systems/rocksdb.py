"""RocksDB, by the tools that come with it: a database is a folder."""

from tests.systems.program import need, run


def version() -> str:
    """As in `RocksDB 7.8.3`."""
    said = run([need("rocksdb-tools"), "--version"])
    return f"RocksDB {said.split()[3]}"
