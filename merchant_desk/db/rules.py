"""The rules that hold in the database itself, and the rows that are always there.

sqlite-utils' `transform()` drops a table's triggers without a word, so the rules are compared
with the file at every start and made again where they differ.
"""

from __future__ import annotations

import re
import sqlite3
from functools import cache
from pathlib import Path

_SCRIPTS = ("rules.sql", "money_rules.sql")
_TRIGGER = re.compile(r"CREATE TRIGGER (\w+)\b.*?END;", re.DOTALL)

# The channels every shop has: their id is their code. The first three stand for "a video, but which one
# is not known": a platform's row often names the kind of content and not the content.
BUILT_IN_CHANNELS = (
    "short_video",
    "live_stream",
    "grass_post",
    "search_map",
    "shelf",
    "scan",
    "referral",
    "passing_by",
    "other",
    "unknown",
)


@cache
def wanted() -> dict[str, str]:
    """The triggers that belong in a shop's file: name -> CREATE statement without its semicolon."""
    text = "".join(Path(__file__).with_name(name).read_text(encoding="utf-8") for name in _SCRIPTS)
    return {match[1]: match[0].rstrip(";") for match in _TRIGGER.finditer(text)}


def present(conn: sqlite3.Connection) -> dict[str, str]:
    """The triggers that the file has: name -> CREATE statement."""
    return dict(conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())


def channels_missing(conn: sqlite3.Connection) -> list[str]:
    """The built-in channels that the file lacks."""
    there = {row[0] for row in conn.execute("SELECT id FROM channel WHERE built_in = 1")}
    return [code for code in BUILT_IN_CHANNELS if code not in there]


def ensure_rules(conn: sqlite3.Connection, now_ms: int) -> None:
    """Make the file's rules and built-in rows what they should be; a file that has them is not written to."""
    there = present(conn)
    missing = channels_missing(conn)
    if there == wanted() and not missing:
        return
    conn.execute("BEGIN IMMEDIATE")
    try:
        for name, sql in present(conn).items():
            if wanted().get(name) != sql:
                conn.execute(f'DROP TRIGGER "{name}"')
        there = present(conn)
        for name, sql in wanted().items():
            if name not in there:
                conn.execute(sql)
        conn.executemany(
            "INSERT INTO channel (id, kind, built_in, seq, created_at, updated_at) VALUES (?, ?, 1, ?, ?, ?)"
            " ON CONFLICT (id) DO NOTHING",
            [(code, code, BUILT_IN_CHANNELS.index(code), now_ms, now_ms) for code in missing],
        )
        conn.execute("COMMIT")
    except BaseException:
        conn.execute("ROLLBACK")
        raise
