"""Three reports of a shop, each a query. They are right on a small shop.

Tables: customers (id, name), orders (id, customer_id, status, total),
order_items (order_id, product, quantity). An order's customer_id is NULL if
a guest bought, its status is 'paid' or 'open', its total in cents.
"""

# BEGIN SOLUTION
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
SELECT id, name
FROM customers AS c
WHERE NOT EXISTS (SELECT 1 FROM orders AS o WHERE o.customer_id = c.id)
"""

# All customers with their paid orders: name, order's id or NULL.
PAID_ORDERS = """
SELECT c.name, o.id
FROM customers AS c
LEFT JOIN orders AS o ON o.customer_id = c.id AND o.status = 'paid'
"""
# STARTER
# # Per customer: id, name, cents paid (0 if none), pieces in paid orders.
# REVENUE = """
# SELECT c.id, c.name, sum(o.total), sum(i.quantity)
# FROM customers AS c
# JOIN orders AS o ON o.customer_id = c.id
# JOIN order_items AS i ON i.order_id = o.id
# WHERE o.status = 'paid'
# GROUP BY c.name
# """
#
# # Customers without any order: id, name.
# WITHOUT_ORDER = """
# SELECT id, name
# FROM customers
# WHERE id NOT IN (SELECT customer_id FROM orders)
# """
#
# # All customers with their paid orders: name, order's id or NULL.
# PAID_ORDERS = """
# SELECT c.name, o.id
# FROM customers AS c
# LEFT JOIN orders AS o ON o.customer_id = c.id
# WHERE o.status = 'paid'
# """
# END SOLUTION
