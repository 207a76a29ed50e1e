"""June begins with the first moment of its first day."""

# Each customer's largest order, all of them if several are equally large:
# customer's id, order's id, total.
LARGEST = """
SELECT customer_id, id, total
FROM (
    SELECT customer_id, id, total,
           rank() OVER (PARTITION BY customer_id ORDER BY total DESC) AS place
    FROM orders
    WHERE customer_id IS NOT NULL
) AS ranked
WHERE place = 1
"""

# Customers who ordered nothing in June 2026: id, name.
QUIET = """
SELECT id, name
FROM customers AS c
WHERE NOT EXISTS (
    SELECT 1 FROM orders AS o
    WHERE o.customer_id = c.id
      AND o.placed > '2026-05-31' AND o.placed < '2026-07-01'
)
"""

# What each customer owes: id, cents ordered less cents paid.
OWED = """
SELECT c.id, coalesce(o.cents, 0) - coalesce(p.cents, 0)
FROM customers AS c
LEFT JOIN (
    SELECT customer_id, sum(total) AS cents FROM orders GROUP BY customer_id
) AS o ON o.customer_id = c.id
LEFT JOIN (
    SELECT customer_id, sum(cents) AS cents FROM payments GROUP BY customer_id
) AS p ON p.customer_id = c.id
"""

# Each customer's orders, by time and then by id, with the sum up to there:
# customer's id, order's id, sum.
RUNNING = """
SELECT customer_id, id,
       sum(total) OVER (PARTITION BY customer_id ORDER BY placed, id)
FROM orders
WHERE customer_id IS NOT NULL
"""

# Each streak: days without a gap on which a customer came, as long as it
# goes on. Customer's id, first day, last day.
STREAKS = """
SELECT customer_id, min(day), max(day)
FROM (
    SELECT customer_id, day,
           day - row_number() OVER (PARTITION BY customer_id ORDER BY day)
           AS streak
    FROM (SELECT DISTINCT customer_id, day FROM visits) AS days
) AS numbered
GROUP BY customer_id, streak
"""
