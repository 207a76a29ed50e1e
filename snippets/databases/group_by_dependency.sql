-- GROUP BY: PostgreSQL knows one kind of dependency, the primary key.
--
-- Source: PostgreSQL manual, SELECT, "GROUP BY Clause",
-- https://www.postgresql.org/docs/current/sql-select.html

CREATE TABLE users (
    id integer PRIMARY KEY, mail text NOT NULL UNIQUE, name text NOT NULL
);
CREATE TABLE posts (id integer PRIMARY KEY, user_id integer NOT NULL);
INSERT INTO users VALUES (1, 'a@x.example', 'ada'), (2, 'b@x.example', 'bob');
INSERT INTO posts VALUES (11, 1), (12, 1);

-- id -> name by the primary key: one name in each group.
SELECT users.name, count(posts.id) AS post_count
FROM users
LEFT JOIN posts ON posts.user_id = users.id
GROUP BY users.id
ORDER BY users.id;

-- mail -> name is as true, by a key that PostgreSQL does not look at.
SELECT users.name, count(posts.id) AS post_count
FROM users
LEFT JOIN posts ON posts.user_id = users.id
GROUP BY users.mail;

-- Without the key the first query is refused as well.
ALTER TABLE users DROP CONSTRAINT users_pkey;
SELECT users.name, count(posts.id) AS post_count
FROM users
LEFT JOIN posts ON posts.user_id = users.id
GROUP BY users.id;
