"""Notices: how long they stay, what they offer, and how many there are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.shell import toast
from merchant_desk.shell.frame import Frame, Notice
from merchant_desk.shell.toast import Toasts
from merchant_desk.widgets.buttons import Button


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1180, 720)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def toasts(window: QWidget, dressed: object) -> Toasts:
    return Toasts(window, window.rect)


def texts(toasts: Toasts) -> list[str]:
    return [shown.notice.text for shown in toasts.shown()]


def test_a_notice_goes_by_itself_and_an_error_stays(
    toasts: Toasts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toast, "STAYS_MS", 20)
    toasts.say(Notice("Booked."))
    toasts.say(Notice("Careful.", "warn"))
    toasts.say(Notice("The disk is full.", "error"))
    qtbot.waitUntil(lambda: texts(toasts) == ["The disk is full."])


def test_it_waits_while_somebody_points_at_it(toasts: Toasts, qtbot: QtBot) -> None:
    shown = toasts.say(Notice("Booked."))
    assert shown._timer.isActive()
    QTest.mouseMove(shown.label, shown.label.rect().center())
    QTest.mouseMove(shown.label, shown.label.rect().center() + QPoint(3, 0))
    qtbot.waitUntil(lambda: not shown._timer.isActive())
    shown.leaveEvent(QEvent(QEvent.Type.Leave))
    assert shown._timer.isActive()


def test_undo_takes_back_and_closes(toasts: Toasts) -> None:
    undone: list[str] = []
    shown = toasts.say(Notice("Booked.", undo=lambda: undone.append("x")))
    assert shown.undo_button is not None
    QTest.mouseClick(shown.undo_button, Qt.MouseButton.LeftButton)
    assert undone == ["x"]
    assert texts(toasts) == []
    assert toasts.say(Notice("Looked.")).undo_button is None


def test_the_same_words_are_shown_once(toasts: Toasts) -> None:
    for _time in range(3):
        toasts.say(Notice("The disk is full.", "error"))
    assert texts(toasts) == ["The disk is full."]


def test_at_most_three_and_errors_outlast_the_others(toasts: Toasts) -> None:
    toasts.say(Notice("error", "error"))
    for number in range(5):
        toasts.say(Notice(f"note {number}"))
    assert texts(toasts) == ["error", "note 3", "note 4"]


def test_it_stays_inside_the_window(toasts: Toasts) -> None:
    toasts.say(Notice("A very long sentence about what happened. " * 12, "error"))
    parent = toasts.parentWidget()
    assert parent is not None
    assert parent.rect().contains(toasts.geometry())


def test_a_fault_beside_an_open_sheet_keeps_its_text_off_the_buttons(
    toasts: Toasts, window: QWidget, qtbot: QtBot
) -> None:
    window.resize(500, 400)
    window.show()
    toast = toasts.say_fault("what broke", lambda: None)
    assert toasts.width() <= 500 - 32
    qtbot.waitUntil(lambda: toast.label.geometry().right() < toast.first.geometry().left())
    assert toast.minimumSizeHint().width() <= toasts.width()


def test_markup_stays_text(toasts: Toasts) -> None:
    shown = toasts.say(Notice("<b>Ana</b> booked"))
    label = next(label for label in shown.findChildren(QLabel) if "Ana" in label.text())
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_the_frame_says_refusals_and_hands_faults_on(frame: Frame) -> None:
    from merchant_desk.core.errors import DeskError

    said: list[Notice] = []
    faults: list[Exception] = []
    frame.notice_wanted.connect(said.append)
    frame.fault_wanted.connect(faults.append)

    def refuse(_desk: object) -> None:
        raise DeskError("no_name")

    frame.act(refuse, "Saved.")
    frame.act(lambda _desk: 1 // 0, "Saved.")
    assert [(notice.text, notice.kind) for notice in said] == [("A name is needed.", "error")]
    assert [type(error) for error in faults] == [ZeroDivisionError]


def test_what_it_offers_is_done_once_and_it_goes(toasts: Toasts) -> None:
    done: list[str] = []
    shown = toasts.say(Notice("Taken.", "error", ways=(("Squeeze in", lambda: done.append("squeezed")),)))
    (button,) = [one for one in shown.findChildren(Button) if one.text() == "Squeeze in"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["squeezed"]
    assert texts(toasts) == []


def test_what_an_old_notice_offers_goes_with_the_next_one(toasts: Toasts) -> None:
    toasts.say(Notice("The disk is full.", "error"))
    toasts.say(Notice("Taken.", "error", ways=(("Squeeze in", lambda: None),)))
    toasts.say(Notice("Moved."))
    assert texts(toasts) == ["The disk is full.", "Moved."]


def test_what_is_said_of_the_same_act_takes_its_place(toasts: Toasts) -> None:
    toasts.say(Notice("Booked.", undo=lambda: None, act="1"))
    toasts.say(Notice("Moved.", undo=lambda: None, act="2"))
    toasts.say(Notice("Undone: Moved.", act="2"))
    toasts.say(Notice("Copied."))
    assert texts(toasts) == ["Booked.", "Undone: Moved.", "Copied."]


def test_the_keyboard_steps_into_a_notice_and_back(toasts: Toasts, window: QWidget, qtbot: QtBot) -> None:
    field = QLineEdit(window)
    field.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    done: list[str] = []
    shown = toasts.say(Notice("Moved.", undo=lambda: done.append("undone")))
    assert shown.undo_button is not None
    toasts.step_in()
    assert shown.undo_button.hasFocus()
    assert not shown._timer.isActive()
    toasts.step_in()
    assert field.hasFocus()
    assert shown._timer.isActive()
    toasts.step_in()
    QTest.keyClick(shown.undo_button, Qt.Key.Key_Space)
    assert done == ["undone"]
    assert field.hasFocus()


def test_esc_closes_the_notice_that_has_the_keyboard(toasts: Toasts, window: QWidget, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    toasts.say(Notice("Booked."))
    shown = toasts.say(Notice("The disk is full.", "error"))
    toasts.step_in()
    assert shown.first.hasFocus()
    QTest.keyClick(shown.first, Qt.Key.Key_Escape)
    assert texts(toasts) == ["Booked."]
