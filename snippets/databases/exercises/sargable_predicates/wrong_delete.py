"""SQLite refuses the query: attempt to write a readonly database."""

INDEXES = [  # no more are allowed
    "CREATE INDEX by_placed ON orders (placed, id)",
    "CREATE INDEX by_grams ON orders (grams)",
    "CREATE INDEX by_sku ON orders (sku)",
    "CREATE INDEX by_state ON orders (state)",
]

# Orders of one day; :day is text such as '2026-06-30'.
DAY = """
SELECT id FROM orders
WHERE placed >= :day AND placed < date(:day, '+1 day')
"""

# Orders of so many whole kilos.
KILOS = """
DELETE FROM orders
WHERE grams >= :kilos * 1000 AND grams < (:kilos + 1) * 1000
RETURNING id
"""

# Orders of things whose number begins with 'tea-', in small letters.
TEA = """
SELECT id FROM orders WHERE sku >= 'tea-' AND sku < 'tea.'
"""

# Open orders.
OPEN = """
SELECT id FROM orders WHERE state = 'open' OR state IS NULL
"""

# The next 20 orders, newest first, after the one with :placed and :id.
PAGE = """
SELECT id FROM orders
WHERE (placed, id) < (:placed, :id)
ORDER BY placed DESC, id DESC LIMIT 20
"""
