"""The way from every released schema to this one, by sqlite-utils' own migrations."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database, Migrations

shop_migrations = Migrations("merchant_desk")


@shop_migrations()
def m0001_foundation(db: Database) -> None:
    """Every table of the first release."""
    _run(db, "tables.sql")


@shop_migrations()
def m0002_calendar(db: Database) -> None:
    """Series, waiting list, places, holidays, and what calendar files and reminders need."""
    _run(db, "calendar.sql")


@shop_migrations()
def m0003_money(db: Database) -> None:
    """Sales of every kind, vouchers and settlement, prepaid cards, commission, the drawer, products."""
    # Tables are made anew, and a trigger that names one would fail; the rules come back at this start.
    for (name,) in db.conn.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.conn.execute(f'DROP TRIGGER "{name}"')
    _run(db, "money.sql")


def apply(conn: sqlite3.Connection, application_id: int, schema: int) -> None:
    """Bring the file to `schema`; a migration that fails leaves it as it was.

    Foreign keys are off meanwhile, because sqlite-utils' `transform()` fails under them, and
    checked before they are on again.
    """
    conn.execute("PRAGMA foreign_keys = OFF")
    try:
        shop_migrations.apply(Database(conn, execute_plugins=False))
        broken = conn.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise sqlite3.IntegrityError(f"migration broke {len(broken)} references")
        conn.execute(f"PRAGMA application_id = {application_id}")
        conn.execute(f"PRAGMA user_version = {schema}")
    finally:
        conn.execute("PRAGMA foreign_keys = ON")


def _run(db: Database, script: str) -> None:
    for statement in _statements(Path(__file__).with_name(script).read_text(encoding="utf-8")):
        db.conn.execute(statement)


def _statements(script: str) -> list[str]:
    """The statements of a script, one by one: executescript() would end the migration's transaction."""
    statements, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements
