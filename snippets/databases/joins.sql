-- Joins: which rows of two tables stay when they are put side by side.
--
-- Source: PostgreSQL manual, section 7.2.1, "The FROM Clause",
-- https://www.postgresql.org/docs/current/queries-table-expressions.html

CREATE TABLE customers (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE orders (
    id integer PRIMARY KEY,
    customer_id integer REFERENCES customers,  -- NULL: bought as a guest
    total numeric NOT NULL
);
INSERT INTO customers VALUES (1, 'ada'), (2, 'bob'), (3, 'cyd');
INSERT INTO orders VALUES (101, 1, 20.00), (102, 1, 5.50), (103, NULL, 12.00);

-- Inner: pairs that match. Neither bob and cyd nor the guest's order stay.
SELECT name, orders.id AS order_id, total
FROM customers
JOIN orders ON orders.customer_id = customers.id
ORDER BY name, order_id;

-- Left: every customer, with NULL where there is no order.
SELECT name, orders.id AS order_id, total
FROM customers
LEFT JOIN orders ON orders.customer_id = customers.id
ORDER BY name, order_id;

-- Full: every row of both sides.
SELECT name, orders.id AS order_id, total
FROM customers
FULL JOIN orders ON orders.customer_id = customers.id
ORDER BY name, order_id;

-- Anti-join: customers without an order.
SELECT name
FROM customers
WHERE NOT EXISTS (SELECT FROM orders WHERE customer_id = customers.id)
ORDER BY name;

-- Wrong: `id <> NULL` is unknown, so one guest's order hides everybody.
SELECT name
FROM customers
WHERE id NOT IN (SELECT customer_id FROM orders)
ORDER BY name;
