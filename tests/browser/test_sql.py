"""SQL, in Chromium on the built site: as a real PostgreSQL and its psql."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.run_block import RunBlock, published
from tests.systems.postgresql import Server

# Any block does where a test brings its own code.
SNIPPET = "databases/joins.sql"
PAGE = "/databases/"


def with_sql(page: Page, code: str) -> RunBlock:
    return published(page, code, SNIPPET, PAGE)


SCRIPTS = {
    "types": """
SELECT 1::smallint AS i, 2.50::numeric AS n, 1e-7::float8 AS f, true AS b,
       '{1,NULL,"a b"}'::text[] AS a, '{"a": [1, null]}'::jsonb AS j,
       '2026-01-02 03:04:05.6+00'::timestamptz AS t, '1 day 2 h'::interval AS d,
       decode('c3a9', 'hex') AS x, NULL AS nothing, '' AS empty,
       12::oid AS o, '$1.50'::money AS m;
SELECT 'ada' AS name, '{"a": 1}'::json AS last UNION ALL SELECT NULL, NULL;
SELECT FROM generate_series(1, 2);
SELECT 1 AS one WHERE false;
SELECT 1 AS "a much longer heading", 'x' AS "two words";
""",
    "characters": r"""
SELECT '日本語' AS wide, 'é' AS accent, '🐘' AS emoji, 'e' || chr(769) AS mark;
SELECT E'one\ntwo\n' AS lines, 17 AS number, E'a\tb' AS tab;
SELECT 17 AS number, E'one\ntwo' AS last;
SELECT E'\r' AS return, E'\x01' AS control, chr(133) AS next;
SELECT jsonb_pretty('{"a": {"b": 1}}');
SELECT 'a' < 'B' AS bytes, 'a' < 'B' COLLATE "und-x-icu" AS language;
SELECT timestamptz '2026-07-01 00:00+00' AT TIME ZONE 'Europe/Paris' AS summer;
""",
    "statements": r"""
/* A comment /* in a comment; */ stays */ SELECT 1 AS one; -- ; not this
-- Nor this.

SELECT ';' AS "a;b", E'it\'s;' AS e, $$;$$ AS dollar, $x$ $$; $x$ AS tagged

  , (SELECT 2) -- inside;
;
SELECT 'don''t; stop' AS s; SELECT 3 AS three;;
CREATE FUNCTION twice(x integer) RETURNS integer LANGUAGE sql
BEGIN ATOMIC
  SELECT CASE WHEN x = 0 THEN 0 ELSE 2 * x END;
END;
DO $$ BEGIN RAISE NOTICE 'twice 21 is %', twice(21); END $$;
SELECT 1 AS one \; SELECT 2 AS two;
SELECT 'no semicolon' AS last
""",
    "changes": """
CREATE TABLE users (id integer PRIMARY KEY, name text CHECK (name <> ''));
INSERT INTO users VALUES (1, 'ada'), (2, 'bob') RETURNING *;
UPDATE users SET name = 'eve' WHERE id = 2 RETURNING name;
DELETE FROM users WHERE id = 3;
COPY users TO STDOUT;
BEGIN;
INSERT INTO users VALUES (3, 'cyd');
SAVEPOINT before_error;
SELECT 1 / 0;
SELECT 'not now';
ROLLBACK TO before_error;
COMMIT;
COMMIT;
TABLE users;
DROP TABLE IF EXISTS nothing;
SHOW search_path;
PREPARE find AS SELECT name FROM users WHERE id = $1;
EXECUTE find(3);
EXPLAIN (COSTS OFF) SELECT * FROM users WHERE id = 1;
""",
    "errors": """
CREATE TABLE users (id integer PRIMARY KEY, name text CHECK (name <> ''));
INSERT INTO users VALUES (1, 'ada'), (1, 'bob');
INSERT INTO users VALUES (2, '');
SELECT nme FROM users;
SELECT id,
	name, nosuch
FROM users;
SELECTED 1;
SELECT '日本', nosuch FROM users;
SELECT 1 AS a_long_name, 2 AS another_long_name, 3 AS three, nosuch, 4 AS four;
SELECT nosuch, 1 AS a_long_name, 2 AS another_long_name, 3 AS yet_another_name;
SELECT 1 AS a_long_name, 2 AS another_long_name, 3 AS yet_another_name, nosuch;
SELECT 'open;
""",
    "routines": """
CREATE FUNCTION fail(level integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF level = 0 THEN
    RAISE EXCEPTION 'down' USING ERRCODE = 'P0042', HINT = 'Climb.';
  END IF;
  PERFORM fail(level - 1);
END $$;
SELECT fail(1);
DO $$ BEGIN EXECUTE 'SELECT nosuch'; END $$;
DO $$ BEGIN RAISE WARNING 'careful' USING DETAIL = 'It is hot.'; END $$;
""",
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_prints_what_psql_prints(
    page: Page, postgres: Server, name: str
) -> None:
    block = with_sql(page, SCRIPTS[name])
    assert block.run() == postgres.run(SCRIPTS[name])


def test_an_error_has_its_sqlstate_and_the_script_goes_on(page: Page) -> None:
    block = with_sql(page, "SELECT 1 / 0;\nSELECT 'on' AS it_goes;\n")
    assert block.run() == (
        "SELECT 1 / 0;\n"
        "ERROR:  22012: division by zero\n"
        "SELECT 'on' AS it_goes;\n"
        " it_goes \n---------\n on\n(1 row)\n\n"
    )
    expect(block.output.locator(".stderr")).to_have_text(
        "ERROR:  22012: division by zero\n"
    )
    expect(block.label).to_contain_text(re.compile(r"^Your run · \d"))


def test_every_run_has_a_fresh_database(page: Page) -> None:
    block = with_sql(page, "CREATE TABLE users (id integer);\n")
    created = "CREATE TABLE users (id integer);\nCREATE TABLE\n"
    assert block.run() == created
    assert block.run() == created


def test_no_run_has_the_random_numbers_of_another(page: Page) -> None:
    block = with_sql(page, "SELECT random(), gen_random_uuid();\n")
    assert block.run() != block.run()


@pytest.mark.parametrize(
    "endless",
    [
        "SELECT pg_sleep(3600);",
        "WITH RECURSIVE n AS (SELECT 1 UNION ALL SELECT 1 FROM n)\n"
        "SELECT count(*) FROM n;",
    ],
)
def test_stop_ends_a_statement_and_the_next_run_works(
    page: Page, endless: str
) -> None:
    block = with_sql(page, f"SELECT 1 AS one;\n{endless}\n")
    for _ in range(2):
        block.run_button.click()
        # It is shown before it ends, after the result of the first.
        expect(block.output).to_contain_text(f"(1 row)\n\n{endless}")
        block.stop_button.click()
        block.wait()
        expect(block.label).to_have_text("Your run was stopped")


@pytest.mark.parametrize(
    ("statement", "remedy"),
    [
        (
            r"\d users",
            "A page understands SQL, not psql's own commands: write a query.",
        ),
        (
            "COPY users FROM STDIN;",
            "A page has neither standard input nor other programs: use INSERT.",
        ),
        (
            "COPY (SELECT 1) TO PROGRAM 'cat';",
            "A page has neither standard input nor other programs: use INSERT.",
        ),
    ],
)
def test_what_only_psql_can_do_gets_a_remedy(
    page: Page, statement: str, remedy: str
) -> None:
    block = with_sql(page, f"{statement}\nSELECT;\n")
    assert block.run() == f"{statement}\n{remedy}\nSELECT;\n--\n(1 row)\n\n"


def test_a_flood_of_rows_is_cut(page: Page) -> None:
    block = with_sql(page, "SELECT n FROM generate_series(1, 100000) AS n;\n")
    assert "characters more were written" in block.run()


@pytest.mark.first_visit
def test_nothing_of_postgresql_is_fetched_before_intent(page: Page) -> None:
    fetched: set[str] = set()
    page.context.on(
        "request",
        lambda request: fetched.add(request.url.rpartition("/")[2]),
    )
    page.goto("/", wait_until="networkidle")
    RunBlock(page, "load_balancing/power_of_two_choices.py").run()
    page.goto(PAGE, wait_until="networkidle")
    assert not [name for name in fetched if re.match("pglite|postgres", name)]
    before = fetched.copy()
    block = RunBlock(page, SNIPPET)
    with page.expect_request(re.compile(r"/pglite\.wasm$")):
        block.run_button.focus()
    block.run()
    # A busy page may still be fetching what is its own.
    files = {
        name.partition("-")[0]
        for name in fetched - before
        if re.match("pglite|postgres|database", name)
    }
    assert files == {
        *("postgres_worker", "pglite.wasm", "pglite.data.gz"),
        "database.tar.gz",
    }
