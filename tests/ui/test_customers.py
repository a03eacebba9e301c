"""The customers' page, the card beside it, and the sheet that notes and changes one."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.core.clock import FixedClock
from merchant_desk.customers import store
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.customers.ui.customer_sheet import CustomerSheet
from merchant_desk.customers.ui.customer_words import birthday_text, masked
from merchant_desk.customers.ui.customers_page import CustomersPage
from merchant_desk.desk import Desk
from merchant_desk.shell.frame import Frame
from tests.ui.counter import Counter, Hand, focused
from tests.ui.plain_text import MARKUP, assert_plain, texts
from tests.ui.windows import Windows

Key = Qt.Key


@pytest.fixture
def counter(desk: Desk) -> Counter:
    return Counter(desk)


@pytest.fixture
def windows(qtbot: QtBot, page_frame: Frame) -> Windows:
    return Windows(qtbot, page_frame)


def _names(page: CustomersPage) -> list[str]:
    return [row.name for row in page.table.rows()]


def test_an_empty_page_says_what_to_do_and_its_button_does_it(
    windows: Windows, qtbot: QtBot, desk: Desk
) -> None:
    page = windows.page(CustomersPage)
    assert page.nobody.isVisible()
    assert page.nobody.button is not None
    hand = Hand()
    hand.click(page.nobody.button)
    hand.type("李悦")
    hand.confirm()
    assert [row.name for row in store.search(desk.file, "")] == ["李悦"]
    assert _names(page) == ["李悦"]
    assert "李悦" in texts(page.panel)


@pytest.mark.parametrize("typed", ["李", "liyue", "ly", "6621", "138 1234 6621", "LIYUE"])
def test_the_list_follows_every_keystroke(windows: Windows, counter: Counter, typed: str) -> None:
    counter.customer("李悦", "13812346621")
    counter.customer("王晓", "13900002222")
    page = windows.page(CustomersPage)
    page.search.setText(typed)
    assert _names(page) == ["李悦"]


def test_the_list_shows_numbers_without_their_middle(windows: Windows, counter: Counter) -> None:
    counter.customer("李悦", "+86 138-1234-6621")
    page = windows.page(CustomersPage)
    model = page.table.model()
    shown = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert "138****6621" in shown
    # The card beside it is for calling them.
    assert "138 1234 6621" in texts(page.panel)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("13812346621", "138****6621"),
        ("+86 138 1234 6621", "138****6621"),
        ("0086-13812346621", "138****6621"),
        ("１３８１２３４６６２１", "138****6621"),
        ("021-87654321转12", "021****4321"),
        ("8765432", "****5432"),
        ("", ""),
    ],
)
def test_masking(typed: str, shown: str) -> None:
    assert masked(typed) == shown


@pytest.mark.parametrize(
    ("kept", "shown"),
    [("1995-08-20", "20 August 1995"), ("02-29", "29 Feb"), ("1990", "1990"), ("", "")],
)
def test_birthdays_in_words(dressed: object, kept: str, shown: str) -> None:
    assert birthday_text(kept) == shown


def test_the_card_tells_of_visits_touches_and_appointments(
    windows: Windows, counter: Counter, clock: FixedClock
) -> None:
    who = counter.customer()
    counter.book(who)
    video = counter.content("三分钟法式")
    counter.desk.sources.say(content_id=video, customer_id=who, evidence="code")
    counter.sell(24_600, "法式美甲", customer_id=who)
    page = windows.page(CustomersPage)
    said = texts(page.panel)
    assert "三分钟法式" in said
    assert "Short video · Code word" in said
    assert "¥246" in said
    assert any(text == "today 14:00" for text in said)
    (visit,) = page.panel.visits.table.rows()
    assert visit.services == "法式美甲"
    assert visit.source_kind == "short_video"


def test_a_click_on_a_visit_asks_for_its_sale(windows: Windows, counter: Counter, qtbot: QtBot) -> None:
    who = counter.customer()
    sale = counter.sell(customer_id=who)
    page = windows.page(CustomersPage)
    table = page.panel.visits.table
    spot = table.visualRect(table.model().index(0, 0)).center()
    with qtbot.waitSignal(page.sale_wanted) as wanted:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert wanted.args == [sale]


def test_the_card_books_and_checks_out_by_keyboard(windows: Windows, counter: Counter, qtbot: QtBot) -> None:
    who = counter.customer()
    page = windows.page(CustomersPage)
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_Return)
    assert focused() is page.panel.book
    with qtbot.waitSignal(page.booking_wanted) as booking:
        QTest.keyClick(focused(), Key.Key_Return)
    QTest.keyClick(focused(), Key.Key_Tab)
    with qtbot.waitSignal(page.checkout_wanted) as checkout:
        QTest.keyClick(focused(), Key.Key_Space)
    assert (booking.args, checkout.args) == ([who], [who])


def test_a_link_from_elsewhere_shows_that_customer(windows: Windows, counter: Counter) -> None:
    first = counter.customer("李悦", "13812346621")
    counter.customer("王晓", "13900002222")
    page = windows.page(CustomersPage)
    page.search.setText("王")
    page.arrive(customer_id=first)
    assert page.panel.customer_id == first
    row = page.table.current_row()
    assert row is not None
    assert row.id == first


def test_what_changes_elsewhere_shows_at_once(windows: Windows, counter: Counter) -> None:
    who = counter.customer()
    page = windows.page(CustomersPage)
    counter.desk.customers.edit(who, CustomerDraft("李小悦", "13812346621", note="对胶水过敏"))
    assert _names(page) == ["李小悦"]
    assert "对胶水过敏" in texts(page.panel)


def test_consent_is_given_and_withdrawn_in_place(windows: Windows, counter: Counter, qtbot: QtBot) -> None:
    who = counter.customer()
    page = windows.page(CustomersPage)
    hand, line = Hand(), page.panel.consent
    hand.click(line.give)
    hand.type("Ana")
    hand.key(Key.Key_Return)
    found = store.customer(counter.desk.file, who)
    assert found is not None
    assert found.consent is not None
    assert found.consent.by == "Ana"
    assert any("Ana" in text for text in texts(line))
    hand.click(line.withdraw)
    found = store.customer(counter.desk.file, who)
    assert found is not None
    assert found.consent is None
    assert [notice.undo is not None for notice in windows.notices] == [True, True]


def test_escape_closes_the_consent_fields_only(windows: Windows, counter: Counter, qtbot: QtBot) -> None:
    counter.customer()
    page = windows.page(CustomersPage)
    Hand().click(page.panel.consent.give)
    QTest.keyClick(focused(), Key.Key_Escape)
    assert not page.panel.consent.by.isVisible()
    assert page.panel.consent.give.isVisible()


def test_a_customer_who_was_added_and_taken_back_leaves_no_complaint(
    windows: Windows, counter: Counter, page_frame: Frame
) -> None:
    page = windows.page(CustomersPage)
    page._new()
    sheet = windows.sheet(CustomerSheet)
    sheet.name.setText("李悦")
    sheet.press_primary()
    page_frame.undo()
    assert page.nobody.isVisible()
    assert [notice.kind for notice in windows.notices if notice.kind != "info"] == []


def test_markup_is_text_everywhere(windows: Windows, counter: Counter, clock: FixedClock) -> None:
    who = counter.desk.customers.add(CustomerDraft(MARKUP, "13812346621", MARKUP, "", "", MARKUP, MARKUP))
    video = counter.content(MARKUP)
    counter.desk.sources.say(content_id=video, customer_id=who)
    counter.sell(title=MARKUP, customer_id=who)
    counter.desk.customers.record_consent(who, MARKUP, MARKUP)
    clock.set(clock.now() + dt.timedelta(minutes=1))
    page = windows.page(CustomersPage)
    page.search.setText("<b>")
    assert _names(page) == [MARKUP]
    assert any(MARKUP in text for text in texts(page.panel))
    page._edit(who)
    sheet = windows.sheet(CustomerSheet)
    assert sheet.name.text() == MARKUP
    assert sheet.note.value() == MARKUP
    assert_plain(page.window())


def test_every_control_has_a_name_and_is_reached_by_tab(windows: Windows, counter: Counter) -> None:
    counter.customer()
    page = windows.page(CustomersPage)
    page.search.setFocus()
    seen: list[QWidget] = []
    while focused() not in seen and len(seen) < 60:
        seen.append(focused())
        QTest.keyClick(focused(), Key.Key_Tab)
    for control in (
        page.search,
        page.new,
        page.table,
        page.panel.book,
        page.panel.check_out,
        page.panel.edit,
    ):
        assert control in seen, control.accessibleName()
        assert control.accessibleName()
