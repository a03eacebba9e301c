"""SQL stays in the part that SQLite and PostgreSQL share, and only db/ writes.

The lint reads string literals from the syntax tree: f-strings and concatenations as one text, docstrings not.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import PACKAGE, parsed, python_files, shown

# Only SQLite has these. The ones an English sentence could hold count in SQL alone.
ONLY_SQLITE = {
    "strftime()": r"\bstrftime\s*\(",
    "ifnull()": r"\bifnull\s*\(",
    "group_concat()": r"\bgroup_concat\s*\(",
    "julianday()": r"\bjulianday\s*\(",
    "unixepoch()": r"\bunixepoch\s*\(",
    "INSERT OR": r"\binsert\s+or\s+(?:replace|ignore|abort|fail|rollback)\b",
    "AUTOINCREMENT": r"\bautoincrement\b",
}
ONLY_SQLITE_IN_SQL = {
    "date()": r"(?<![\w.])date\s*\(",
    "datetime()": r"(?<![\w.])datetime\s*\(",
    "time()": r"(?<![\w.])time\s*\(",
}

# Structure, not words alone: "Delete from the list" and "Update prices set by hand" are sentences.
NAME = r"""["`\[]?\w+["`\]]?(?:\.["`\[]?\w+["`\]]?)?"""
WRITES = {
    "INSERT": rf"\binsert\s+(?:or\s+\w+\s+)?into\s+{NAME}\s*(?:\(|values\b|select\b|default\b|as\b)",
    "REPLACE": rf"\breplace\s+into\s+{NAME}\s*(?:\(|values\b|select\b|default\b)",
    "UPDATE": rf"\bupdate\s+(?:or\s+\w+\s+)?{NAME}\s+(?:as\s+\w+\s+)?set\s+(?:{NAME}\s*=|\()",
    "DELETE": rf"\bdelete\s+from\s+{NAME}\s*(?:$|;|where\b|returning\b|as\b)",
    "CREATE": r"\bcreate\s+(?:temp\w*\s+|unique\s+|virtual\s+)*(?:table|index|trigger|view)\s+"
    rf"(?:if\s+not\s+exists\s+)?{NAME}\s*(?:\(|(?:as|on|using|before|after|instead|insert|update|delete)\b)",
    "DROP": rf"\bdrop\s+(?:table|index|trigger|view|column)\s+(?:if\s+exists\s+)?{NAME}\s*(?:$|;|cascade\b)",
    "ALTER": rf"\balter\s+table\s+{NAME}\s+(?:add|drop|rename|alter)\b",
}

SQL = re.compile(
    r"^\s*(?:select|with|values|insert|update|delete|replace|create|drop|alter|pragma)\b"
    r".*\b(?:from|into|set|as|table)\b"
    r"|\b(?:SELECT|FROM|WHERE|JOIN|GROUP BY|ORDER BY|HAVING|VALUES|RETURNING|ON CONFLICT|CASE WHEN|UNION)\b"
    r"|:\w+\s*\)|[=<>]\s*:\w+",
    re.DOTALL,
)
# Whatever a store or a query module says in a string is a piece of SQL, however short.
SQL_MODULES = {"store", "queries"}


def literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, text) of each string literal; a value inside an f-string reads as the name `x`."""
    skipped = _docstrings(tree)
    seen: set[int] = set()
    for node in ast.walk(tree):
        if id(node) in seen or id(node) in skipped:
            continue
        text = _text(node)
        if text is not None:
            # The parts of what was read whole are not read again.
            seen.update(id(part) for part in ast.walk(node))
            yield getattr(node, "lineno", 0), text


def _docstrings(tree: ast.Module) -> set[int]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                found.add(id(first.value))
    return found


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) or "" for part in node.values)
    if isinstance(node, ast.FormattedValue):
        return "x"
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _text(node.left), _text(node.right)
        if left is None and right is None:
            return None
        return ("x" if left is None else left) + ("x" if right is None else right)
    return None


def offences(tree: ast.Module, file: Path) -> list[str]:
    """What this module's SQL may not say, one line each."""
    in_db = "db" in file.parts
    found = []
    for line, text in literals(tree):
        is_sql = file.stem in SQL_MODULES or bool(SQL.search(text))
        rules = {**ONLY_SQLITE, **(ONLY_SQLITE_IN_SQL if is_sql else {})}
        found += [(line, f"only SQLite has {name}") for name, rule in rules.items() if _matches(rule, text)]
        if not in_db:
            found += [(line, f"{name} outside db/") for name, rule in WRITES.items() if _matches(rule, text)]
    return [f"{file.as_posix()}:{line}: {said}" for line, said in sorted(found)]


def _matches(rule: str, text: str) -> bool:
    return re.search(rule, text, re.IGNORECASE | re.MULTILINE) is not None


def test_our_sql_is_portable_and_only_db_writes() -> None:
    files = python_files("merchant_desk")
    assert files
    assert [said for file in files for said in offences(parsed(file), Path(shown(file)))] == []


def test_the_database_room_is_recognised() -> None:
    """The lint lets db/ write; were the room renamed, the rule would be empty."""
    assert (PACKAGE / "db").is_dir()


@pytest.mark.parametrize(
    ("planted", "said"),
    [
        ("Q = \"SELECT strftime('%Y', day) FROM sale\"", "strftime()"),
        ('Q = "select IFNULL (a, 0) from t"', "ifnull()"),
        ('Q = "SELECT group_concat(name) FROM worker"', "group_concat()"),
        ('Q = "AND julianday(a) > 3"', "julianday()"),
        ('Q = "SELECT id FROM sale WHERE date(sold_at) = :day"', "date()"),
        ('Q = "WHERE datetime(sold_at) > :at"', "datetime()"),
        ('Q = "INSERT OR REPLACE INTO t (a) VALUES (1)"', "INSERT OR"),
        ('Q = "id INTEGER PRIMARY KEY AUTOINCREMENT"', "AUTOINCREMENT"),
        ('Q = f"SELECT {a}, strf" f"time(\'%m\', {b}) FROM t"', "strftime()"),
        ('Q = f"SELECT {a} FROM t WHERE " + "date(day) = :day"', "date()"),
        (
            'def f():\n    """Doc."""\n    return run("""\n        SELECT ifnull(a, 0) FROM t\n    """)',
            "ifnull()",
        ),
    ],
)
def test_sqlite_dialect_is_caught(planted: str, said: str) -> None:
    found = offences(ast.parse(planted), Path("merchant_desk/sales/model.py"))
    assert any(said in line for line in found), found


@pytest.mark.parametrize(
    ("planted", "said"),
    [
        ('r.run("INSERT INTO sale (id) VALUES (:id)")', "INSERT"),
        ('r.run("insert into sale values (1)")', "INSERT"),
        ('r.run(f"INSERT INTO {table} ({columns}) VALUES (1)")', "INSERT"),
        ('r.run("INSERT INTO " + table + " VALUES (1)")', "INSERT"),
        ('r.run("REPLACE INTO sale (id) VALUES (1)")', "REPLACE"),
        ('r.run("UPDATE sale SET total = 0")', "UPDATE"),
        ('r.run(f"update {table} set {column} = :v where id = :id")', "UPDATE"),
        ('r.run("WITH old AS (SELECT 1) DELETE FROM sale WHERE id IN old")', "DELETE"),
        ('r.run("DELETE FROM sale")', "DELETE"),
        ('r.run("CREATE TEMP TABLE t (a)")', "CREATE"),
        ('r.run("create unique index if not exists i on t (a)")', "CREATE"),
        ('r.run("DROP TABLE IF EXISTS sale;")', "DROP"),
        ('r.run("ALTER TABLE sale ADD COLUMN x")', "ALTER"),
    ],
)
def test_writing_outside_db_is_caught(planted: str, said: str) -> None:
    found = offences(ast.parse(planted), Path("merchant_desk/sales/acts.py"))
    assert any(f"{said} outside db/" in line for line in found), found
    assert offences(ast.parse(planted), Path("merchant_desk/db/records.py")) == []


def test_short_fragments_are_read_in_store_modules() -> None:
    planted = ast.parse('ON_DAY = "date(day)"')
    assert offences(planted, Path("merchant_desk/sales/store.py")) != []


@pytest.mark.parametrize(
    "innocent",
    [
        'self.tr("Select the day from the list")',
        'self.tr("Delete from the list?")',
        'self.tr("Update prices set by hand")',
        'self.tr("Publication date (optional)")',
        'self.tr("Create table bookings")',
        'Q = "SELECT substr(day, 1, 7), coalesce(a, 0) FROM sale WHERE day >= :from_day"',
        'Q = "SELECT updated_at, published_date FROM content ORDER BY at DESC"',
        'Q = "SELECT a AS update_time FROM t WHERE up.date = :d AND deleted = 0"',
        '"""Never writes strftime() or DELETE FROM sale."""',
        'def f():\n    """Reads what UPDATE sale SET total = 0 left."""',
    ],
)
def test_innocent_text_is_let_through(innocent: str) -> None:
    assert offences(ast.parse(innocent), Path("merchant_desk/sales/model.py")) == []
