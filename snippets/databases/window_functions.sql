-- Window functions: a value per row from other rows, which stay rows.
--
-- Source: PostgreSQL manual, section 3.5, "Window Functions", and SELECT,
-- "WINDOW Clause", https://www.postgresql.org/docs/current/sql-select.html

CREATE TABLE laps (runner text, lap integer, seconds integer);
INSERT INTO laps VALUES ('ada', 1, 70), ('ada', 2, 65), ('ada', 3, 65),
    ('bob', 1, 80), ('bob', 2, 75);

-- Three ways to number: they differ where seconds are equal
SELECT runner, lap, seconds,
       row_number() OVER (ORDER BY seconds, runner, lap) AS row_number,
       rank() OVER (ORDER BY seconds) AS rank,
       dense_rank() OVER (ORDER BY seconds) AS dense_rank
FROM laps
ORDER BY seconds, runner, lap;

-- PARTITION BY starts again for each runner; with ORDER BY a sum grows.
-- Equal values of ORDER BY are peers, and a sum takes all peers at once.
SELECT runner, lap, seconds,
       sum(seconds) OVER (PARTITION BY runner ORDER BY lap) AS by_lap,
       sum(seconds) OVER (PARTITION BY runner ORDER BY seconds) AS by_seconds
FROM laps
ORDER BY runner, seconds, lap;

-- WHERE comes before windows: a condition on one needs a query around it
SELECT runner, lap, seconds
FROM (
    SELECT *, lag(seconds) OVER (PARTITION BY runner ORDER BY lap) AS previous
    FROM laps
) AS compared
WHERE seconds < previous
ORDER BY runner, lap;
