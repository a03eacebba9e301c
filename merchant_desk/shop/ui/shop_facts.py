"""The shop's name, trade, currency and zone, on one card."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from PySide6.QtWidgets import QGridLayout

from merchant_desk.shell import language, words
from merchant_desk.shop.model import TRADES, BookingRules, Shop
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.fields import Field, TextField

if TYPE_CHECKING:
    from collections.abc import Iterable

_CURRENCIES = (
    "CNY",
    "HKD",
    "TWD",
    "SGD",
    "USD",
    "EUR",
    "GBP",
    "JPY",
    "KRW",
    "VND",
    "MYR",
    "THB",
    "AUD",
    "CAD",
)
_NO_PLACES = ("Etc/", "SystemV/", "US/", "posix/", "right/")


class ShopFacts(Card):
    """Fields only: who shows the card saves what is in them."""

    def __init__(self) -> None:
        super().__init__(self.tr("The shop"))
        self.name = TextField()
        self.name.setMaxLength(80)
        self.trade = Choice([(trade, words.trade_name(trade)) for trade in TRADES])
        self.currency = Choice([(code, words.currency_name(code)) for code in _CURRENCIES])
        self.zone = Choice([(zone, language.zone_name(zone)) for zone in _zones()])
        self.zone.setMaxVisibleItems(14)
        self._step = BookingRules().step
        self.name_field = Field(self.tr("Name"), self.name)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        grid.addWidget(self.name_field, 0, 0, 1, 2)
        grid.addWidget(Field(self.tr("Trade"), self.trade), 1, 0)
        grid.addWidget(Field(self.tr("Currency"), self.currency), 1, 1)
        grid.addWidget(Field(self.tr("Time zone"), self.zone), 2, 0, 1, 2)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)

    def show_shop(self, shop: Shop) -> None:
        """Fill the fields; a value that is not offered is added to its list."""
        self.name.setText(shop.name)
        _choose(self.trade, shop.trade, words.trade_name(shop.trade))
        _choose(self.currency, shop.currency, words.currency_name(shop.currency))
        self._step = shop.step_minutes
        _choose(self.zone, shop.zone, language.zone_name(shop.zone))

    def typed(self) -> Shop:
        """What the fields say, the name as it was typed; with the step that was shown, which is no field."""
        return Shop(
            name=self.name.value(),
            trade=str(self.trade.key()),
            currency=str(self.currency.key()),
            zone=str(self.zone.key()),
            step_minutes=self._step,
        )


def _choose(choice: Choice, key: object, text: str) -> None:
    if choice.findData(key) < 0:
        choice.addItem(text, key)
    choice.choose(key)


def _zones() -> Iterable[str]:
    """Zones that are named after a place."""
    return sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(_NO_PLACES))
