-- Documents in a relational database: fields that differ from row to row.
--
-- Source: PostgreSQL manual, section 8.14, "JSON Types",
-- https://www.postgresql.org/docs/current/datatype-json.html

CREATE TABLE products (
    id integer PRIMARY KEY,
    price integer NOT NULL CHECK (price >= 0),
    attributes jsonb NOT NULL
);
INSERT INTO products
SELECT n, n % 90, jsonb_build_object('kind', 'book', 'pages', n % 700)
FROM generate_series(1, 20000) AS n;
INSERT INTO products VALUES
(20001, 950, '{"kind": "mug", "litres": 0.3, "colours": ["blue", "red"]}'),
(20002, 700, '{"kind": "mug", "litre": 0.2, "colours": ["blue"]}'),
(20003, 550, '{"kind": "tea", "organic": true}');
CREATE INDEX products_attributes ON products USING gin (attributes);
ANALYZE products;

-- One index for every field, also for those that nobody thought of.
SELECT id, attributes -> 'colours' AS colours FROM products
WHERE attributes @> '{"kind": "mug", "colours": ["blue"]}' ORDER BY id;
EXPLAIN (COSTS OFF)
SELECT id FROM products WHERE attributes @> '{"colours": ["blue"]}';

-- It finds equal values. "More than 690" reads the table.
EXPLAIN (COSTS OFF)
SELECT id FROM products WHERE (attributes ->> 'pages')::integer > 690;

-- A field misspelt, when written or when read, is no error. It is absent.
SELECT id, attributes ->> 'litres' AS litres FROM products
WHERE attributes @> '{"kind": "mug"}' ORDER BY id;
SELECT count(*) FROM products WHERE attributes @> '{"knid": "mug"}';

-- What each mug must have, declared. One of them has it not.
ALTER TABLE products ADD CONSTRAINT mug_has_litres
CHECK (attributes ->> 'kind' <> 'mug' OR attributes ? 'litres');
UPDATE products
SET attributes = attributes - 'litre' || '{"litres": 0.2}' WHERE id = 20002;
ALTER TABLE products ADD CONSTRAINT mug_has_litres
CHECK (attributes ->> 'kind' <> 'mug' OR attributes ? 'litres');
INSERT INTO products VALUES (20004, 800, '{"kind": "mug"}');
