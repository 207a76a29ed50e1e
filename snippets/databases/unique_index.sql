-- Unique index: finds a row without reading the table, and refuses a second.
--
-- Time: O(log n) a look-up instead of O(n). Space: O(n).
-- Source: PostgreSQL manual, section 11.6, "Unique Indexes",
-- https://www.postgresql.org/docs/current/indexes-unique.html

CREATE TABLE users (email text NOT NULL, name text NOT NULL);
INSERT INTO users
SELECT 'user' || n || '@example.com', 'user ' || n
FROM generate_series(1, 10000) AS n;
ANALYZE users;

-- Without an index every row is read.
EXPLAIN (COSTS OFF)
SELECT name FROM users WHERE email = 'user17@example.com';

CREATE UNIQUE INDEX users_email ON users (email);

EXPLAIN (COSTS OFF)
SELECT name FROM users WHERE email = 'user17@example.com';

-- The index holds addresses, not what a function makes of them.
EXPLAIN (COSTS OFF)
SELECT name FROM users WHERE lower(email) = 'user17@example.com';

-- The same address is refused; in capitals it is another one.
INSERT INTO users VALUES ('user17@example.com', 'mallory');
INSERT INTO users VALUES ('USER17@example.com', 'mallory');
