"""A day lasts until just before the next one begins."""

INDEXES = [  # no more are allowed
    "CREATE INDEX by_placed ON orders (placed, id)",
    "CREATE INDEX by_grams ON orders (grams)",
    "CREATE INDEX by_sku ON orders (sku)",
    "CREATE INDEX by_state ON orders (state)",
]

# Orders of one day; :day is text such as '2026-06-30'.
DAY = """
SELECT id FROM orders
WHERE placed BETWEEN :day AND :day || ' 23:59:59.999'
"""

# Orders of so many whole kilos.
KILOS = """
SELECT id FROM orders
WHERE grams >= :kilos * 1000 AND grams < (:kilos + 1) * 1000
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
