"""Sargable predicates: five queries that the indexes can serve.

Table: orders (id, sku, placed, grams, state). `placed` is text such as
'2026-06-30 18:05:59', or finer as in '2026-06-30 18:05:59.250'. `grams` is
never negative. An order is open if its `state` is 'open' or NULL. In SQLite.
"""

INDEXES = [  # no more are allowed
    "CREATE INDEX by_placed ON orders (placed, id)",
    "CREATE INDEX by_grams ON orders (grams)",
    "CREATE INDEX by_sku ON orders (sku)",
    "CREATE INDEX by_state ON orders (state)",
]

# BEGIN SOLUTION
# Orders of one day; :day is text such as '2026-06-30'.
DAY = """
SELECT id FROM orders
WHERE placed >= :day AND placed < date(:day, '+1 day')
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
# STARTER
# # Orders of one day; :day is text such as '2026-06-30'.
# DAY = """
# SELECT id FROM orders WHERE date(placed) = :day
# """
#
# # Orders of so many whole kilos.
# KILOS = """
# SELECT id FROM orders WHERE grams / 1000 = :kilos
# """
#
# # Orders of things whose number begins with 'tea-', in small letters.
# TEA = """
# SELECT id FROM orders WHERE substr(sku, 1, 4) = 'tea-'
# """
#
# # Open orders.
# OPEN = """
# SELECT id FROM orders WHERE coalesce(state, 'open') = 'open'
# """
#
# # The next 20 orders, newest first, after the one with :placed and :id.
# PAGE = """
# SELECT id FROM orders
# ORDER BY placed DESC, id DESC LIMIT 20 OFFSET (
#     SELECT count(*) FROM orders
#     WHERE placed > :placed OR placed = :placed AND id >= :id
# )
# """
# END SOLUTION
