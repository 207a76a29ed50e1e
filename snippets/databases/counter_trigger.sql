-- Trigger: a stored count that each transaction leaves right.
--
-- Source: PostgreSQL manual, section 43.10.1, "Triggers on Data Changes",
-- https://www.postgresql.org/docs/15/plpgsql-trigger.html

CREATE TABLE users (
    id integer PRIMARY KEY, post_count integer NOT NULL DEFAULT 0
);
CREATE TABLE posts (
    id integer PRIMARY KEY, user_id integer NOT NULL REFERENCES users
);
CREATE FUNCTION count_posts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE users SET post_count = post_count - 1 WHERE id = OLD.user_id;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        UPDATE users SET post_count = post_count + 1 WHERE id = NEW.user_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER count_posts AFTER INSERT OR DELETE OR UPDATE OF user_id
ON posts FOR EACH ROW EXECUTE FUNCTION count_posts();
CREATE VIEW drift AS
SELECT users.id, post_count, count(posts.id) AS counted
FROM users
LEFT JOIN posts ON posts.user_id = users.id
GROUP BY users.id
ORDER BY users.id;

INSERT INTO users VALUES (1), (2);
INSERT INTO posts VALUES (11, 1), (12, 1), (13, 1), (14, 2);
DELETE FROM posts WHERE id = 11;
UPDATE posts SET user_id = 2 WHERE id = 12;
SELECT * FROM drift;

-- Undone with the post: count and post are one transaction.
BEGIN;
INSERT INTO posts VALUES (15, 1);
ROLLBACK;
SELECT * FROM drift;

-- TRUNCATE fires no trigger FOR EACH ROW: the count is wrong.
TRUNCATE posts;
SELECT * FROM drift;

-- So keep a query that mends: it is the definition of the count.
UPDATE users SET post_count = counted
FROM drift
WHERE drift.id = users.id AND users.post_count <> counted;
SELECT * FROM drift;
