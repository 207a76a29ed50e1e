"""The table and the queries belong to others."""

# In SQLite. Every hundredth order failed, the others are paid.
TABLE = """
CREATE TABLE orders (
    id INTEGER PRIMARY KEY, customer INTEGER, status TEXT,
    created INTEGER, total INTEGER, email TEXT COLLATE NOCASE
)"""

QUERIES = {
    "newest": "SELECT id, total FROM orders WHERE customer = ?"
    " ORDER BY created DESC LIMIT 10",
    "revenue": "SELECT sum(total) FROM orders WHERE customer = ?"
    " AND created BETWEEN ? AND ?",
    "failed": "SELECT id, email FROM orders WHERE status = 'failed'"
    " AND created BETWEEN ? AND ?",
    "address": "SELECT id, total FROM orders WHERE email = ?",
}

# An insert may add 2.1 entries to them on average, and
# "revenue" must not read the table.
INDEXES = [
    "CREATE INDEX by_customer ON orders (customer, created, total)",
    "CREATE INDEX failed ON orders (created) WHERE status = 'failed'",
    "CREATE INDEX by_address ON orders (email)",
]
