-- USING and NATURAL: equal names as the condition, listed or found by name.
--
-- Source: PostgreSQL manual, section 7.2.1.1, "Joined Tables",
-- https://www.postgresql.org/docs/current/queries-table-expressions.html

CREATE TABLE customers (customer_id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE orders (order_id integer PRIMARY KEY, customer_id integer);
INSERT INTO customers VALUES (1, 'ada'), (2, 'bob');
INSERT INTO orders VALUES (101, 1), (102, 1), (103, NULL);

-- USING: one column customer_id in the result, the first value not NULL.
SELECT *
FROM customers
FULL JOIN orders USING (customer_id)
ORDER BY name, order_id;

-- NATURAL: the same, with the columns found by name.
SELECT * FROM customers NATURAL JOIN orders ORDER BY order_id;

-- Later each table gets a time of its last change.
ALTER TABLE customers ADD updated_at date NOT NULL DEFAULT '2026-01-01';
ALTER TABLE orders ADD updated_at date NOT NULL DEFAULT '2026-02-02';

-- The same query now asks for equal times as well.
SELECT * FROM customers NATURAL JOIN orders ORDER BY order_id;

-- USING still says what is meant.
SELECT name, order_id
FROM customers
JOIN orders USING (customer_id)
ORDER BY order_id;

-- Without an equal name NATURAL is a cross join.
SELECT count(*)
FROM (SELECT name FROM customers) AS names
NATURAL JOIN (SELECT order_id FROM orders) AS numbers;
