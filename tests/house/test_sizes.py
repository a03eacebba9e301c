"""The size budget: what no longer fits is two things, and wants two names."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.house.tree import own_files, parsed, python_files, shown

FILE_LINES = 400
# The stories of one screen or room stay together; a table of cases is long without being deep.
TEST_LINES = 600
WIRING_LINES = 200
FUNCTION_LINES = 60
PUBLIC_METHODS = 15
WIRING = {"merchant_desk/app.py", "merchant_desk/shell/main_window.py"}
# Names that say nothing about what is inside, so that everything ends up there.
BANNED = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc"}


def file_offences(name: str, lines: int) -> list[str]:
    """Whether a file is too long."""
    usual = TEST_LINES if name.startswith("tests/") else FILE_LINES
    allowed = WIRING_LINES if name in WIRING else usual
    return [f"{name}: {lines} lines, {allowed} allowed"] if lines > allowed else []


def name_offences(name: str) -> list[str]:
    """Whether a file or one of its folders has a name that says nothing."""
    words = {word for part in Path(name).with_suffix("").parts for word in part.lower().split("_")}
    return [f"{name}: the name says nothing ({word})" for word in sorted(words & BANNED)]


def tree_offences(name: str, tree: ast.Module) -> list[str]:
    """Functions that are too long and classes with too many public methods."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                found.append(
                    f"{name}:{node.lineno}: {node.name}() has {lines} lines, {FUNCTION_LINES} allowed"
                )
        elif isinstance(node, ast.ClassDef):
            methods = public_methods(node)
            if len(methods) > PUBLIC_METHODS:
                said = f"{node.name} has {len(methods)} public methods, {PUBLIC_METHODS} allowed"
                found.append(f"{name}:{node.lineno}: {said}")
    return found


def public_methods(node: ast.ClassDef) -> set[str]:
    """The names a class offers; Qt's own (paintEvent) are no choice of ours and do not count."""
    names = {item.name for item in node.body if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef)}
    return {name for name in names if not name.startswith("_") and name == name.lower()}


def test_our_files_keep_the_budget() -> None:
    files = python_files("merchant_desk", "build_scripts", "tests")
    assert files
    found = []
    for file in files:
        name = shown(file)
        found += file_offences(name, len(file.read_text(encoding="utf-8").splitlines()))
        found += tree_offences(name, parsed(file))
    assert found == []


def test_our_names_say_something() -> None:
    assert [said for file in own_files() for said in name_offences(shown(file))] == []


@pytest.mark.parametrize(
    ("name", "lines", "fits"),
    [
        ("merchant_desk/sales/acts.py", 400, True),
        ("merchant_desk/sales/acts.py", 401, False),
        ("merchant_desk/app.py", 200, True),
        ("merchant_desk/app.py", 201, False),
        ("merchant_desk/shell/main_window.py", 201, False),
    ],
)
def test_long_files_are_caught(name: str, lines: int, fits: bool) -> None:
    assert (file_offences(name, lines) == []) is fits


@pytest.mark.parametrize(
    "name",
    ["merchant_desk/util.py", "tests/helpers/x.py", "merchant_desk/shell/window_manager.py", "a/Misc.md"],
)
def test_empty_names_are_caught(name: str) -> None:
    assert name_offences(name) != []


@pytest.mark.parametrize("name", ["merchant_desk/sales/acts.py", "commons.md", "tests/house/test_sizes.py"])
def test_telling_names_are_let_through(name: str) -> None:
    assert name_offences(name) == []


def test_long_functions_are_caught() -> None:
    def source(lines: int) -> ast.Module:
        return ast.parse("class A:\n  def f(self):\n" + "    x = 1\n" * (lines - 1))

    assert tree_offences("a.py", source(60)) == []
    assert len(tree_offences("a.py", source(61))) == 1


def test_broad_classes_are_caught() -> None:
    def source(count: int) -> ast.Module:
        methods = "".join(f"    def act_{number}(self): ...\n" for number in range(count))
        return ast.parse(f"class A:\n    def __init__(self): ...\n    def _own(self): ...\n{methods}")

    assert tree_offences("a.py", source(15)) == []
    assert len(tree_offences("a.py", source(16))) == 1


def test_names_that_qt_gives_do_not_count() -> None:
    node = ast.parse(
        "class A:\n  def paintEvent(self, e): ...\n  def sizeHint(self): ...\n  def show_day(self): ..."
    )
    first = node.body[0]
    assert isinstance(first, ast.ClassDef)
    assert public_methods(first) == {"show_day"}
