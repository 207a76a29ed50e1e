-- Self join: a table beside itself, under two names.
--
-- Source: PostgreSQL manual, section 2.6, "Joins Between Tables",
-- https://www.postgresql.org/docs/current/tutorial-join.html

CREATE TABLE employees (
    id integer PRIMARY KEY,
    name text NOT NULL,
    manager_id integer REFERENCES employees  -- NULL: nobody above
);
INSERT INTO employees VALUES
    (1, 'grace', NULL), (2, 'ada', 1), (3, 'bob', 1), (4, 'cyd', 2);

-- The left join keeps grace, who has no manager.
SELECT employee.name AS employee, manager.name AS manager
FROM employees AS employee
LEFT JOIN employees AS manager ON manager.id = employee.manager_id
ORDER BY employee.id;

-- Pairs with one manager: `<` drops pairs with oneself and mirrored ones.
SELECT a.name, b.name AS colleague
FROM employees AS a
JOIN employees AS b ON b.manager_id = a.manager_id AND a.id < b.id;

-- A join climbs one level. All levels need a recursive query.
WITH RECURSIVE chain AS (
    SELECT id, name, 0 AS level FROM employees WHERE manager_id IS NULL
    UNION ALL
    SELECT employees.id, employees.name, level + 1
    FROM chain
    JOIN employees ON employees.manager_id = chain.id
)
SELECT level, name FROM chain ORDER BY level, id;
