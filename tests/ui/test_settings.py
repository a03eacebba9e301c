"""Settings: the shop and its hours, language and look, backups, and about."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk import __version__
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.core.paths import backup_dir
from merchant_desk.db.backup import back_up, backups, verify
from merchant_desk.desk import Desk, open_desk
from merchant_desk.shell.frame import Frame, Notice
from merchant_desk.shell.preferences import Preferences
from merchant_desk.shell.tabs import TabbedPage
from merchant_desk.shop import store
from merchant_desk.shop.model import OpeningSpan
from merchant_desk.shop.ui import backup_copies
from merchant_desk.shop.ui.backups_tab import BackupsTab
from merchant_desk.shop.ui.settings_tabs import AboutTab, LookTab
from merchant_desk.shop.ui.shop_tab import ShopTab
from tests.blank import known_shop
from tests.ui.keys import type_text
from tests.ui.plain_text import MARKUP, assert_plain, texts

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(page_frame: Frame, qtbot: QtBot) -> TabbedPage:
    """The page on screen; what app.py adds of another room is left out."""
    made = TabbedPage(page_frame, "settings", "Settings", (ShopTab, LookTab, BackupsTab, AboutTab))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def shop(page: TabbedPage) -> ShopTab:
    """The tab of the shop itself."""
    tab = page.tab("shop")
    assert isinstance(tab, ShopTab)
    return tab


@pytest.fixture
def copies(page: TabbedPage) -> BackupsTab:
    """The tab of the backups."""
    page.choose("backups")
    tab = page.tab("backups")
    assert isinstance(tab, BackupsTab)
    return tab


# ---- the shop


def test_the_shop_is_changed_by_keyboard(shop: ShopTab, desk: Desk, said: list[Notice]) -> None:
    shop.facts.name.setFocus()
    shop.facts.name.selectAll()
    type_text(shop.facts.name, "小满 美学")
    shop.facts.trade.choose("hair")
    shop.rules.step.choose(30)
    QTest.keyClick(shop.facts.name, Key.Key_Return, CTRL)
    now = store.shop(desk.file)
    assert now is not None
    assert (now.name, now.trade, now.step_minutes, now.currency) == ("小满 美学", "hair", 30, "CNY")
    assert [notice.text for notice in said] == ["Shop and booking rules saved."]
    assert said[0].undo is not None
    said[0].undo()
    assert (shop.facts.name.text(), shop.rules.step.key()) == ("小满美甲", 15)


def test_a_reminder_that_cannot_be_sent_saves_nothing(shop: ShopTab, desk: Desk, said: list[Notice]) -> None:
    shop.facts.name.setText("小满美学")
    shop.reminder.text.setPlainText("{name}: {price}")
    QTest.mouseClick(shop.save, LEFT)
    assert said == []
    now = store.shop(desk.file)
    assert now is not None
    assert now.name == "小满美甲"
    assert shop.reminder.text.hasFocus()


def test_no_name_is_said_at_the_name(shop: ShopTab, desk: Desk) -> None:
    shop.facts.name.clear()
    QTest.mouseClick(shop.save, LEFT)
    assert shop.facts.name_field.error.isVisible()
    now = store.shop(desk.file)
    assert now is not None
    assert now.name == "小满美甲"


def test_opening_hours_alone_say_that_shifts_stay(shop: ShopTab, desk: Desk, said: list[Notice]) -> None:
    QTest.keyClick(shop.hours.days[6].on, Key.Key_Space)
    shop.hours.days[0].end.set_value(dt.time(22, 30))
    QTest.mouseClick(shop.save, LEFT)
    spans = store.opening(desk.file)
    assert spans[0] == OpeningSpan(0, "10:00", "22:30")
    assert [span.weekday for span in spans] == [0, 1, 2, 3, 4, 5]
    assert len(said) == 1
    QTest.mouseClick(shop.save, LEFT)  # nothing is left to save
    assert len(said) == 1


def test_one_days_hours_for_every_day_that_is_open(shop: ShopTab, desk: Desk) -> None:
    shop.hours.days[0].on.click()
    shop.hours.days[1].start.set_value(dt.time(9))
    QTest.mouseClick(shop.hours.same, LEFT)
    QTest.mouseClick(shop.save, LEFT)
    assert store.opening(desk.file) == [OpeningSpan(day, "09:00", "21:00") for day in range(1, 7)]


def test_hours_that_end_before_they_start_are_said_at_their_day(shop: ShopTab, desk: Desk) -> None:
    shop.hours.days[2].end.set_value(dt.time(8))
    QTest.mouseClick(shop.save, LEFT)
    assert shop.hours.days[2].error.isVisible()
    assert not shop.hours.days[1].error.isVisible()
    assert store.opening(desk.file)[2] == OpeningSpan(2, "10:00", "21:00")


def test_a_closed_day_does_not_disturb_what_is_typed_beside_it(
    shop: ShopTab, desk: Desk, qtbot: QtBot
) -> None:
    shop.facts.name.setText("还没存")
    shop.closed.day.set_day(dt.date(2026, 2, 17))
    shop.closed.name.setFocus()
    type_text(shop.closed.name, "春节")
    QTest.keyClick(shop.closed.name, Key.Key_Return)
    assert [(day.day, day.name) for day in store.closed_days(desk.file)] == [(dt.date(2026, 2, 17), "春节")]
    qtbot.waitUntil(lambda: "17 February 2026" in texts(shop))
    assert shop.facts.name.text() == "还没存"
    remove = next(
        button
        for button in shop.closed.findChildren(QWidget)
        if button.accessibleName().startswith("Open again")
    )
    QTest.mouseClick(remove, LEFT)
    assert store.closed_days(desk.file) == []


# ---- language and look


def test_language_and_look_switch_at_once_and_stay_on_their_tab(
    page: TabbedPage, page_frame: Frame, qtbot: QtBot
) -> None:
    page_frame.preferences.language, page_frame.preferences.look = "en", "light"
    page.choose("look")
    tab = page.tab("look")
    assert isinstance(tab, LookTab)
    went: list[tuple[str, object]] = []
    page_frame.place_wanted.connect(lambda place, where: went.append((place, where)))
    with qtbot.waitSignal(page_frame.look_wanted):
        QTest.mouseClick(tab.languages.findChildren(QPushButton)[0], LEFT)
    assert page_frame.preferences.language == "zh_CN"
    with qtbot.waitSignal(page_frame.look_wanted):
        QTest.mouseClick(tab.looks.findChildren(QPushButton)[2], LEFT)
    assert Preferences().look == "dark"
    assert went == [("settings", {"tab": "look"})] * 2


# ---- backups


def test_back_up_now_makes_a_checked_copy(
    copies: BackupsTab, shop_path: Path, said: list[Notice], clock: FixedClock
) -> None:
    assert copies.table.rows() == []
    QTest.mouseClick(copies.now, LEFT)
    made = backups(shop_path)
    assert [(copy.kind, copy.at.date()) for copy in made] == [("daily", clock.today())]
    verify(made[0].path)
    assert [copy.backup for copy in copies.table.rows()] == made
    assert said[-1].text.startswith("Copied and checked")
    assert copies.now.isEnabled()
    assert copies.table.hasFocus(), "where the new copy stands, not wherever a resting button sends it"


def test_a_copy_elsewhere_and_why_it_could_not_be_made(
    copies: BackupsTab,
    shop_path: Path,
    tmp_path: Path,
    said: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copies.copy_to(tmp_path / "stick.desk")
    verify(tmp_path / "stick.desk")

    def refuse(_path: Path, to: Path) -> Path:
        raise DeskError("read_only_folder", path=str(to.parent))

    monkeypatch.setattr(backup_copies, "back_up", refuse)
    copies.copy_to(tmp_path / "again.desk")
    assert (said[-1].kind, str(tmp_path) in said[-1].text) == ("error", True)
    copies.copy_to(shop_path)
    assert said[-1].kind == "error"
    assert copies.elsewhere.isEnabled()


def test_going_back_says_what_happens_and_waits_for_yes(
    copies: BackupsTab, shop_path: Path, desk: Desk, page_frame: Frame
) -> None:
    back_up(shop_path, backup_dir(shop_path) / "daily-2025-08-19.desk")
    desk.shop.save(known_shop(desk.file)._replace(name="后来的名字"))
    copies.reload()
    asked: list[tuple[Path, object]] = []
    page_frame.reopen_wanted.connect(lambda path, before: asked.append((path, before)))
    copies.table.setFocus()
    QTest.keyClick(copies.table, Key.Key_Return)
    assert copies.box.isVisible()
    assert copies.box.keep.hasFocus()
    assert any("keeps the present one" in text for text in texts(copies.box))
    QTest.mouseClick(copies.box.keep, LEFT)
    assert not copies.box.isVisible()
    assert asked == []
    copies.table.choose_current()
    QTest.mouseClick(copies.box.confirm, LEFT)
    path, before = asked[0]
    assert path == shop_path
    # What the window does then: close, put back, open.
    page_frame.background.close()
    assert callable(before)
    before()
    again = open_desk(shop_path, page_frame.clock, Changes())
    found = store.shop(again.file)
    again.file.close()
    assert found is not None
    assert found.name == "小满美甲"
    assert "replaced" in [copy.kind for copy in backups(shop_path)]


# ---- about


def test_about_names_the_version_and_the_file(page: TabbedPage, shop_path: Path) -> None:
    page.choose("about")
    tab = page.tab("about")
    assert isinstance(tab, AboutTab)
    assert any(__version__ in text for text in texts(tab))
    assert tab.place.accessibleName() == str(shop_path)
    assert tab.sample.isVisible()


def test_names_that_look_like_markup_stay_text(shop: ShopTab, desk: Desk, page: TabbedPage) -> None:
    desk.shop.save(known_shop(desk.file)._replace(name=MARKUP))
    desk.shop.close_days(dt.date(2026, 1, 1), dt.date(2026, 1, 1), MARKUP)
    assert shop.facts.name.text() == MARKUP
    assert_plain(page)
