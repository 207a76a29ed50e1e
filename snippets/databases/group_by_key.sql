-- GROUP BY a primary key: its other columns may be selected as well.
--
-- Source: PostgreSQL manual, SELECT, "GROUP BY Clause",
-- https://www.postgresql.org/docs/current/sql-select.html

CREATE TABLE customers (
    id integer PRIMARY KEY, mail text NOT NULL UNIQUE, name text NOT NULL
);
CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer);
INSERT INTO customers VALUES
    (1, 'a@x.example', 'ada'), (2, 'b@x.example', 'ada'),
    (3, 'c@x.example', 'cyd');
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

-- A mail has one name too, but PostgreSQL looks at primary keys alone.
SELECT mail, name, count(orders.id) AS orders
FROM customers
LEFT JOIN orders ON customer_id = customers.id
GROUP BY mail;
