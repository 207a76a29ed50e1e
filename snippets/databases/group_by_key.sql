-- GROUP BY a primary key: its other columns may be selected as well.
--
-- Source: PostgreSQL manual, SELECT, "GROUP BY Clause",
-- https://www.postgresql.org/docs/current/sql-select.html

CREATE TABLE customers (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer);
INSERT INTO customers VALUES (1, 'ada'), (2, 'ada'), (3, 'cyd');
INSERT INTO orders VALUES (101, 1), (102, 1), (103, 2);

-- The key determines the name, so each group has one name.
SELECT customers.id, name, count(orders.id) AS orders
FROM customers
LEFT JOIN orders ON customer_id = customers.id
GROUP BY customers.id
ORDER BY customers.id;

-- Wrong by name: two customers called ada become one.
SELECT name, count(orders.id) AS orders
FROM customers
LEFT JOIN orders ON customer_id = customers.id
GROUP BY name
ORDER BY name;

-- Without the key in sight PostgreSQL can't know that there is one name.
SELECT people.id, name, count(orders.id) AS orders
FROM (SELECT * FROM customers) AS people
LEFT JOIN orders ON customer_id = people.id
GROUP BY people.id;
