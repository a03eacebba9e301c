"""The way from every released schema to this one, by sqlite-utils' own migrations."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database, Migrations

shop_migrations = Migrations("merchant_desk")


@shop_migrations()
def m0001_foundation(db: Database) -> None:
    """Every table of the first release."""
    statements = Path(__file__).with_name("tables.sql").read_text(encoding="utf-8")
    for statement in _statements(statements):
        db.conn.execute(statement)


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


def _statements(script: str) -> list[str]:
    """The statements of a script, one by one: executescript() would end the migration's transaction."""
    statements, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements
