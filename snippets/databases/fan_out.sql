-- Fan-out: a join repeats a row once per partner, and a sum counts each.
--
-- Source: PostgreSQL manual, section 7.2.1.1, "Joined Tables",
-- https://www.postgresql.org/docs/current/queries-table-expressions.html

CREATE TABLE customers (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE orders (
    id integer PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES customers,
    total numeric NOT NULL
);
CREATE TABLE products (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE order_items (
    order_id integer REFERENCES orders,
    product_id integer REFERENCES products,
    quantity integer NOT NULL,
    PRIMARY KEY (order_id, product_id)
);
INSERT INTO customers VALUES (1, 'ada'), (2, 'bob');
INSERT INTO orders VALUES (101, 1, 20.00), (102, 1, 5.50), (104, 1, 5.50);
INSERT INTO products VALUES (7, 'mug'), (8, 'tea'), (9, 'pen');
INSERT INTO order_items
VALUES (101, 7, 2), (101, 8, 1), (102, 9, 1), (104, 9, 1);

-- Four tables, three joins. The result has a row per item.
SELECT customers.name, orders.id AS order_id, total, products.name AS product
FROM customers
JOIN orders ON orders.customer_id = customers.id
JOIN order_items ON order_items.order_id = orders.id
JOIN products ON products.id = order_items.product_id
ORDER BY order_id, product;

-- Wrong: order 101 counts twice. DISTINCT drops one of two orders over 5.50.
SELECT sum(total), sum(DISTINCT total) AS sum_distinct
FROM orders
JOIN order_items ON order_items.order_id = orders.id;

-- Right: make one row per order first, then join.
SELECT customers.name, sum(total) AS revenue, sum(pieces) AS pieces
FROM customers
LEFT JOIN orders ON orders.customer_id = customers.id
LEFT JOIN (
    SELECT order_id, sum(quantity) AS pieces FROM order_items GROUP BY order_id
) AS items ON items.order_id = orders.id
GROUP BY customers.id
ORDER BY name;
