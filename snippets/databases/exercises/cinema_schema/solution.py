"""A cinema's schema, in which each rule is refused by a key.

Columns: screening, film, title, room, start, actor, born, language, seat,
customer, mail, paid, employee, post. The rules of the business:

    screening -> film room start
    room start -> screening
    film -> title
    actor -> born
    screening seat -> customer paid
    customer -> mail
    mail -> customer
    employee -> post
    screening post -> employee

An employee has one post, such as the door; a screening has one employee at
each. A film has several actors and several languages, which have nothing to
do with each other.
"""

# BEGIN SOLUTION
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
    FOREIGN KEY (employee, post) REFERENCES employees (employee, post)
);
"""
# STARTER
# SCHEMA = """
# CREATE TABLE casts (
#     film INTEGER, actor INTEGER, born INTEGER, language TEXT,
#     PRIMARY KEY (film, actor, language)
# );
# CREATE TABLE screenings (
#     screening INTEGER PRIMARY KEY, film INTEGER, title TEXT,
#     room INTEGER, start TEXT
# );
# CREATE TABLE tickets (
#     id INTEGER PRIMARY KEY, screening INTEGER, seat TEXT,
#     customer INTEGER, mail TEXT, paid INTEGER
# );
# CREATE TABLE shifts (
#     screening INTEGER, employee INTEGER, post TEXT,
#     PRIMARY KEY (screening, employee)
# );
# """
# END SOLUTION
