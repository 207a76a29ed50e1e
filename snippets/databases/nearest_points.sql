-- Spatial index: what lies in a box, and what is nearest.
--
-- Source: PostgreSQL manual, section 11.2.3, "GiST",
-- https://www.postgresql.org/docs/current/indexes-types.html

CREATE TABLE shops (id integer, place point);
INSERT INTO shops
SELECT n, point(n * 7919 % 1009, n * 104729 % 1013)
FROM generate_series(1, 20000) AS n;
CREATE INDEX by_x ON shops ((place[0]));
CREATE INDEX by_place ON shops USING gist (place);
ANALYZE shops;

-- A B-tree narrows one coordinate; of the stripe most is thrown away.
SELECT count(*) FROM shops WHERE place[0] BETWEEN 500 AND 520;

-- GiST narrows both.
SELECT count(*) FROM shops WHERE place <@ box '(500,500),(520,520)';
EXPLAIN (COSTS OFF)
SELECT id FROM shops WHERE place <@ box '(500,500),(520,520)';

-- The three nearest, in order of distance, and no sort.
SELECT id, (place <-> point '(510,510)')::numeric(5, 2) AS distance
FROM shops ORDER BY place <-> point '(510,510)' LIMIT 3;
EXPLAIN (COSTS OFF)
SELECT id FROM shops ORDER BY place <-> point '(510,510)' LIMIT 3;
