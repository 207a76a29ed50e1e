-- Graph: a path of unknown length, by a query that asks itself.
--
-- Source: PostgreSQL manual, section 7.8.2, "Recursive Queries",
-- https://www.postgresql.org/docs/current/queries-with.html#QUERIES-WITH-RECURSIVE

CREATE TABLE follows (follower text, followed text,
                      PRIMARY KEY (follower, followed));
INSERT INTO follows VALUES
('ada', 'bob'), ('ada', 'cyd'), ('bob', 'dan'), ('cyd', 'dan'),
('dan', 'eve'), ('eve', 'ada'), ('eve', 'fay');
CREATE TABLE bought (person text, product text);
INSERT INTO bought VALUES
('bob', 'mug'), ('cyd', 'mug'), ('cyd', 'tea'), ('eve', 'pen'), ('ada', 'tea');

-- Two steps, known beforehand: two joins. Dan is found on two paths.
SELECT b.followed, count(*) AS paths
FROM follows AS a JOIN follows AS b ON b.follower = a.followed
WHERE a.follower = 'ada' GROUP BY b.followed;

-- What those she follows bought and she did not: a recommendation.
SELECT product, count(*) AS by FROM follows
JOIN bought ON person = followed
WHERE follower = 'ada'
  AND NOT EXISTS (SELECT FROM bought AS mine
                  WHERE person = 'ada' AND mine.product = bought.product)
GROUP BY product;

-- Everyone whom she reaches. UNION drops a person who was found before.
WITH RECURSIVE reached (person) AS (
    SELECT 'ada'
    UNION
    SELECT followed FROM reached JOIN follows ON follower = person
)
SELECT string_agg(person, ' ' ORDER BY person) AS reached FROM reached;

-- With the depth in the row no row was there before: eve follows ada, and
-- round it goes, until a limit ends it. Rows of walks, people.
WITH RECURSIVE walks (person, depth) AS (
    SELECT 'ada', 0
    UNION ALL
    SELECT followed, depth + 1 FROM walks
    JOIN follows ON follower = person WHERE depth < 40
)
SELECT count(*) AS rows, count(DISTINCT person) AS people FROM walks;

-- CYCLE, standard SQL, marks a person already on this path, and stops there.
WITH RECURSIVE walks (person) AS (
    SELECT 'ada'
    UNION ALL
    SELECT followed FROM walks JOIN follows ON follower = person
) CYCLE person SET again USING path
SELECT person, min(array_length(path, 1)) - 1 AS steps, count(*) AS paths
FROM walks WHERE NOT again GROUP BY person ORDER BY steps, person;
