"""SQLite refuses the query: attempt to write a readonly database."""

# Per customer: id, name, cents paid (0 if none), pieces in paid orders.
REVENUE = """
SELECT c.id, c.name,
       coalesce(sum(o.total), 0), coalesce(sum(i.pieces), 0)
FROM customers AS c
LEFT JOIN orders AS o ON o.customer_id = c.id AND o.status = 'paid'
LEFT JOIN (
    SELECT order_id, sum(quantity) AS pieces FROM order_items GROUP BY order_id
) AS i ON i.order_id = o.id
GROUP BY c.id, c.name
"""

# Customers without any order: id, name.
WITHOUT_ORDER = """
DELETE FROM customers AS c
WHERE NOT EXISTS (SELECT 1 FROM orders AS o WHERE o.customer_id = c.id)
RETURNING id, name
"""

# All customers with their paid orders: name, order's id or NULL.
PAID_ORDERS = """
SELECT c.name, o.id
FROM customers AS c
LEFT JOIN orders AS o ON o.customer_id = c.id AND o.status = 'paid'
"""
