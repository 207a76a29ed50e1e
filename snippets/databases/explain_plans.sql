-- Query plan: a tree of nodes, read from the innermost outwards.
--
-- Source: PostgreSQL manual, section 14.1, "Using EXPLAIN",
-- https://www.postgresql.org/docs/current/using-explain.html

CREATE TABLE orders (id integer, customer integer, status text, total integer);
INSERT INTO orders
SELECT n, n * 7919 % 1000, CASE n % 100 WHEN 0 THEN 'failed' ELSE 'paid' END,
    n * 31 % 499
FROM generate_series(1, 20000) AS n;
CREATE INDEX by_customer ON orders (customer);
CREATE INDEX by_total ON orders (total);
VACUUM ANALYZE orders;

-- 1. Read the table, keep what fits, sort it, stop after three.
EXPLAIN (COSTS OFF)
SELECT * FROM orders WHERE status = 'failed' ORDER BY id LIMIT 3;

-- 2. The index gives the order: no sort, and it stops after three.
EXPLAIN (COSTS OFF)
SELECT * FROM orders ORDER BY total DESC LIMIT 3;

-- 3. Places from an index, then each page once; what is no condition of the
-- index is a filter.
EXPLAIN (COSTS OFF)
SELECT * FROM orders WHERE customer = 17 AND status = 'failed';

-- 4. Two indexes at once: the places that both name.
EXPLAIN (COSTS OFF)
SELECT * FROM orders WHERE customer < 20 AND total < 10;

-- 5. All that the query needs stands in the index.
EXPLAIN (COSTS OFF)
SELECT count(*) FROM orders WHERE customer BETWEEN 17 AND 19;

-- 6. An operation on the column: its index is of no use.
EXPLAIN (COSTS OFF)
SELECT * FROM orders WHERE customer + 1 = 18;

-- 7. Nearly every row fails the condition, or nearly none: two plans.
CREATE INDEX by_status ON orders (status);
EXPLAIN (COSTS OFF)
SELECT * FROM orders WHERE status = 'failed';
EXPLAIN (COSTS OFF)
SELECT * FROM orders WHERE status = 'paid';
