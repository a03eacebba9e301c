"""Tabs: each is a screen of its own, asks for its rows when looked at, and keeps its buttons to itself."""

from __future__ import annotations

from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from merchant_desk.shell.frame import Frame
from merchant_desk.shell.tabs import Tab, TabbedPage
from merchant_desk.widgets.buttons import Button
from tests.shell.bare import add_day


class One(Tab):
    key = "one"
    topics = frozenset({"shop"})

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.asked = 0
        self.where: dict[str, object] = {}
        self.button = Button("Add")
        self.buttons.addWidget(self.button)

    def title(self) -> str:
        return "One"

    def reload(self) -> None:
        self.asked += 1

    def arrive(self, **where: object) -> None:
        self.where = where


class Two(One):
    key = "two"

    def title(self) -> str:
        return "Two"


@pytest.fixture
def page(qtbot: QtBot, frame: Frame) -> TabbedPage:
    made = TabbedPage(frame, "settings", "Settings", (One, Two))
    qtbot.addWidget(made)
    made.show()
    return made


def tab(page: TabbedPage, key: str) -> One:
    return cast("One", page.tab(key))


def test_only_the_tab_on_screen_asks_and_shows_its_buttons(page: TabbedPage) -> None:
    assert (tab(page, "one").asked, tab(page, "two").asked) == (1, 0)
    assert tab(page, "one").button.isVisible()
    assert not tab(page, "two").button.isVisible()
    page.choose("two")
    assert (tab(page, "one").asked, tab(page, "two").asked) == (1, 1)
    assert tab(page, "two").button.isVisible()
    assert not tab(page, "one").button.isVisible()


def test_a_link_goes_to_its_tab(page: TabbedPage) -> None:
    page.arrive(tab="two", service_id="7")
    assert page._strip.current() == "two"
    assert tab(page, "two").where == {"service_id": "7"}
    assert page.key == "settings"


def test_a_hidden_tab_reloads_when_it_is_shown_again(page: TabbedPage, frame: Frame) -> None:
    page.choose("two")
    frame.background.run(lambda desk: add_day(desk, "2025-09-01"))
    assert (tab(page, "one").asked, tab(page, "two").asked) == (1, 2)
    page.choose("one")
    assert tab(page, "one").asked == 2
