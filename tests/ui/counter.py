"""A shop with something to sell, and a hand that counts what it does at the counter."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.appointments.model import AppointmentDraft, LineDraft
from merchant_desk.catalog import store as catalog_store
from merchant_desk.catalog.model import Service
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.desk import Desk
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sources.model import ContentDraft
from merchant_desk.team import store as team_store
from merchant_desk.team.model import Worker


@dataclass(slots=True)
class Counter:
    """The desk with a few rows to work on."""

    desk: Desk
    services: list[Service] = field(init=False)
    workers: list[Worker] = field(init=False)

    def __post_init__(self) -> None:
        self.services = catalog_store.services(self.desk.file)
        self.workers = team_store.workers(self.desk.file)

    def customer(self, name: str = "李悦", phone: str = "13812346621") -> str:
        return self.desk.customers.add(CustomerDraft(name, phone=phone))

    def content(self, title: str, kind: str = "short_video", days_ago: int = 10, **more: Any) -> str:
        at = self.desk.clock.now() - dt.timedelta(days=days_ago)
        return self.desk.sources.log_content(
            ContentDraft(kind=kind, platform="douyin", title=title, published_at=at, **more)
        )

    def code(self, content_id: str) -> str:
        return str(self.value("SELECT code FROM content WHERE id = :id", id=content_id))

    def book(self, customer: str, services: int = 1, **more: Any) -> str:
        """An appointment at 14:00 with the first worker, one service after the other."""
        at = self.desk.clock.now().replace(hour=14, minute=0)
        lines = []
        for service in self.services[:services]:
            lines.append(LineDraft(service.id, self.workers[0].id, at, service.minutes))
            at += dt.timedelta(minutes=service.minutes)
        draft = AppointmentDraft(customer_id=customer, lines=tuple(lines), squeeze=True, **more)
        return self.desk.appointments.book(draft)

    def sell(self, price: int = 100_00, title: str = "Gel", **more: Any) -> str:
        line = SaleLineDraft(title, price, worker_id=self.workers[0].id)
        payments = more.pop("payments", (PaymentDraft("wechat", price),))
        return self.desk.sales.check_out(SaleDraft((line,), payments, **more))

    def value(self, sql: str, **params: object) -> Any:
        return self.desk.file.value(sql, **params)

    def row(self, sql: str, **params: object) -> dict[str, Any]:
        found = self.desk.file.all(sql, **params)
        assert len(found) == 1, f"{len(found)} rows"
        return dict(found[0])

    def act(self) -> Any:
        return self.desk.file.act("test")


class Hand:
    """Works a window; `count` is its interactions: clicks, key chords and typed words."""

    def __init__(self) -> None:
        self.count = 0

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible(), f"{widget.accessibleName()!r} is not to be seen"
        assert widget.isEnabled(), f"{widget.accessibleName()!r} is off"
        self.count += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """To whatever has the focus."""
        self.count += 1
        QTest.keyClick(focused(), key, modifier)

    def confirm(self) -> None:
        """Ctrl+Enter."""
        self.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def type(self, word: str, into: QWidget | None = None) -> None:
        """A word into what has the focus, or over what stands in a field after pressing it."""
        if into is not None:
            self.click(into)
            into.selectAll()  # type: ignore[attr-defined]
        self.count += 1
        for char in word:
            if char.isascii():
                QTest.keyClicks(focused(), char)
            else:
                event = QInputMethodEvent()
                event.setCommitString(char)
                QApplication.sendEvent(focused(), event)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def show(qtbot: QtBot, widget: QWidget, width: int = 560, height: int = 900) -> None:
    """Put a sheet or page on the screen, active, with its first field in focus."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    first = getattr(widget, "focus_first", None)
    if first is not None:
        first()
