"""Who may know whom: the contracts of pyproject.toml hold for the tree, and catch what they are there for."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.house.tree import ROOT

QT = "from PySide6 import QtCore"

# A house in which everybody keeps to the rules and every rule has something to look at.
CLEAN: Mapping[str, str] = {
    "__main__": "from merchant_desk import cli",
    "cli": "from merchant_desk import app, desk",
    "app": f"{QT}\nfrom merchant_desk import desk, ways\nfrom merchant_desk.exchange.ui import page",
    "ways": f"{QT}\nfrom merchant_desk.exchange.ui import page",
    "desk": "from merchant_desk.exchange import acts\nfrom merchant_desk.sample import store",
    "core": "",
    "db.connection": "import sqlite3, sqlite_utils\nfrom merchant_desk.core import money",
    "core.money": "",
    "sales.model": "",
    "shell.frame": f"{QT}\nfrom merchant_desk import desk\nfrom merchant_desk.widgets import chip",
    "widgets.chip": f"{QT}\nfrom merchant_desk.core import money",
    "widgets.figure_view": "import matplotlib.figure",
    "insights.figures": "import matplotlib.figure",
    "insights.queries": "import sqlite3",
    "exchange.calendar_file": "import icalendar",
}
SCREEN = f"""
{QT}
from merchant_desk.shell import frame
from merchant_desk.insights import queries
"""
SCREENS = (
    *("shop", "team", "catalog", "sources", "customers", "prepaid", "commission", "stock", "appointments"),
    *("sales", "drawer", "insights", "exchange"),
)
ROOMS = (*SCREENS, "sample")

# (module, what it imports against the rules, the contract that says so)
PLANTED = (
    ("desk", "from merchant_desk import app", "From argv down to the desk"),
    ("ways", "from merchant_desk import app", "From argv down to the desk"),
    ("appointments.acts", "import icalendar", "Calendar files stay in exchange"),
    ("customers.acts", "from merchant_desk.sales import store", "The rooms without Qt"),
    ("team.acts", "from merchant_desk.catalog import store", "The rooms without Qt"),
    ("prepaid.acts", "from merchant_desk.sales import store", "The rooms without Qt"),
    ("drawer.acts", "from merchant_desk.sales import store", "The rooms without Qt"),
    ("db.connection", "from merchant_desk.shop import store", "The rooms without Qt"),
    ("core.money", "from merchant_desk.db import connection", "The rooms without Qt"),
    ("insights.acts", "from merchant_desk.sample import store", "The rooms without Qt"),
    ("sources.ui.page", "from merchant_desk.insights.ui import page", "The screens"),
    ("team.ui.page", "from merchant_desk.catalog.ui import page", "The screens"),
    ("shell.frame", "from merchant_desk.shop.ui import page", "The screens"),
    ("widgets.chip", "from merchant_desk.shell import frame", "The screens"),
    (
        "sales.acts",
        "from merchant_desk.sales.ui import page",
        "Only screens and what wires them know screens",
    ),
    ("desk", "from merchant_desk.shell import frame", "Only screens and what wires them know the shell"),
    ("sales.acts", "from merchant_desk.widgets import chip", "Only screens, the shell and what wires them"),
    ("widgets.chip", "from merchant_desk.sales import model", "Widgets know no room"),
    ("sales.acts", "from PySide6 import QtCore", "Qt stays in"),
    ("desk", "from PySide6 import QtCore", "Qt stays in"),
    ("shell.frame", "import matplotlib", "matplotlib stays in"),
    ("insights.queries", "import matplotlib.pyplot", "matplotlib stays in"),
    ("sales.acts", "import sqlite3", "SQLite stays in"),
    ("desk", "import sqlite_utils", "SQLite stays in"),
)


def lint(folder: Path) -> tuple[int, str]:
    """The exit code and words of import-linter over the merchant_desk in a folder."""
    done = subprocess.run(
        [
            *(sys.executable, "-c", "from importlinter.cli import lint_imports_command as go; go()"),
            *("--no-logo", "--no-cache", "--config", str(ROOT / "pyproject.toml")),
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "300", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, re.sub(r"\x1b\[[0-9;]*m", "", done.stdout + done.stderr)


def build(folder: Path, planted: tuple[tuple[str, str, str], ...] = ()) -> None:
    """Write a made-up merchant_desk of empty rooms, with the clean imports and the planted ones."""
    modules = dict(CLEAN)
    below = ""
    for room in ROOMS:
        modules[f"{room}.store"] = "import sqlite3\nfrom merchant_desk.db import connection"
        modules[f"{room}.acts"] = f"from merchant_desk.{room} import store"
        if room in SCREENS:
            modules[f"{room}.ui"] = ""
            # A screen may read a room above its own.
            modules[f"{room}.ui.page"] = f"{SCREEN}\n{below}"
            below = "from merchant_desk.shop.ui import page"
    for module, line, _ in planted:
        modules[module] = f"{modules[module]}\n{line}\n"
    packages = {""} | {
        name.rsplit(".", count)[0] for name in modules for count in range(1, name.count(".") + 1)
    }
    for package in packages | {"core"}:
        at = folder / "merchant_desk" / Path(*package.split("."))
        at.mkdir(parents=True, exist_ok=True)
        (at / "__init__.py").touch()
    for module, source in modules.items():
        at = folder / "merchant_desk" / Path(*module.split("."))
        (at / "__init__.py" if at.is_dir() else at.with_suffix(".py")).write_text(source, encoding="utf-8")


def test_our_rooms_know_only_whom_they_may() -> None:
    code, said = lint(ROOT)
    assert code == 0, said


def test_a_house_that_keeps_the_rules_passes(tmp_path: Path) -> None:
    build(tmp_path)
    code, said = lint(tmp_path)
    assert code == 0, said


@pytest.fixture(scope="module")
def broken_house(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says of a house with every planted import in it."""
    folder = tmp_path_factory.mktemp("broken")
    build(folder, PLANTED)
    code, said = lint(folder)
    assert code == 1, said
    return said


def sections(said: str) -> dict[str, str]:
    """What import-linter says of each broken contract."""
    details = said[said.index("Broken contracts") :]
    _, *parts = re.split(r"(?m)^(\S.*)\n-{4,}\n", details)
    return dict(zip(parts[::2], parts[1::2], strict=True))


@pytest.mark.parametrize(("module", "line", "contract"), PLANTED)
def test_a_planted_import_is_caught(broken_house: str, module: str, line: str, contract: str) -> None:
    section = next(text for name, text in sections(broken_house).items() if name.startswith(contract))
    # Of another's package import-linter names the top alone: PySide6, not PySide6.QtCore.
    origin, *names = line.replace("from ", "").replace("import ", "").split()
    target = ".".join([origin, *names]) if origin.startswith("merchant_desk") else origin.split(".")[0]
    assert re.search(rf"merchant_desk\.{re.escape(module)} -> {re.escape(target)} ", section), section
