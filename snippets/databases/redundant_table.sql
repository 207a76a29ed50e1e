-- Redundancy: three anomalies of a table that says a fact twice.
--
-- Source: Silberschatz, Korth, Sudarshan, Database System Concepts, 7th ed.,
-- section 7.1, https://www.db-book.com/

CREATE TABLE staff (
    employee text PRIMARY KEY,
    department text NOT NULL,
    head text NOT NULL  -- of the department
);
INSERT INTO staff VALUES
    ('ada', 'search', 'grace'), ('bob', 'search', 'grace'),
    ('cyd', 'mail', 'alan');

-- Update anomaly: one row changed, and search has two heads.
UPDATE staff SET head = 'edsger' WHERE employee = 'ada';
SELECT DISTINCT department, head FROM staff ORDER BY department, head;

-- Insert anomaly: a department without staff can't be told.
INSERT INTO staff (department, head) VALUES ('ads', 'barbara');

-- Delete anomaly: who headed mail goes with its last employee.
DELETE FROM staff WHERE employee = 'cyd';
SELECT head FROM staff WHERE department = 'mail';

-- Each fact once: the three are impossible.
CREATE TABLE departments (department text PRIMARY KEY, head text NOT NULL);
CREATE TABLE employees (
    employee text PRIMARY KEY,
    department text NOT NULL REFERENCES departments
);
INSERT INTO departments VALUES
    ('search', 'grace'), ('mail', 'alan'), ('ads', 'barbara');
INSERT INTO employees VALUES
    ('ada', 'search'), ('bob', 'search'), ('cyd', 'mail');
UPDATE departments SET head = 'edsger' WHERE department = 'search';
DELETE FROM employees WHERE employee = 'cyd';
SELECT department, head, count(employee) AS staff
FROM departments
LEFT JOIN employees USING (department)
GROUP BY department
ORDER BY department;
