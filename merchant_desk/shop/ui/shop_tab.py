"""The shop in Settings: what it is, when it is open, and how it gives its time away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from merchant_desk.catalog import store as catalog
from merchant_desk.core.errors import DeskError
from merchant_desk.shell import notices
from merchant_desk.shell.tabs import Tab
from merchant_desk.shop import store
from merchant_desk.shop.model import BookingRules, ClosedDay, OpeningSpan, Shop
from merchant_desk.shop.ui.closed_days import ClosedDays
from merchant_desk.shop.ui.columns import scrolled
from merchant_desk.shop.ui.holidays_card import HolidaysCard
from merchant_desk.shop.ui.reminder_card import Example, ReminderCard
from merchant_desk.shop.ui.rules_card import RulesCard
from merchant_desk.shop.ui.shop_facts import ShopFacts
from merchant_desk.shop.ui.week_grid import WeekGrid
from merchant_desk.team import store as team
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.scrolling import bring_into_view

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the shop tab shows."""

    shop: Shop | None
    opening: tuple[OpeningSpan, ...]
    closed: tuple[ClosedDay, ...]
    rules: BookingRules
    example: Example


class ShopTab(Tab):
    """Name, trade and currency; opening hours, booking rules and reminder; closed days and holidays.

    One button saves what is typed on all cards, as one act.
    """

    key = "shop"
    topics = frozenset({"shop"})

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._shop: Shop | None = None
        self._hours: object = None
        self._rules: BookingRules | None = None
        self.facts = ShopFacts()
        self.hours = WeekGrid()
        self.rules = RulesCard()
        self.reminder = ReminderCard(frame)
        self.closed = ClosedDays(frame)
        self.holidays = HolidaysCard(frame)
        opening = Card(self.tr("Opening hours"))
        opening.body.addWidget(self.hours)
        left, right = QVBoxLayout(), QVBoxLayout()
        sides = (
            (left, (self.facts, self.rules, self.reminder)),
            (right, (opening, self.closed, self.holidays)),
        )
        for column, cards in sides:
            column.setSpacing(16)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        inside = scrolled(self)
        inside.addLayout(left, 1)
        inside.addLayout(right, 1)
        self.save = Button(
            self.tr("Save"),
            role="primary",
            hint=QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText),
        )
        self.save.clicked.connect(self._save)
        self.buttons.addWidget(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save.click)

    def title(self) -> str:
        return self.tr("Shop")

    def reload(self) -> None:
        self.frame.background.read(_read_facts, self._show, owner=self, key="shop")
        self.holidays.reload()

    def _show(self, facts: _Facts) -> None:
        # What is typed and not saved yet stays, also while a closed day is added beside it.
        if facts.shop is not None and (self._shop is None or self.facts.typed() == self._shop):
            self.facts.show_shop(facts.shop)
            self._shop = self.facts.typed()
        if self._hours is None or self.hours.shown() == self._hours:
            self.hours.load((span.weekday, span.start, span.end) for span in facts.opening)
            self._hours = self.hours.shown()
        if self._rules is None or self._typed_rules() == self._rules:
            self.rules.show_rules(facts.rules)
            self.reminder.show_text(facts.rules.reminder)
            self._rules = self._typed_rules()
        self.reminder.show_example(facts.example)
        self.closed.show_days(facts.closed)
        self.loaded.emit()

    def _save(self) -> None:
        self.facts.name_field.set_error("")
        self.hours.clear_errors()
        shop, hours, rules = self.facts.typed(), self.hours.shown(), self._typed_rules()
        if not self.reminder.check():
            self.reminder.text.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(self.reminder.field)
            return
        other_shop = shop if shop != self._shop else None
        other_hours = [OpeningSpan(*span) for span in self.hours.spans()] if hours != self._hours else None
        other_rules = rules if rules != self._rules else None
        if other_shop is None and other_hours is None and other_rules is None:
            return

        def saved(_done: object) -> None:
            if other_shop is not None:
                self._shop = shop
            self._hours, self._rules = hours, rules
            self.reload()

        self.frame.act(
            lambda desk: desk.shop.save(other_shop, other_hours, other_rules),
            self._saved_words(other_shop, other_hours, other_rules),
            saved,
            self._refused,
            owner=self,
        )

    def _typed_rules(self) -> BookingRules:
        return self.rules.typed()._replace(reminder=self.reminder.typed())

    def _saved_words(self, shop: object, hours: object, rules: object) -> str:
        if hours is not None and (shop is not None or rules is not None):
            return self.tr("Saved. Shifts stay as they are.")
        if hours is not None:
            return self.tr("Opening hours saved. Shifts stay as they are.")
        if shop is not None and rules is not None:
            return self.tr("Shop and booking rules saved.")
        return self.tr("Shop saved.") if shop is not None else self.tr("Booking rules saved.")

    def _refused(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            said = notices.sentence(error)
            if error.code == "no_name":
                self.facts.name_field.set_error(said)
                self.facts.name.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            if self.hours.set_error(said, error.facts.get("weekday")):
                return
        self.frame.fail(error)


def _read_facts(r: Reader) -> _Facts:
    shop, services, workers = store.shop(r), catalog.services(r), team.workers(r)
    return _Facts(
        shop,
        tuple(store.opening(r)),
        tuple(store.closed_days(r)),
        store.booking_rules(r),
        Example(
            shop=shop.name if shop else "",
            service=services[0].name if services else "",
            worker=workers[0].name if workers else "",
        ),
    )
