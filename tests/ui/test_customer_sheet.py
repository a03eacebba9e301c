"""The sheet in which a customer is noted and changed: by keyboard, with bad numbers, with taken ones."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from merchant_desk.customers import store
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.customers.ui.customer_sheet import CustomerSheet
from merchant_desk.customers.ui.customers_page import CustomersPage
from merchant_desk.desk import Desk
from merchant_desk.shell.frame import Frame
from tests.ui.counter import Counter, Hand
from tests.ui.plain_text import texts
from tests.ui.windows import Windows, errors

Key = Qt.Key


@pytest.fixture
def counter(desk: Desk) -> Counter:
    return Counter(desk)


@pytest.fixture
def windows(qtbot: QtBot, page_frame: Frame) -> Windows:
    return Windows(qtbot, page_frame)


def _names(page: CustomersPage) -> list[str]:
    return [row.name for row in page.table.rows()]


def test_a_new_customer_by_keyboard_alone(windows: Windows, counter: Counter, qtbot: QtBot) -> None:
    counter.customer("王晓", "13900002222")
    page = windows.page(CustomersPage)
    hand = Hand()
    page.new.setFocus()
    hand.key(Key.Key_Return)
    hand.type("何静")
    for word in ("13700003333", "hejing", "95-8-20"):
        hand.key(Key.Key_Tab)
        hand.type(word)
    sheet = windows.sheet(CustomerSheet)
    hand.confirm()
    assert errors(sheet) != []
    assert sheet.birthday.hasFocus()
    sheet.birthday.clear()
    hand.type("1995-8-20")
    hand.confirm()
    found = store.by_phone(counter.desk.file, "+8613700003333")
    assert found is not None
    assert (found.name, found.wechat, found.birthday) == ("何静", "hejing", "1995-08-20")
    assert page.panel.customer_id == found.id
    assert windows.notices[-1].undo is not None


def test_a_name_is_needed_and_nothing_typed_is_lost(windows: Windows, counter: Counter, qtbot: QtBot) -> None:
    counter.customer()
    page = windows.page(CustomersPage)
    page.new.click()
    sheet = windows.sheet(CustomerSheet)
    sheet.note.setPlainText("likes tea")
    sheet.press_primary()
    assert errors(sheet)
    assert sheet.name.hasFocus()
    assert sheet.note.value() == "likes tea"
    assert store.count(counter.desk.file) == 1


@pytest.mark.parametrize("number", ["138****6621", "123"])
def test_a_bad_number_says_so_when_the_field_is_left(
    windows: Windows, counter: Counter, qtbot: QtBot, number: str
) -> None:
    counter.customer("王晓", "13900002222")
    page = windows.page(CustomersPage)
    page.new.click()
    sheet, hand = windows.sheet(CustomerSheet), Hand()
    hand.type(number, into=sheet.phone.line)
    hand.key(Key.Key_Tab)
    assert any(number in error for error in errors(sheet))
    hand.type("5", into=sheet.phone.line)
    assert errors(sheet) == []


def test_a_taken_number_names_the_other_and_leads_there(
    windows: Windows, counter: Counter, qtbot: QtBot
) -> None:
    other = counter.customer("王女士", "13800001111")
    counter.customer("李悦", "13812346621")
    page = windows.page(CustomersPage)
    page.new.click()
    sheet, hand = windows.sheet(CustomerSheet), Hand()
    hand.type("王太太", into=sheet.name)
    hand.type("138 0000 1111", into=sheet.phone.line)
    hand.key(Key.Key_Tab)
    assert "This number belongs to 王女士." in texts(sheet)
    hand.click(sheet.phone.use)
    assert not sheet.isVisible()
    assert page.panel.customer_id == other
    assert store.count(counter.desk.file) == 2


def test_more_than_name_and_number_is_not_thrown_away_to_open_the_other(
    windows: Windows, counter: Counter, qtbot: QtBot, page_frame: Frame
) -> None:
    counter.customer("王女士", "13800001111")
    page = windows.page(CustomersPage)
    page.new.click()
    sheet, hand = windows.sheet(CustomerSheet), Hand()
    hand.type("王太太", into=sheet.name)
    hand.type("13800001111", into=sheet.phone.line)
    hand.type("wx", into=sheet.wechat)
    hand.click(sheet.phone.use)
    above = [one for one in page.window().findChildren(CustomerSheet) if one.isVisible()]
    assert [one.name.text() for one in above] == ["王女士"]
    above[0].shut()
    assert sheet.isVisible()
    assert sheet.wechat.text() == "wx"


def test_two_may_share_a_number(windows: Windows, counter: Counter, qtbot: QtBot) -> None:
    counter.customer("王女士", "13800001111")
    page = windows.page(CustomersPage)
    page.new.click()
    sheet, hand = windows.sheet(CustomerSheet), Hand()
    hand.type("王太太", into=sheet.name)
    hand.type("13800001111", into=sheet.phone.line)
    hand.confirm()
    assert store.count(counter.desk.file) == 1
    hand.click(sheet.phone.keep)
    hand.confirm()
    assert {row.name for row in store.search(counter.desk.file, "1111")} == {"王女士", "王太太"}
    page._edit(next(row.id for row in page.table.rows() if row.name == "王太太"))
    sheet = windows.sheet(CustomerSheet)
    sheet.phone.check()
    assert not sheet.phone.warning.isVisible(), "a number that was shared knowingly is not questioned again"


def test_edit_keeps_what_is_not_touched_and_archive_can_be_undone(
    windows: Windows, counter: Counter, qtbot: QtBot
) -> None:
    friend = counter.customer("王晓", "13900002222")
    who = counter.desk.customers.add(
        CustomerDraft("李悦", "13812346621", "yue", "female", "08-20", "中山路 1 号", "对胶水过敏", friend)
    )
    before = store.customer(counter.desk.file, who)
    page = windows.page(CustomersPage)
    page.arrive(customer_id=who)
    hand = Hand()
    hand.click(page.panel.edit)
    hand.confirm()
    assert store.customer(counter.desk.file, who) == before
    hand.click(page.panel.edit)
    sheet = windows.sheet(CustomerSheet)
    hand.click(sheet.archive)
    assert _names(page) == ["王晓"]
    assert windows.notices[-1].undo is not None
    windows.notices[-1].undo()
    assert set(_names(page)) == {"王晓", "李悦"}
