-- Dependency preservation: what no constraint of a BCNF split can refuse.
--
-- Source: Silberschatz, Korth, Sudarshan, Database System Concepts, 7th ed.,
-- section 7.3.3, https://www.db-book.com/

-- Rules: student course -> teacher; teacher -> course.
CREATE TABLE teaches (teacher text PRIMARY KEY, course text NOT NULL);
CREATE TABLE hears (
    student text,
    teacher text REFERENCES teaches,
    PRIMARY KEY (student, teacher)
);
INSERT INTO teaches VALUES ('codd', 'db'), ('date', 'db');
INSERT INTO hears VALUES ('ada', 'codd'), ('ada', 'date');

-- Both tables are content, and ada has two teachers for one course.
SELECT student, course, teacher
FROM hears
JOIN teaches USING (teacher)
ORDER BY teacher;

-- 3NF keeps the course in both, and each rule is a constraint.
ALTER TABLE teaches ADD UNIQUE (teacher, course);
CREATE TABLE lessons (
    student text,
    course text,
    teacher text NOT NULL,
    PRIMARY KEY (student, course),
    FOREIGN KEY (teacher, course) REFERENCES teaches (teacher, course)
    ON UPDATE CASCADE
);
INSERT INTO lessons VALUES ('ada', 'db', 'codd');
INSERT INTO lessons VALUES ('ada', 'db', 'date');
INSERT INTO lessons VALUES ('bob', 'os', 'codd');

-- The copies change with the fact.
UPDATE teaches SET course = 'os' WHERE teacher = 'codd';
SELECT student, course, teacher FROM lessons;
