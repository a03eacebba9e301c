"""A checkout sheet on screen, with a hand that works it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.sales.ui.checkout_sheet import CheckoutSheet
from merchant_desk.shell.frame import Frame, Notice
from tests.ui.counter import Counter, Hand, show


class Till:
    """A checkout sheet on screen, and what the window would say."""

    def __init__(self, qtbot: QtBot, frame: Frame, **more: str) -> None:
        self.notices: list[Notice] = []
        self.faults: list[Exception] = []
        self.closed: list[bool] = []
        self.done: list[str] = []
        frame.notice_wanted.connect(self.notices.append)
        frame.fault_wanted.connect(self.faults.append)
        self.sheet = CheckoutSheet(frame, **more)
        self.sheet.closed.connect(lambda: self.closed.append(True))
        self.sheet.done.connect(self.done.append)
        show(qtbot, self.sheet)
        self.hand = Hand()

    def add(self, counter: Counter, service: int = 0, worker: int = 0) -> None:
        """A service by its chip, done by a worker."""
        sheet = self.sheet
        if not sheet.finder.isVisible():
            self.hand.click(sheet.more)
        self.press(sheet.finder.chips, counter.services[service].id)
        who = sheet.lines[-1].who
        if who.isVisible():
            self.press(who, counter.workers[worker].id)

    def choose(self, button: QWidget, text: str) -> None:
        """An entry of the menu that a button drops down."""
        self.hand.click(button)
        menus = [menu for menu in button.findChildren(QMenu) if menu.isVisible()]
        (action,) = [one for menu in menus for one in menu.actions() if one.text() == text]
        self.hand.count += 1
        action.trigger()
        menus[0].close()

    def press(self, row: Any, key: str) -> None:
        chip = row.chip(key)
        assert chip is not None, key
        self.hand.click(chip)

    def pay(self, method: str) -> None:
        self.hand.click(self.sheet.payments.buttons[method])

    def errors(self) -> list[str]:
        return [
            label.text()
            for label in self.sheet.findChildren(QLabel)
            if label.property("role") in {"field-error", "error"} and label.isVisible() and label.text()
        ]

    def said(self) -> list[str]:
        assert not self.faults
        return [notice.text for notice in self.notices]
