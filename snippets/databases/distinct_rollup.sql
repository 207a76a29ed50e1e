-- Distinct count: visits of two days add up, different visitors do not.
--
-- Source: PostgreSQL manual, section 7.2.4, "GROUPING SETS, CUBE, and ROLLUP",
-- https://www.postgresql.org/docs/current/queries-table-expressions.html

CREATE TABLE visits (day date NOT NULL, visitor text NOT NULL);
INSERT INTO visits VALUES
    ('2026-03-02', 'ada'), ('2026-03-02', 'ada'), ('2026-03-02', 'bob'),
    ('2026-03-03', 'ada'), ('2026-03-03', 'bob'), ('2026-03-03', 'cyd');

-- The last row counts all days at once: 3 visits and 3 visits are 6
SELECT day, count(*) AS visits, count(DISTINCT visitor) AS visitors
FROM visits
GROUP BY ROLLUP (day)
ORDER BY day NULLS LAST;

-- What a dashboard stores: one row per day, the visitors forgotten
CREATE TABLE daily AS
SELECT day, count(*) AS visits, count(DISTINCT visitor) AS visitors
FROM visits
GROUP BY day;

-- Wrong: its sum counts ada and bob on both days
SELECT sum(visits) AS visits, sum(visitors) AS visitors FROM daily;
