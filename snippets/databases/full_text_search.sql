-- Full-text search: an index from each word to the rows that contain it.
--
-- Source: PostgreSQL manual, sections 12.2.2, "Creating Indexes", and 12.3,
-- "Controlling Text Search",
-- https://www.postgresql.org/docs/current/textsearch-tables.html

CREATE TABLE articles (id integer PRIMARY KEY, title text, body text);
INSERT INTO articles
SELECT n, 'Note ' || n, 'A note about word' || n % 1000 || ' and nothing else.'
FROM generate_series(1, 10000) AS n;
INSERT INTO articles VALUES
(10001, 'Indexing databases', 'How an index finds a row.'),
(10002, 'Cooking', 'The database of recipes has indexes, too.'),
(10003, 'Catabases', 'A journey downwards.');

-- What is indexed: words, brought to their stem; stop words are left out.
SELECT to_tsvector('english', 'How the indexes of databases were indexed');

ALTER TABLE articles ADD words tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('english', title), 'A')
    || setweight(to_tsvector('english', body), 'B')
) STORED;
CREATE INDEX articles_words ON articles USING gin (words);
ANALYZE articles;

-- Both words, in any form. The title counts more than the body.
SELECT id, title, ts_rank(words, query)::numeric(4, 2) AS rank
FROM articles, websearch_to_tsquery('english', 'database indexing') AS query
WHERE words @@ query
ORDER BY rank DESC;
EXPLAIN (COSTS OFF)
SELECT id FROM articles
WHERE words @@ websearch_to_tsquery('english', 'database indexing');

-- It finds words, not pieces of them: for that, LIKE reads the table.
SELECT id FROM articles WHERE words @@ to_tsquery('english', 'tabas');
EXPLAIN (COSTS OFF)
SELECT id FROM articles WHERE body LIKE '%tabas%';

-- MySQL's statement for the same is no PostgreSQL.
CREATE FULLTEXT INDEX content ON articles (title, body);
