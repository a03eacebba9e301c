"""The field that finds a customer while typing, and adds a new one in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.customers import store
from merchant_desk.customers.model import CustomerDraft, CustomerRow
from merchant_desk.customers.ui.customer_picker import CustomerPicker
from merchant_desk.desk import Desk
from merchant_desk.shell.frame import Frame
from tests.ui.plain_text import MARKUP, assert_plain, texts

Key = Qt.Key


@pytest.fixture
def people(desk: Desk) -> dict[str, str]:
    """Name -> id of the customers that there are."""
    drafts = (
        CustomerDraft("王女士", "138 0000 1111"),
        CustomerDraft("李悦", "+86 138-1234-6621", note="对胶水过敏"),
        CustomerDraft("王晓", "13900002222"),
    )
    return {draft.name: desk.customers.add(draft) for draft in drafts}


@pytest.fixture
def picker(page_frame: Frame, people: dict[str, str], qtbot: QtBot) -> CustomerPicker:
    """A picker in a window of its own, with the focus."""
    made = CustomerPicker(page_frame)
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    qtbot.waitActive(made)
    made.setFocus()
    return made


@pytest.fixture
def taken(picker: CustomerPicker) -> list[CustomerRow]:
    """What the picker said."""
    said: list[CustomerRow] = []
    picker.chosen.connect(said.append)
    return said


def _type(widget: QWidget, text: str) -> None:
    QTest.keyClicks(widget, text)


def test_enter_takes_the_first_one_found(
    picker: CustomerPicker, taken: list[CustomerRow], people: dict[str, str]
) -> None:
    _type(picker.search, "liyue")
    QTest.keyClick(picker.search, Key.Key_Return)
    assert [row.id for row in taken] == [people["李悦"]]
    assert picker.customer_id == people["李悦"]
    assert picker.change.hasFocus()


def test_enter_before_the_answer_takes_it_when_it_comes(
    picker: CustomerPicker,
    taken: list[CustomerRow],
    people: dict[str, str],
    page_frame: Frame,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    late: list[Callable[[], None]] = []
    at_once = page_frame.background.read

    def read(*args: Any, **more: Any) -> None:
        late.append(lambda: at_once(*args, **more))

    monkeypatch.setattr(page_frame.background, "read", read)
    _type(picker.search, "liy")
    QTest.keyClick(picker.search, Key.Key_Return)
    assert taken == []
    for answer in late:
        answer()
    assert [row.id for row in taken] == [people["李悦"]]


def test_enter_is_forgotten_when_typing_goes_on(
    picker: CustomerPicker, taken: list[CustomerRow], page_frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    late: list[Callable[[], None]] = []
    at_once = page_frame.background.read

    def read(*args: Any, **more: Any) -> None:
        late.append(lambda: at_once(*args, **more))

    monkeypatch.setattr(page_frame.background, "read", read)
    _type(picker.search, "wang")
    QTest.keyClick(picker.search, Key.Key_Return)
    _type(picker.search, "x")
    for answer in late:
        answer()
    assert taken == []


def test_the_number_is_shown_without_its_middle(picker: CustomerPicker, people: dict[str, str]) -> None:
    picker.choose(people["李悦"])
    shown = " ".join(label.text() for label in picker.findChildren(QWidget) if hasattr(label, "text"))
    assert "138****6621" in shown
    assert "1234" not in shown


def test_down_marks_the_second_one(
    picker: CustomerPicker, taken: list[CustomerRow], people: dict[str, str]
) -> None:
    picker.search.setText("王")
    rows = [offered.row.name for offered in picker.list.rows() if offered.row]
    assert set(rows) == {"王女士", "王晓"}
    QTest.keyClick(picker.search, Key.Key_Down)
    QTest.keyClick(picker.search, Key.Key_Return)
    assert [row.name for row in taken] == [rows[1]]


def test_down_in_the_empty_field_lists_who_was_seen_last(
    picker: CustomerPicker, people: dict[str, str]
) -> None:
    assert not picker.list.isVisible()
    QTest.keyClick(picker.search, Key.Key_Down)
    assert picker.list.isVisible()
    assert len(picker.list.rows()) == len(people)


def test_a_click_takes_the_line(
    picker: CustomerPicker, taken: list[CustomerRow], people: dict[str, str]
) -> None:
    picker.search.setText("2222")
    spot = picker.list.visualRect(picker.list.model().index(0, 0)).center()
    QTest.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert [row.id for row in taken] == [people["王晓"]]


def test_a_new_customer_is_added_in_place(
    picker: CustomerPicker, taken: list[CustomerRow], desk: Desk
) -> None:
    picker.search.setText("何静")
    QTest.keyClick(picker.search, Key.Key_Return)
    assert picker.new.name.text() == "何静"
    assert picker.new.phone.line.hasFocus()
    _type(picker.new.phone.line, "13700003333")
    QTest.keyClick(picker.new.phone.line, Key.Key_Return)
    found = store.by_phone(desk.file, "+8613700003333")
    assert found is not None
    assert found.name == "何静"
    assert [row.id for row in taken] == [found.id]
    assert picker.customer_id == found.id


def test_a_typed_number_goes_into_the_phone_field(picker: CustomerPicker) -> None:
    _type(picker.search, "13700003333")
    QTest.keyClick(picker.search, Key.Key_Return)
    assert picker.new.phone.text() == "13700003333"
    assert picker.new.name.hasFocus()


def test_a_taken_number_names_its_owner_who_can_be_used(
    picker: CustomerPicker, taken: list[CustomerRow], people: dict[str, str], desk: Desk
) -> None:
    picker.search.setText("王太太")
    QTest.keyClick(picker.search, Key.Key_Return)
    _type(picker.new.phone.line, "13800001111")
    QTest.keyClick(picker.new.phone.line, Key.Key_Return)
    assert picker.new.phone.warning.isVisible()
    assert "王女士" in picker.new.phone.use.text()
    assert store.count(desk.file) == len(people)
    QTest.mouseClick(picker.new.phone.use, Qt.MouseButton.LeftButton)
    assert [row.id for row in taken] == [people["王女士"]]


def test_two_may_share_a_number_when_said_so(
    picker: CustomerPicker, taken: list[CustomerRow], people: dict[str, str], desk: Desk
) -> None:
    picker.search.setText("王太太")
    QTest.keyClick(picker.search, Key.Key_Return)
    _type(picker.new.phone.line, "13800001111")
    QTest.keyClick(picker.new.phone.line, Key.Key_Return)
    QTest.mouseClick(picker.new.phone.keep, Qt.MouseButton.LeftButton)
    QTest.keyClick(picker.new.phone.line, Key.Key_Return)
    assert [row.name for row in taken] == ["王太太"]
    assert store.count(desk.file) == len(people) + 1


@pytest.mark.parametrize("number", ["138****8000", "12"])
def test_a_number_that_is_none_says_so_and_stays(picker: CustomerPicker, number: str, desk: Desk) -> None:
    before = store.count(desk.file)
    picker.search.setText("何静")
    QTest.keyClick(picker.search, Key.Key_Return)
    _type(picker.new.phone.line, number)
    QTest.keyClick(picker.new.phone.line, Key.Key_Return)
    assert picker.new.phone.field.error.isVisible()
    assert picker.new.phone.text() == number
    assert picker.new.name.text() == "何静"
    assert store.count(desk.file) == before


def test_escape_goes_back_to_the_search_with_what_was_typed(picker: CustomerPicker) -> None:
    picker.search.setText("何静")
    QTest.keyClick(picker.search, Key.Key_Return)
    QTest.keyClick(picker.new.phone.line, Key.Key_Escape)
    assert picker.search.isVisible()
    assert picker.search.text() == "何静"
    assert picker.search.hasFocus()


def test_change_takes_the_choice_back(picker: CustomerPicker, people: dict[str, str], qtbot: QtBot) -> None:
    picker.choose(people["李悦"])
    with qtbot.waitSignal(picker.cleared):
        QTest.mouseClick(picker.change, Qt.MouseButton.LeftButton)
    assert picker.customer_id is None
    assert picker.search.hasFocus()


def test_markup_in_a_name_is_text(picker: CustomerPicker, desk: Desk) -> None:
    made = desk.customers.add(CustomerDraft(MARKUP, "13500001234"))
    picker.search.setText("<b>")
    first = picker.list.rows()[0].row
    assert first is not None
    assert first.name == MARKUP
    picker.choose(made)
    assert any(MARKUP in text for text in texts(picker))
    assert_plain(picker)


@pytest.mark.parametrize("warns", [True, False])
def test_what_the_chosen_one_has_missed_is_said_where_it_matters(
    desk: Desk, page_frame: Frame, people: dict[str, str], qtbot: QtBot, warns: bool
) -> None:
    with desk.file.act("missed") as act:
        for told in (
            {"status": "no_show"},
            {"status": "cancelled", "cancelled_by": "customer", "late_cancel": 1},
        ):
            act.insert("appointment", {"customer_id": people["李悦"], **told})
    picker = CustomerPicker(page_frame, warns=warns)
    qtbot.addWidget(picker)
    picker.show()
    picker.choose(people["李悦"])
    assert picker.missed.isVisible() is warns
    if warns:
        assert picker.missed.text() == "1 no-show · 1 called off late"
    picker.choose(people["王晓"])
    assert not picker.missed.isVisible()
