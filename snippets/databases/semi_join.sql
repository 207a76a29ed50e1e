-- Semi join and anti-join: filter by a partner, and add no row or column.
--
-- Source: PostgreSQL manual, "Subquery Expressions",
-- https://www.postgresql.org/docs/current/functions-subquery.html

CREATE TABLE customers (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE orders (
    id integer PRIMARY KEY,
    customer_id integer REFERENCES customers,  -- NULL: bought as a guest
    total numeric NOT NULL
);
INSERT INTO customers VALUES (1, 'ada'), (2, 'bob'), (3, 'cyd');
INSERT INTO orders VALUES (101, 1, 20.00), (102, 1, 5.50), (103, NULL, 12.00);

-- A join to filter: ada twice, once per order.
SELECT name FROM customers JOIN orders ON customer_id = customers.id;

-- Semi join: customers with at least one order, each once.
SELECT name FROM customers
WHERE EXISTS (SELECT FROM orders WHERE customer_id = customers.id);
SELECT name FROM customers WHERE id IN (SELECT customer_id FROM orders);

-- Anti-join in two spellings that hold with NULL.
SELECT name FROM customers
WHERE NOT EXISTS (SELECT FROM orders WHERE customer_id = customers.id)
ORDER BY name;
SELECT name FROM customers
LEFT JOIN orders ON customer_id = customers.id
WHERE orders.id IS NULL
ORDER BY name;

-- Why NOT IN fails: it asks for `<>` to each, and one answer is unknown.
SELECT 2 NOT IN (1, 3) AS without_null, 2 NOT IN (1, NULL) AS with_null,
    1 NOT IN (1, NULL) AS found, 1 IN (1, NULL) AS in_list;

-- A NULL on the left: NOT EXISTS finds no partner, NOT IN can't know.
SELECT id FROM orders
WHERE NOT EXISTS (SELECT FROM customers WHERE id = customer_id);
SELECT id FROM orders WHERE customer_id NOT IN (SELECT id FROM customers);

-- A name that is not in the subquery's table is taken from outside.
SELECT name FROM customers WHERE name IN (SELECT name FROM orders)
ORDER BY name;
