"""The start: what may be imported before the first picture, and what --time-start tells."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from merchant_desk.shell.program import Program

IMPORTED = """
import sys
from pathlib import Path
from merchant_desk.shell import since_start
from merchant_desk import app
seen = []
def milliseconds():
    seen.extend(sorted(sys.modules))
    return 1.0, 2.0
since_start.milliseconds = milliseconds
code = app.run(Path(sys.argv[1]), time_start=True)
print("\\n".join(seen))
sys.exit(code)
"""
NOT_YET = {
    "matplotlib",
    "numpy",
    "sqlite_utils",
    "click",
    "python_calamine",
    "xlsxwriter",
    "segno",
    "phonenumbers",
    "hypothesis",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "PySide6.QtOpenGL",
    "merchant_desk.cli",
    "merchant_desk.exchange",
    "merchant_desk.sample",
    "merchant_desk.desk",  # all rooms' acts
    "merchant_desk.appointments.acts",
    "merchant_desk.appointments.offers",
    "merchant_desk.appointments.ui.desk_cards",
    "merchant_desk.appointments.ui.desk_side",
    "merchant_desk.appointments.ui.unknown_card",
    "merchant_desk.catalog",
    "merchant_desk.customers",
    "merchant_desk.db.backup",
    "merchant_desk.insights",
    "merchant_desk.sales",
    "merchant_desk.sources.ui.content_page",
    "merchant_desk.team.ui",
    "merchant_desk.shop.ui",
    "merchant_desk.widgets.cards",
    "merchant_desk.widgets.fields",
    "merchant_desk.widgets.table",
    "merchant_desk.shell.guide",
    "merchant_desk.shell.palette",
    "merchant_desk.shell.sheet",
    "merchant_desk.shell.trouble",
    "hashlib",  # OpenSSL
    "html",  # two thousand names of characters
    "fractions",
}


def run(*arguments: str, code: str = "") -> subprocess.CompletedProcess[str]:
    start = ["-c", code] if code else ["-m", "merchant_desk"]
    return subprocess.run(
        [sys.executable, *start, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def test_only_what_the_day_board_needs_is_imported_before_it_is_painted(shop_path: Path) -> None:
    done = run(str(shop_path), code=IMPORTED)
    assert done.returncode == 0, done.stderr
    imported = set(done.stdout.split())
    assert "merchant_desk.appointments.ui.desk_page" in imported
    early = {name for name in NOT_YET if any(m == name or m.startswith(f"{name}.") for m in imported)}
    assert early == set()


def test_time_start_tells_two_numbers_and_leaves(shop_path: Path) -> None:
    done = run("--shop", str(shop_path), "--time-start")
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(r"\d+ ms processor, \d+ ms wall\n", done.stdout)
    assert done.stderr.replace("This plugin does not support propagateSizeHints()", "").strip() == ""


def test_time_start_without_a_shop_is_no_success(home: Path) -> None:
    done = run("--shop", str(home / "new.desk"), "--time-start")
    assert (done.returncode, done.stdout) == (1, "")


def test_time_start_on_a_damaged_file_is_no_success(shop_path: Path) -> None:
    shop_path.write_bytes(b"\0" * 4096)
    done = run("--shop", str(shop_path), "--time-start")
    assert (done.returncode, done.stdout) == (1, "")


def test_every_place_opens(desk_window: Program) -> None:
    bench = desk_window.window.bench()
    assert bench is not None
    for place in bench.places():
        key = place.shortcut.removeprefix("Ctrl+")
        QTest.keyClick(
            QApplication.focusWidget() or desk_window.window,
            Qt.Key(ord(key)),
            Qt.KeyboardModifier.ControlModifier,
        )
        page = bench.page()
        assert page is not None
        assert page.key == place.key
        desk_window.window.grab()


def test_the_palette_finds_services_by_pinyin(desk_window: Program) -> None:
    bench = desk_window.window.bench()
    assert bench is not None
    QTest.keyClick(desk_window.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert bench._palette is not None
    QTest.keyClicks(bench._palette.field, "meijia")
    assert any("美甲" in found.title for found in bench._palette.rows())
