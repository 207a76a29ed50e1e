-- First normal form: several phones in one column, and what can't be said then.
--
-- Source: PostgreSQL manual, section 8.15, "Arrays",
-- https://www.postgresql.org/docs/current/arrays.html

CREATE TABLE users (id integer PRIMARY KEY, list text, phones text[]);
INSERT INTO users VALUES
    (1, '555-1234,555-5678', '{555-1234,555-5678}'),
    (2, '555-12345', '{555-12345}');

-- A list in a string: a search for one number finds another.
SELECT id FROM users WHERE list LIKE '%555-1234%' ORDER BY id;

-- An array knows its elements. (A GIN index serves @>, but not = ANY.)
SELECT id FROM users WHERE phones @> '{555-1234}' ORDER BY id;

-- But an array is unique as a whole: the same phone for two users.
CREATE UNIQUE INDEX users_phones ON users (phones);
INSERT INTO users VALUES (3, NULL, '{555-5678}');
SELECT phone, count(*) AS owners
FROM users
CROSS JOIN unnest(phones) AS phone
GROUP BY phone
HAVING count(*) > 1;

-- A row per phone: unique, and each with facts of its own.
CREATE TABLE phones (
    phone text PRIMARY KEY,
    user_id integer NOT NULL REFERENCES users,
    verified boolean NOT NULL DEFAULT false
);
INSERT INTO phones VALUES ('555-1234', 1), ('555-5678', 1);
INSERT INTO phones VALUES ('555-5678', 3);
