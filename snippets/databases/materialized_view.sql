-- Materialized view: a stored query's result, stale until it is refreshed.
--
-- Source: PostgreSQL manual, section 41.3, "Materialized Views",
-- https://www.postgresql.org/docs/15/rules-materializedviews.html

CREATE TABLE posts (id integer PRIMARY KEY, user_id integer NOT NULL);
INSERT INTO posts SELECT n, 1 + n % 2 FROM generate_series(1, 800) AS n;
CREATE MATERIALIZED VIEW post_counts AS
SELECT user_id, count(*) AS post_count
FROM posts
GROUP BY user_id;

INSERT INTO posts VALUES (801, 1);
SELECT post_count FROM post_counts WHERE user_id = 1;
SELECT count(*) FROM posts WHERE user_id = 1;

-- Refreshing without blocking readers needs a unique index.
REFRESH MATERIALIZED VIEW CONCURRENTLY post_counts;
CREATE UNIQUE INDEX post_counts_user ON post_counts (user_id);
REFRESH MATERIALIZED VIEW CONCURRENTLY post_counts;
SELECT post_count FROM post_counts WHERE user_id = 1;

-- Nobody can write into it, so it can't drift by itself.
UPDATE post_counts SET post_count = 0;
