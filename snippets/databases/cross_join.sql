-- Cross join: every pair of rows; a condition on the pairs makes it a join.
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

-- Three customers times three orders. A third value besides true and false:
-- compared with NULL, nothing is known.
SELECT name, orders.id AS order_id, customers.id = customer_id AS match
FROM customers
CROSS JOIN orders
ORDER BY name, order_id;

-- Where it is true: an inner join, in its older spelling.
SELECT name, orders.id AS order_id
FROM customers, orders
WHERE customers.id = customer_id
ORDER BY name, order_id;

-- An intersection of the keys is another question, with another answer.
SELECT id FROM customers
INTERSECT
SELECT customer_id FROM orders;
