-- IS NOT DISTINCT FROM: an equality for which NULL equals NULL.
--
-- Source: PostgreSQL manual, section 9.2, "Comparison Functions and Operators",
-- https://www.postgresql.org/docs/current/functions-comparison.html

-- Stock by product and size, from two systems. A mug has no size.
CREATE TABLE counted (product text, size text, pieces integer);
CREATE TABLE booked (product text, size text, pieces integer);
INSERT INTO counted VALUES ('mug', NULL, 40), ('shirt', 'M', 9);
INSERT INTO booked VALUES ('mug', NULL, 41), ('shirt', 'M', 9);

-- With = no mug finds its partner, and each side gets a row of its own.
SELECT c.product, c.size, c.pieces AS counted, b.pieces AS booked
FROM counted AS c
LEFT JOIN booked AS b ON b.product = c.product AND b.size = c.size
ORDER BY c.product;

SELECT c.product, c.size, c.pieces AS counted, b.pieces AS booked
FROM counted AS c
LEFT JOIN booked AS b
    ON b.product = c.product AND b.size IS NOT DISTINCT FROM c.size
ORDER BY c.product;

-- The three results of =, and the two of IS NOT DISTINCT FROM.
SELECT 1 = NULL AS eq, NULL = NULL AS eq_null,
    1 IS NOT DISTINCT FROM NULL AS same,
    NULL IS NOT DISTINCT FROM NULL AS same_null;

-- A full join needs a condition that can be hashed or merged.
SELECT * FROM counted AS c
FULL JOIN booked AS b ON b.size IS NOT DISTINCT FROM c.size;
