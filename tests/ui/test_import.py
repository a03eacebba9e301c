"""Settings > Import: looked at first, written at once, stopped while it runs, undone as one."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.customers import store
from merchant_desk.db.open import open_shop
from merchant_desk.desk import Desk, open_desk
from merchant_desk.exchange.ui.import_tab import ImportTab
from merchant_desk.shell import choose_file
from merchant_desk.shell.background import Background
from merchant_desk.shell.frame import Frame, Notice
from merchant_desk.shell.preferences import Preferences
from merchant_desk.shell.tabs import TabbedPage
from merchant_desk.widgets.progress_row import Way
from tests.ui.plain_text import MARKUP, assert_plain

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(page_frame: Frame, qtbot: QtBot) -> TabbedPage:
    """A page with this one tab, on screen."""
    return _shown(page_frame, qtbot)


@pytest.fixture
def tab(page: TabbedPage) -> ImportTab:
    """The tab itself."""
    return _tab(page)


@pytest.fixture
def guests(tmp_path: Path) -> Path:
    """A customer list as a Chinese spreadsheet writes it: three good rows, two that cannot be used."""
    rows = [
        "姓名,手机",
        "李悦,138 1234 6621",
        "王晓,13900002222",
        ",13700001111",
        "陈,12",
        "赵敏,13600003333",
    ]
    return _written(tmp_path / "顾客名单.csv", rows)


def _shown(frame: Frame, qtbot: QtBot) -> TabbedPage:
    page = TabbedPage(frame, "settings", "Settings", (ImportTab,))
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def _tab(page: TabbedPage) -> ImportTab:
    tab = page.tab("import")
    assert isinstance(tab, ImportTab)
    return tab


def _written(path: Path, rows: list[str]) -> Path:
    path.write_bytes("\r\n".join(rows).encode("gb18030"))
    return path


def _many(path: Path) -> Path:
    return _written(path, ["姓名,手机", *(f"顾客{n},138{n:08}" for n in range(3000))])


def _names(desk: Desk) -> set[str]:
    return {row.name for row in store.search(desk.file, "")}


def test_files_are_looked_at_before_anything_is_written(tab: ImportTab, desk: Desk, guests: Path) -> None:
    tab.take([guests])
    assert store.count(desk.file) == 0
    report = tab.files.rows()[0].report
    assert report is not None
    assert (report.added, len(report.unused)) == (3, 2)
    assert [(row.row, row.reason) for row in tab.lost.rows()] == [
        (4, "The name is empty."),
        (5, "“12” is no phone number. Check it, or leave it empty."),
    ]
    assert tab.go.isEnabled()
    assert tab.go.hasFocus()


def test_importing_by_keyboard_is_one_act_to_undo(
    tab: ImportTab, desk: Desk, guests: Path, said: list[Notice]
) -> None:
    tab.take([guests])
    QTest.keyClick(tab.go, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert _names(desk) == {"李悦", "王晓", "赵敏"}
    assert said[-1].text == "Imported: 3 new, 0 changed."
    assert "Done" in tab.zone.said.text()
    assert len(tab.lost.rows()) == 2
    assert not tab.go.isEnabled()
    assert said[-1].undo is not None
    said[-1].undo()
    assert store.count(desk.file) == 0


def test_the_same_file_again_has_nothing_new(tab: ImportTab, desk: Desk, guests: Path) -> None:
    tab.take([guests])
    QTest.mouseClick(tab.go, LEFT)
    tab.take([guests])
    assert tab.zone.said.text() == "There is nothing new in it."
    assert not tab.go.isEnabled()
    assert store.count(desk.file) == 3


def test_a_file_that_is_not_known_does_not_stop_the_others(
    tab: ImportTab, desk: Desk, guests: Path, tmp_path: Path
) -> None:
    strange = _written(tmp_path / "strange.csv", ["foo,bar", "1,2"])
    picture = tmp_path / "表.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 64)
    tab.take([strange, guests, picture])
    refused = {row.name: row.refusal.code for row in tab.files.rows() if row.refusal is not None}
    assert refused == {"strange.csv": "not_recognised", "表.xlsx": "not_what_its_name_says"}
    told = next(row for row in tab.lost.rows() if row.file == "strange.csv")
    assert told.row is None
    assert told.raw == "foo, bar"
    QTest.mouseClick(tab.go, LEFT)
    assert store.count(desk.file) == 3
    assert [row.name for row in tab.files.rows()] == ["strange.csv", "顾客名单.csv", "表.xlsx"]


def test_only_unknown_files_leave_nothing_to_import(tab: ImportTab, tmp_path: Path) -> None:
    tab.take([tmp_path / "gone.csv"])
    assert tab.zone.said.text() == "None of it can be imported."
    assert not tab.go.isEnabled()


def test_stopping_while_it_runs_writes_nothing(
    tab: ImportTab, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[Notice]
) -> None:
    tab.take([_many(tmp_path / "many.csv")])
    tell, shares = Way.tell, []

    def press_half_way(way: Way, done: float, of: float = 1.0) -> None:
        tell(way, done, of)
        shares.append(way.share())
        if way.share() > 0.5:
            QTest.mouseClick(tab.progress.button, LEFT)

    monkeypatch.setattr(Way, "tell", press_half_way)
    QTest.mouseClick(tab.go, LEFT)
    assert 0.5 < shares[-1] < 0.6
    assert store.count(desk.file) == 0
    assert tab.zone.said.text() == "Cancelled. Nothing was changed."
    assert said == []
    monkeypatch.undo()
    assert tab.go.isEnabled()  # and it can be begun again
    QTest.mouseClick(tab.go, LEFT)
    assert store.count(desk.file) == 3000


def test_files_are_dropped_or_chosen(tab: ImportTab, guests: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(guests))])
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(tab.rect().center(), Qt.DropAction.CopyAction, mime, LEFT, none)
    QApplication.sendEvent(tab, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(
        tab, QDropEvent(QPointF(tab.rect().center()), Qt.DropAction.CopyAction, mime, LEFT, none)
    )
    assert [row.name for row in tab.files.rows()] == ["顾客名单.csv"]
    tab.files.set_rows([])
    folders: list[str] = []

    def choose(_tab: object, _title: str, folder: str, _pattern: str) -> list[Path]:
        folders.append(folder)
        return [guests]

    monkeypatch.setattr(choose_file, "files_to_open", choose)
    QTest.mouseClick(tab.choose, LEFT)
    assert [row.name for row in tab.files.rows()] == ["顾客名单.csv"]
    QTest.mouseClick(tab.choose, LEFT)
    assert Path(folders[1]) == guests.parent != Path(folders[0])


def test_what_a_file_says_stays_text(tab: ImportTab, tmp_path: Path) -> None:
    tab.take([_written(tmp_path / "a.csv", [f"姓名,手机,{MARKUP}", f"{MARKUP},12,x"])])
    assert tab.lost.rows()[0].raw.count(MARKUP) == 2
    assert_plain(tab)


@pytest.fixture
def threaded(dressed: QApplication, shop_path: Path, clock: FixedClock, qtbot: QtBot) -> Iterator[Frame]:
    """A frame whose work runs beside the window, as in the program."""
    changes = Changes()
    background = Background(
        lambda: open_desk(shop_path, clock, changes),
        lambda: open_shop(shop_path, clock, changes, read_only=True),
    )
    frame = Frame(background, clock, Preferences(), changes)
    yield frame
    frame.close()
    background.close()


def test_the_window_lives_while_it_runs_and_stop_is_heard(
    threaded: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _shown(threaded, qtbot)
    tab = _tab(page)
    tab.choose.setFocus()
    with qtbot.waitSignal(tab.loaded):
        tab.take([_many(tmp_path / "many.csv")])
        assert tab.progress.button.hasFocus()
    running, seen = threading.Event(), threading.Event()
    tell = Way.tell

    def wait_to_be_seen(way: Way, done: float, of: float = 1.0) -> None:
        assert threading.current_thread() is not threading.main_thread()
        tell(way, done, of)
        running.set()
        seen.wait(10)

    monkeypatch.setattr(Way, "tell", wait_to_be_seen)
    with qtbot.waitSignal(tab.loaded):
        QTest.mouseClick(tab.go, LEFT)
        qtbot.waitUntil(running.is_set)
        assert tab.progress.isVisible()
        assert not tab.choose.isEnabled()
        QTest.mouseClick(tab.progress.button, LEFT)
        seen.set()
    assert tab.zone.said.text() == "Cancelled. Nothing was changed."
    assert not tab.progress.isVisible()
    left: list[int] = []
    threaded.background.run(lambda desk: store.count(desk.file), left.append)
    qtbot.waitUntil(lambda: left == [0])
