-- LATERAL: a subquery per row of the left side, as for its three newest.
--
-- Source: PostgreSQL manual, section 7.2.1.5, "LATERAL Subqueries",
-- https://www.postgresql.org/docs/current/queries-table-expressions.html

CREATE TABLE customers (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE orders (
    id integer PRIMARY KEY,
    customer_id integer REFERENCES customers,
    total numeric NOT NULL
);
INSERT INTO customers VALUES (1, 'ada'), (2, 'bob'), (3, 'cyd');
INSERT INTO orders VALUES (101, 1, 20.00), (102, 1, 5.50), (104, 2, 8.00),
    (105, 1, 30.00), (106, 1, 7.00);

-- The two newest orders of each customer. LEFT ... ON true keeps cyd.
SELECT name, newest.id AS order_id, total
FROM customers
LEFT JOIN LATERAL (
    SELECT id, total FROM orders
    WHERE customer_id = customers.id
    ORDER BY id DESC
    LIMIT 2
) AS newest ON true
ORDER BY name, order_id DESC;

-- Without LATERAL the subquery is one for all: the two newest of everybody.
SELECT name, newest.id AS order_id
FROM customers
LEFT JOIN (
    SELECT id, customer_id FROM orders ORDER BY id DESC LIMIT 2
) AS newest ON customer_id = customers.id
ORDER BY name, order_id DESC;

-- The same by a window: number the rows of each customer, keep two.
SELECT name, numbered.id AS order_id, total
FROM customers
LEFT JOIN (
    SELECT *, row_number() OVER (
        PARTITION BY customer_id ORDER BY id DESC
    ) AS position
    FROM orders
) AS numbered ON customer_id = customers.id AND position <= 2
ORDER BY name, order_id DESC;
