"""Fields: what they give back, and that the mouse wheel changes nothing by accident."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.core.errors import DeskError
from merchant_desk.widgets.bar_fields import Choice, SearchField
from merchant_desk.widgets.buttons import Button, Segmented
from merchant_desk.widgets.fields import (
    DayField,
    Field,
    MoneyField,
    NoteField,
    NumberField,
    TextField,
    TimeField,
)
from merchant_desk.widgets.flow import FlowLayout


class TestMoney:
    @pytest.mark.parametrize(
        ("minor", "shown"), [(0, "0"), (12800, "128"), (12850, "128.50"), (-2005, "-20.05"), (None, "")]
    )
    def test_shows_what_it_holds(self, minor: int | None, shown: str, qtbot: QtBot) -> None:
        field = MoneyField(minor)
        qtbot.addWidget(field)
        assert field.text() == shown
        assert field.value() == (minor or 0)

    def test_yen_has_no_cents(self, qtbot: QtBot) -> None:
        field = MoneyField(128, currency="JPY")
        qtbot.addWidget(field)
        assert (field.text(), field.value()) == ("128", 128)

    def test_what_is_no_amount(self, qtbot: QtBot) -> None:
        field = MoneyField()
        qtbot.addWidget(field)
        QTest.keyClicks(field, "abc")
        with pytest.raises(DeskError) as refused:
            field.value()
        assert refused.value.code == "bad_amount"
        assert field.value_or(7) == 7


class TestValues:
    def test_day_and_time(self, qtbot: QtBot) -> None:
        day, at = DayField(dt.date(2024, 2, 29)), TimeField(dt.time(9, 5))
        for field in (day, at):
            qtbot.addWidget(field)
        assert day.day() == dt.date(2024, 2, 29)
        assert at.value() == dt.time(9, 5)
        with qtbot.waitSignal(day.changed) as told:
            day.set_day(dt.date(2025, 1, 1))
        assert told.args == [dt.date(2025, 1, 1)]
        with qtbot.waitSignal(at.changed) as told:
            at.set_value(dt.time(23, 59))
        assert told.args == [dt.time(23, 59)]

    def test_choice(self, qtbot: QtBot) -> None:
        field = Choice([("a", "Anna"), (None, "Nobody"), (("x", 1), "Pair")], current=("x", 1))
        qtbot.addWidget(field)
        assert field.key() == ("x", 1)
        field.choose("a")
        assert field.key() == "a"
        field.choose("not there")
        assert field.key() == "a"

    def test_text_and_note_come_without_blanks_around(self, qtbot: QtBot) -> None:
        text, note = TextField("  Ana "), NoteField(" two\nlines \n")
        for field in (text, note):
            qtbot.addWidget(field)
        assert text.value() == "Ana"
        assert note.value() == "two\nlines"


class TestTyping:
    def test_a_time_is_typed_where_it_was_clicked(self, qtbot: QtBot) -> None:
        field = TimeField(dt.time(21, 0))
        qtbot.addWidget(field)
        field.resize(120, 32)
        field.show()
        line = field.lineEdit()
        line.setCursorPosition(1)
        hour = line.cursorRect().center()
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=hour)
        QApplication.processEvents()
        QTest.keyClicks(field, "0930")
        assert field.value() == dt.time(9, 30)
        QTest.mouseDClick(line, Qt.MouseButton.LeftButton, pos=hour)
        QApplication.processEvents()
        QTest.keyClicks(field, "18")
        assert field.value() == dt.time(18, 30)

    @pytest.mark.parametrize("typed", ["2025-08-31", "20250831", "2025/08/31"])
    @pytest.mark.parametrize("all_of_it", [True, False])
    def test_a_day_is_typed_over_the_old_one(self, typed: str, all_of_it: bool, qtbot: QtBot) -> None:
        field = DayField(dt.date(2026, 11, 24))
        qtbot.addWidget(field)
        field.show()
        if all_of_it:
            field.selectAll()
        QTest.keyClicks(field, typed)
        assert field.day() == dt.date(2025, 8, 31)

    def test_a_time_is_typed_over_the_old_one(self, qtbot: QtBot) -> None:
        field = TimeField(dt.time(21, 45))
        qtbot.addWidget(field)
        field.show()
        field.selectAll()
        QTest.keyClicks(field, "09:30")
        assert field.value() == dt.time(9, 30)

    @pytest.mark.parametrize("widget", [TextField, MoneyField, NumberField])
    def test_what_was_wrong_is_forgotten_once_it_is_typed_anew(
        self, widget: type[QWidget], qtbot: QtBot
    ) -> None:
        field = Field("Price", widget())
        qtbot.addWidget(field)
        field.set_error("Not an amount.")
        QTest.keyClicks(field.widget, "8")
        assert (field.error.text(), field.widget.property("wrong")) == ("", False)


@pytest.mark.parametrize(
    "field",
    [
        lambda: NumberField(5),
        lambda: DayField(dt.date(2025, 8, 20)),
        lambda: TimeField(dt.time(9)),
        lambda: Choice([("a", "A"), ("b", "B")]),
    ],
    ids=["number", "day", "time", "choice"],
)
def test_the_wheel_changes_only_what_has_the_focus(field: object, qtbot: QtBot) -> None:
    widget: QWidget = field()  # type: ignore[operator]
    qtbot.addWidget(widget)
    widget.show()

    def shown() -> object:
        return widget.currentText() if isinstance(widget, Choice) else widget.text()  # type: ignore[attr-defined]

    before = shown()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, wheel)
    assert shown() == before
    assert not wheel.isAccepted(), "the sheet below scrolls instead"


class TestSearch:
    def test_arrows_and_enter_go_on_and_esc_empties_first(self, qtbot: QtBot) -> None:
        window = QWidget()
        field = SearchField("Find", hint="Ctrl K")
        field.setParent(window)
        qtbot.addWidget(window)
        window.show()
        moved: list[int] = []
        accepted: list[bool] = []
        field.moved.connect(moved.append)
        field.accepted.connect(lambda: accepted.append(True))
        QTest.keyClicks(field, "ana")
        QTest.keyClick(field, Qt.Key.Key_Down)
        QTest.keyClick(field, Qt.Key.Key_Up)
        QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert (moved, accepted) == ([1, -1], [True])
        assert not field._hint.isVisible()
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert field.text() == ""
        assert field._hint.isVisible()


def test_a_field_says_what_is_wrong_with_it(qtbot: QtBot) -> None:
    field = Field("Price", MoneyField(), hint="in yuan")
    qtbot.addWidget(field)
    field.show()
    assert field.widget.accessibleName() == "Price"
    field.set_error("This is no amount.")
    assert field.error.isVisible()
    assert field.widget.property("wrong") is True
    field.set_error("")
    assert not field.error.isVisible()
    assert field.widget.property("wrong") is False


class TestSegmented:
    def test_one_is_on_and_only_people_are_heard(self, qtbot: QtBot) -> None:
        strip = Segmented([("d", "Day"), ("w", "Week"), ("m", "Month")], current="w", name="Period")
        qtbot.addWidget(strip)
        heard: list[str] = []
        strip.chosen.connect(heard.append)
        assert strip.current() == "w"
        strip.choose("m")
        assert (strip.current(), heard) == ("m", [])
        buttons = [child for child in strip.findChildren(QWidget) if hasattr(child, "click")]
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
        assert (strip.current(), heard) == ("d", ["d"])
        with pytest.raises(KeyError):
            strip.choose("year")

    def test_the_arrow_keys_choose(self, qtbot: QtBot) -> None:
        strip = Segmented([("d", "Day"), ("w", "Week")])
        qtbot.addWidget(strip)
        with qtbot.waitActive(strip):
            strip.show()
            strip.activateWindow()
        heard: list[str] = []
        strip.chosen.connect(heard.append)
        day = next(child for child in strip.findChildren(QWidget) if hasattr(child, "click"))
        day.setFocus()
        QTest.keyClick(day, Qt.Key.Key_Right)
        assert (strip.current(), heard) == ("w", ["w"])


class TestFlow:
    def test_it_goes_on_in_the_next_row(self, qtbot: QtBot) -> None:
        window = QWidget()
        qtbot.addWidget(window)
        flow = FlowLayout(window, gap=8)
        buttons = [Button("x" * 12) for _number in range(6)]
        for button in buttons:
            flow.addWidget(button)
        wide = buttons[0].sizeHint().width()
        window.resize(wide * 2 + 8, 400)
        window.show()
        flow.activate()
        assert [button.x() for button in buttons] == [0, wide + 8] * 3
        assert len({button.y() for button in buttons}) == 3
        assert flow.heightForWidth(wide * 2 + 8) == 3 * buttons[0].sizeHint().height() + 16
        assert flow.heightForWidth(10_000) == buttons[0].sizeHint().height()

    def test_right_aligned_and_emptied(self, qtbot: QtBot) -> None:
        window = QWidget()
        qtbot.addWidget(window)
        flow = FlowLayout(window, align_right=True)
        button = Button("x")
        flow.addWidget(button)
        window.resize(300, 100)
        window.show()
        flow.activate()
        assert button.geometry().right() == 299
        flow.clear()
        assert flow.count() == 0
        assert flow.heightForWidth(300) == 0
