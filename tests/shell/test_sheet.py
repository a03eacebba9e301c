"""Sheets: their keys, what they ask before something typed is lost, and where the focus goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.core.errors import DeskError
from merchant_desk.shell.frame import Frame
from merchant_desk.shell.workbench import Workbench
from tests.shell.bare import NameSheet, house


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def bench(qtbot: QtBot, frame: Frame) -> Workbench:
    made = Workbench(frame, house().places(frame), list)
    qtbot.addWidget(made)
    made.resize(1180, 720)
    made.go("days")
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def sheet(bench: Workbench, frame: Frame) -> NameSheet:
    made = NameSheet(frame)
    frame.open_sheet(made)
    return made


class TestKeys:
    def test_the_first_field_has_the_focus(self, sheet: NameSheet) -> None:
        assert focused() is sheet.field

    def test_ctrl_enter_presses_the_primary_button(self, sheet: NameSheet) -> None:
        QTest.keyClick(sheet.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert sheet.pressed == 1

    def test_not_while_it_is_busy(self, sheet: NameSheet) -> None:
        sheet.set_busy(True)
        QTest.keyClick(sheet.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert sheet.pressed == 0

    def test_esc_closes_and_the_focus_goes_back(self, bench: Workbench, frame: Frame) -> None:
        page = bench.page()
        assert page is not None
        line = page.line  # type: ignore[attr-defined]
        line.setFocus()
        sheet = NameSheet(frame)
        frame.open_sheet(sheet)
        QTest.keyClick(sheet.field, Qt.Key.Key_Escape)
        assert bench.sheets.current() is None
        assert focused() is line

    def test_tab_goes_round_inside_the_sheet(self, sheet: NameSheet) -> None:
        seen: set[QWidget] = set()
        for _step in range(6):
            QTest.keyClick(focused(), Qt.Key.Key_Tab)
            assert sheet.isAncestorOf(focused())
            seen.add(focused())
        assert seen == {sheet.field, sheet.primary, sheet._close}
        for _step in range(6):
            QTest.keyClick(focused(), Qt.Key.Key_Backtab)
            assert sheet.isAncestorOf(focused())


class TestNothingIsLost:
    def test_esc_asks_first_where_something_was_typed(self, bench: Workbench, sheet: NameSheet) -> None:
        QTest.keyClicks(sheet.field, "Ana")
        QTest.keyClick(sheet.field, Qt.Key.Key_Escape)
        assert bench.sheets.current() is sheet
        assert sheet._ask.isVisible()
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        assert not sheet._ask.isVisible()
        assert sheet.field.text() == "Ana"

    def test_the_question_has_two_answers(self, bench: Workbench, sheet: NameSheet) -> None:
        QTest.keyClicks(sheet.field, "Ana")
        QTest.keyClick(sheet.field, Qt.Key.Key_Escape)
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert sheet.pressed == 0, "Ctrl+Enter must not save while the question stands"
        while getattr(focused(), "text", str)() != "Discard":
            QTest.keyClick(focused(), Qt.Key.Key_Tab)
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        assert bench.sheets.current() is None

    def test_what_the_program_filled_in_is_no_typing(self, bench: Workbench, sheet: NameSheet) -> None:
        sheet.field.setText("from the file")
        assert not sheet.dirty()
        QTest.keyClick(sheet.field, Qt.Key.Key_Escape)
        assert bench.sheets.current() is None

    def test_a_press_beside_it_and_another_place_ask_too(self, bench: Workbench, sheet: NameSheet) -> None:
        QTest.keyClicks(sheet.field, "Ana")
        QTest.mouseClick(bench.sheets, Qt.MouseButton.LeftButton, pos=bench.sheets.rect().topLeft())
        assert sheet._ask.isVisible()
        assert not bench.go("other")
        assert bench.page().key == "days"  # type: ignore[union-attr]
        sheet.shut()
        assert bench.go("other")


class TestErrors:
    def test_a_refusal_is_said_and_what_was_typed_stays(self, sheet: NameSheet) -> None:
        QTest.keyClicks(sheet.field, "Ana")
        sheet.set_busy(True)
        sheet.fail(DeskError("name_taken", name="Ana"))
        assert sheet._error.isVisible()
        assert "Ana" in sheet._error.text()
        assert sheet.field.text() == "Ana"
        assert sheet.primary is not None
        assert sheet.primary.isEnabled()

    def test_an_error_at_its_field(self, sheet: NameSheet) -> None:
        sheet.set_error("A name is needed.", sheet.name)
        assert sheet.name.error.isVisible()
        assert sheet.field.accessibleDescription() == "A name is needed."
        assert sheet.field.hasFocus()
        sheet.clear_errors()
        assert not sheet.name.error.isVisible()

    def test_a_fault_is_no_sentence_of_the_sheet(self, sheet: NameSheet, frame: Frame, qtbot: QtBot) -> None:
        frame.fault_wanted.disconnect()
        with qtbot.waitSignal(frame.fault_wanted) as told:
            sheet.fail(ValueError("broken"))
        assert isinstance(told.args[0], ValueError)
        assert not sheet._error.isVisible()


def test_sheets_stack(bench: Workbench, frame: Frame, sheet: NameSheet) -> None:
    above = NameSheet(frame)
    frame.open_sheet(above)
    assert bench.sheets.current() is above
    assert not sheet.isVisible()
    frame.close_sheet()
    assert bench.sheets.current() is sheet
    assert sheet.isVisible()
    assert focused() is sheet.field


def test_titles_are_plain_text(bench: Workbench, frame: Frame) -> None:
    sheet = NameSheet(frame)
    sheet.set_title("<b>x</b>", "<img src=x>")
    frame.open_sheet(sheet)
    labels = [label for label in sheet.findChildren(QLabel) if "<" in label.text()]
    assert {label.text() for label in labels} == {"<b>x</b>", "<img src=x>"}
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
