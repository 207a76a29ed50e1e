"""Here a copy is needed, and nothing keeps it equal."""

SCHEMA = """
CREATE TABLE films (film INTEGER PRIMARY KEY, title TEXT);
CREATE TABLE actors (actor INTEGER PRIMARY KEY, born INTEGER);
CREATE TABLE casts (
    film INTEGER, actor INTEGER, PRIMARY KEY (film, actor)
);
CREATE TABLE dubs (
    film INTEGER, language TEXT, PRIMARY KEY (film, language)
);
CREATE TABLE screenings (
    screening INTEGER PRIMARY KEY, film INTEGER NOT NULL,
    room INTEGER NOT NULL, start TEXT NOT NULL, UNIQUE (room, start)
);
CREATE TABLE customers (
    customer INTEGER PRIMARY KEY, mail TEXT NOT NULL UNIQUE
);
CREATE TABLE tickets (
    screening INTEGER, seat TEXT, customer INTEGER, paid INTEGER,
    PRIMARY KEY (screening, seat)
);
CREATE TABLE employees (
    employee INTEGER PRIMARY KEY, post TEXT NOT NULL, UNIQUE (employee, post)
);
CREATE TABLE shifts (
    screening INTEGER, post TEXT NOT NULL, employee INTEGER NOT NULL,
    PRIMARY KEY (screening, post),
    FOREIGN KEY (employee, post) REFERENCES employees (post, employee)
);
"""
