-- Outer join: ON decides what matches, WHERE decides what stays.
--
-- Source: PostgreSQL manual, section 7.2.1.1, "Joined Tables",
-- https://www.postgresql.org/docs/current/queries-table-expressions.html

CREATE TABLE customers (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE orders (
    id integer PRIMARY KEY,
    customer_id integer REFERENCES customers,  -- NULL: bought as a guest
    total numeric NOT NULL
);
INSERT INTO customers VALUES (1, 'ada'), (2, 'bob'), (3, 'cyd');
INSERT INTO orders VALUES (101, 1, 20.00), (102, 1, 5.50), (103, NULL, 12.00);

-- Right: every order. The same as a left join with the sides exchanged.
SELECT name, orders.id AS order_id
FROM customers
RIGHT JOIN orders ON orders.customer_id = customers.id
ORDER BY order_id;

-- All customers, and their orders over 10.00: the condition is in ON.
SELECT name, total
FROM customers
LEFT JOIN orders ON orders.customer_id = customers.id AND total > 10
ORDER BY name;

-- Wrong: WHERE comes after the join, and NULL > 10 is not true.
SELECT name, total
FROM customers
LEFT JOIN orders ON orders.customer_id = customers.id
WHERE total > 10
ORDER BY name;

-- Wrong the other way: a condition on the left table in ON removes nobody.
SELECT name, total
FROM customers
LEFT JOIN orders ON orders.customer_id = customers.id AND name = 'ada'
ORDER BY name, total;

-- count(*) counts bob's empty row, count(orders.id) counts orders.
SELECT name, count(*) AS "rows", count(orders.id) AS orders
FROM customers
LEFT JOIN orders ON orders.customer_id = customers.id
GROUP BY name
ORDER BY name;
