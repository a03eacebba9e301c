"""Ctrl+K: late answers, the keys, and nothing read as markup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.shell.frame import Frame
from merchant_desk.shell.icons import icon
from merchant_desk.shell.palette import Finder, Found, Palette, commands_finder, rows_finder
from merchant_desk.shell.places import Command
from tests.shell.bare import days

Answer = Callable[[Sequence[Found]], None]


class People:
    """A finder that answers when it is told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Answer]] = []
        self.opened: list[str] = []

    def find(self, text: str, answer: Answer) -> None:
        self.asked.append((text, answer))

    def found(self, *names: str) -> list[Found]:
        return [Found(name, "tail 6621", icon("user"), partial(self.opened.append, name)) for name in names]


@pytest.fixture
def people(dressed: object) -> People:
    return People()


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1180, 720)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def palette(window: QWidget, people: People, done: list[str]) -> Palette:
    line = QLineEdit(window)
    line.setObjectName("before")
    commands = [
        Command("plus", "New appointment", "Ctrl+N", lambda: done.append("book")),
        Command("door", "Walk-in", "", lambda: done.append("walk in")),
    ]
    made = Palette(window, [Finder("Customer", people.find), commands_finder("Command", commands)])
    window.show()
    line.setFocus()
    made.open_with("")
    return made


def titles(palette: Palette) -> list[str]:
    return [found.title for found in palette.rows()]


def test_commands_are_there_at_once(palette: Palette) -> None:
    assert titles(palette) == ["New appointment", "Walk-in"]


def test_finders_keep_their_order_whoever_answers_first(palette: Palette, people: People) -> None:
    text, answer = people.asked[-1]
    assert text == ""
    answer(people.found("李悦"))
    assert titles(palette) == ["李悦", "New appointment", "Walk-in"]


def test_an_answer_to_an_older_text_is_dropped(palette: Palette, people: People) -> None:
    QTest.keyClicks(palette.field, "ab")
    (_, older), (_, newer) = people.asked[-2:]
    newer(people.found("Abel"))
    older(people.found("Anna", "Abel"))
    assert titles(palette) == ["Abel"]


def test_enter_opens_the_marked_row_and_closes(palette: Palette, people: People) -> None:
    QTest.keyClicks(palette.field, "a")
    people.asked[-1][1](people.found("Anna", "Abel"))
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert people.opened == ["Abel"]
    assert not palette.isVisible()


def test_up_from_the_first_row_is_the_last(palette: Palette, done: list[str]) -> None:
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert done == ["walk in"]


def test_every_word_must_fit_a_command(palette: Palette) -> None:
    QTest.keyClicks(palette.field, "app new")
    assert titles(palette) == ["New appointment"]
    QTest.keyClicks(palette.field, " x")
    assert titles(palette) == []
    assert palette._nothing.isVisible()


def test_esc_closes_gives_the_focus_back_and_drops_late_answers(palette: Palette, people: People) -> None:
    QTest.keyClicks(palette.field, "a")
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    window = palette.parentWidget()
    assert window is not None
    assert window.focusWidget() is window.findChild(QLineEdit, "before")
    people.asked[-1][1](people.found("Anna"))
    assert "Anna" not in titles(palette)


def test_a_press_beside_it_closes(palette: Palette) -> None:
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())
    assert not palette.isVisible()


def test_a_press_on_a_row_opens_it(palette: Palette, done: list[str]) -> None:
    place = palette.list.visualRect(palette.list.model().index(1, 0)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert done == ["walk in"]


def test_names_are_drawn_as_they_are(palette: Palette, people: People) -> None:
    people.asked[-1][1](people.found("<b>x</b><img src=x>"))
    assert titles(palette)[0] == "<b>x</b><img src=x>"
    palette.grab()  # draws through the delegate; a wrong call fails the test


def test_rows_of_the_shop_are_read_in_the_background(frame: Frame) -> None:
    opened: list[str] = []
    finder = rows_finder(
        frame,
        "Day",
        "calendar",
        lambda reader, text: [text, *days(reader)],
        lambda row: (row, "h"),
        opened.append,
    )
    told: list[Sequence[Found]] = []
    finder.find("x", told.append)
    assert [(found.title, found.hint) for found in told[0]] == [("x", "h")]
    told[0][0].open()
    assert opened == ["x"]
