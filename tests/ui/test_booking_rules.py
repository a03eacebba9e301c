"""Settings > Shop: the booking rules, and the words of the reminder with their preview."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from merchant_desk.desk import Desk
from merchant_desk.shell import reminder_text
from merchant_desk.shell.frame import Frame, Notice
from merchant_desk.shell.tabs import TabbedPage
from merchant_desk.shop import store
from merchant_desk.shop.model import BookingRules, unknown_fields
from merchant_desk.shop.ui.settings_tabs import LookTab
from merchant_desk.shop.ui.shop_tab import ShopTab
from tests.ui.keys import focused, type_text
from tests.ui.plain_text import MARKUP, assert_plain

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(page_frame: Frame, qtbot: QtBot) -> TabbedPage:
    made = TabbedPage(page_frame, "settings", "Settings", (ShopTab, LookTab))
    qtbot.addWidget(made)
    made.resize(1100, 1600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def shop(page: TabbedPage) -> ShopTab:
    tab = page.tab("shop")
    assert isinstance(tab, ShopTab)
    return tab


def test_rules_by_keyboard_are_one_act(shop: ShopTab, desk: Desk, said: list[Notice]) -> None:
    rules = shop.rules
    rules.step.setFocus()
    QTest.keyClick(rules.step, Key.Key_Down)
    QTest.keyClick(rules.step, Key.Key_Tab)
    assert focused() is rules.notice
    for _ in range(3):
        QTest.keyClick(rules.notice, Key.Key_Down)
    QTest.keyClick(rules.notice, Key.Key_Tab)
    for field, typed in ((rules.horizon, "90"), (rules.late, "12")):
        assert focused() is field
        field.selectAll()
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Key.Key_Tab)
    assert focused() is rules.alert
    rules.alert.choose(0)
    QTest.keyClick(rules.alert, Key.Key_Return, CTRL)
    assert store.booking_rules(desk.file) == BookingRules(20, 120, 90, 12, 0)
    assert [notice.text for notice in said] == ["Booking rules saved."]
    QTest.mouseClick(shop.save, LEFT)
    assert len(said) == 1, "nothing is left to save"
    assert said[0].undo is not None
    said[0].undo()
    assert store.booking_rules(desk.file) == BookingRules()
    assert (rules.step.key(), rules.horizon.value(), rules.alert.key()) == (15, 60, 10)


def test_rules_no_list_offers_are_shown_and_kept(desk: Desk, page_frame: Frame, qtbot: QtBot) -> None:
    odd = BookingRules(step=10, notice=95, horizon=700, late_hours=0, alert=7)
    desk.shop.save(rules=odd)
    tab = ShopTab(page_frame)
    qtbot.addWidget(tab)
    tab.reload()
    assert tab.rules.typed() == odd


def test_what_is_typed_stays_while_something_else_changes(shop: ShopTab, desk: Desk) -> None:
    shop.rules.horizon.setValue(30)
    shop.reminder.text.setPlainText("{name}！")
    desk.shop.close_days(dt.date(2026, 2, 17), dt.date(2026, 2, 17), "春节")
    assert shop.rules.horizon.value() == 30
    assert shop.reminder.text.toPlainText() == "{name}！"


# ---- the reminder


def test_the_usual_words_can_be_sent() -> None:
    for at_home in (False, True):
        assert unknown_fields(reminder_text.usual_template(at_home)) == []


def test_the_usual_words_stand_there_and_are_kept_as_none(shop: ShopTab, desk: Desk) -> None:
    assert shop.reminder.text.toPlainText().startswith("Hello {name}, this is {shop}.")
    assert shop.reminder.typed() == ""
    assert "Hello Ms Wang, this is 小满美甲." in shop.reminder.preview.text()
    assert "tomorrow (Thursday 21 August)" in shop.reminder.preview.text()
    assert not shop.reminder.usual.isVisible()
    shop.rules.horizon.setValue(30)
    QTest.mouseClick(shop.save, LEFT)
    assert store.booking_rules(desk.file) == BookingRules(horizon=30)


def test_own_words_with_chips_and_a_live_preview(shop: ShopTab, desk: Desk, said: list[Notice]) -> None:
    text = shop.reminder.text
    text.setFocus()
    text.selectAll()
    QTest.keyClick(text, Key.Key_Delete)
    for key, typed in (
        ("name", "您好，"),
        ("day", " "),
        ("time", " "),
        ("service", "，"),
        ("worker", "等您来 @ "),
        ("shop", " "),
    ):
        chip = shop.reminder.chips.chip(key)
        assert chip is not None
        QTest.mouseClick(chip, LEFT)
        assert focused() is text
        type_text(text, typed)
    chip = shop.reminder.chips.chip("address")
    assert chip is not None
    chip.setFocus()
    QTest.keyClick(chip, Key.Key_Return)
    wanted = "{name}您好，{day} {time} {service}，{worker}等您来 @ {shop} {address}"
    assert text.toPlainText() == wanted
    assert shop.reminder.preview.text() == (
        "Ms Wang您好，tomorrow (Thursday 21 August) 15:30 单色美甲，小雨等您来 @ 小满美甲 12 Lake Road"
    )
    QTest.keyClick(text, Key.Key_Return, CTRL)
    assert store.booking_rules(desk.file).reminder == wanted
    assert len(said) == 1
    QTest.mouseClick(shop.reminder.usual, LEFT)
    assert focused() is text
    assert shop.reminder.typed() == ""
    QTest.keyClick(text, Key.Key_Z, CTRL)
    assert text.toPlainText() == wanted, "own words are a keystroke away"
    shop.reminder._back()
    QTest.mouseClick(shop.save, LEFT)
    assert store.booking_rules(desk.file).reminder == ""


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("{name}: {price}", "{price}"),
        ("{客户}，明天见", "{客户}"),
        ("｛name｝", "｛name｝"),
        ("{ day }", "{ day }"),
    ],
)
def test_a_field_that_is_not_known_is_said_and_nothing_lost(
    shop: ShopTab, desk: Desk, said: list[Notice], typed: str, named: str
) -> None:
    shop.reminder.text.setFocus()
    shop.reminder.text.selectAll()
    type_text(shop.reminder.text, typed)
    assert shop.reminder.field.error.isVisible()
    assert shop.reminder.field.error.text().startswith(f"{named} means nothing here. There are: {{name}}")
    shop.save.setFocus()
    QTest.mouseClick(shop.save, LEFT)
    assert said == []
    assert focused() is shop.reminder.text
    assert shop.reminder.text.toPlainText() == typed
    assert store.booking_rules(desk.file) == BookingRules()
    shop.reminder.text.selectAll()
    type_text(shop.reminder.text, "{name}")
    assert not shop.reminder.field.error.isVisible()


def test_a_reminder_that_is_too_long_is_said(shop: ShopTab, desk: Desk) -> None:
    shop.reminder.text.setPlainText("长" * 1001)
    assert "1000" in shop.reminder.field.error.text()
    QTest.mouseClick(shop.save, LEFT)
    assert store.booking_rules(desk.file) == BookingRules()
    shop.reminder.text.setPlainText("长" * 1000)
    QTest.mouseClick(shop.save, LEFT)
    assert len(store.booking_rules(desk.file).reminder) == 1000


def test_markup_in_the_words_stays_text(shop: ShopTab) -> None:
    shop.reminder.text.setPlainText(MARKUP + "{name}")
    assert_plain(shop)
    assert shop.reminder.preview.text() == MARKUP + "Ms Wang"
