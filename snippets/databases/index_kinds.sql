-- Kinds of index: of some rows, of a result, with columns to carry.
--
-- Source: PostgreSQL manual, sections 11.7, 11.8 and 11.9,
-- https://www.postgresql.org/docs/current/indexes-partial.html

CREATE TABLE users (id integer, email text, name text, deleted boolean);
INSERT INTO users
SELECT n, 'User' || n || '@Example.com', 'user ' || n, n % 10 = 0
FROM generate_series(1, 20000) AS n;
ANALYZE users;

-- Expression: unique whatever the capitals, and found by the same expression.
CREATE UNIQUE INDEX one_email ON users (lower(email));
ANALYZE users;
EXPLAIN (COSTS OFF)
SELECT name FROM users WHERE lower(email) = 'user17@example.com';
INSERT INTO users VALUES (20001, 'USER17@EXAMPLE.COM', 'mallory', false);

-- Partial: an address may come back when its user is gone.
DROP INDEX one_email;
CREATE UNIQUE INDEX one_living ON users (lower(email)) WHERE NOT deleted;
INSERT INTO users VALUES (20001, 'user20@example.com', 'new 20', false);
INSERT INTO users VALUES (20002, 'user20@example.com', 'again', false);

-- Used only where the query says as much as the index.
EXPLAIN (COSTS OFF)
SELECT name FROM users
WHERE lower(email) = 'user17@example.com' AND NOT deleted;
EXPLAIN (COSTS OFF)
SELECT name FROM users WHERE lower(email) = 'user17@example.com';

-- Covering: the key finds, and what is included saves the way to the table.
CREATE UNIQUE INDEX by_id ON users (id) INCLUDE (name);
EXPLAIN (COSTS OFF)
SELECT name FROM users WHERE id = 17;
EXPLAIN (COSTS OFF)
SELECT name, email FROM users WHERE id = 17;

-- No value is equal to NULL, so unique lets it come twice.
CREATE TABLE codes (code text UNIQUE);
INSERT INTO codes VALUES (NULL), (NULL);
