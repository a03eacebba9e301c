"""How the shop gives its time away, on one card."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout

from merchant_desk.shell import language
from merchant_desk.shop.model import FURTHEST, MOST_LATE_HOURS, STEPS, BookingRules
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.fields import Field, NumberField
from merchant_desk.widgets.labels import plain_label

_NOTICES = (0, 30, 60, 120, 180, 360, 720, 1440, 2880, 4320)
_ALERTS = (0, 5, 10, 15, 20, 30, 60)


class RulesCard(Card):
    """Fields only: who shows the card saves what is in them."""

    def __init__(self) -> None:
        super().__init__(self.tr("Booking rules"))
        self.step = Choice([(step, language.minutes_text(step)) for step in STEPS])
        self.notice = Choice([(minutes, self._notice_words(minutes)) for minutes in _NOTICES])
        self.horizon = NumberField(60, 1, FURTHEST, 1, self.tr(" days"))
        self.late = NumberField(24, 0, MOST_LATE_HOURS, 1, self.tr(" h before"))
        self.alert = Choice([(minutes, self._alert_words(minutes)) for minutes in _ALERTS])
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        grid.addWidget(Field(self.tr("Start times every"), self.step), 0, 0)
        grid.addWidget(Field(self.tr("Offer times from"), self.notice), 0, 1)
        grid.addWidget(Field(self.tr("Offer times for the next"), self.horizon), 1, 0)
        grid.addWidget(Field(self.tr("Calling off is late from"), self.late), 1, 1)
        grid.addWidget(Field(self.tr("Notice before an appointment"), self.alert), 2, 0)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.body.addWidget(
            plain_label(
                self.tr("They bound what is offered. At the desk any time can still be typed."),
                role="hint",
                wrap=True,
            )
        )

    def show_rules(self, rules: BookingRules) -> None:
        """Fill the fields; a value that is not offered is added to its list."""
        _choose(self.step, rules.step, language.minutes_text(rules.step))
        _choose(self.notice, rules.notice, self._notice_words(rules.notice))
        _choose(self.alert, rules.alert, self._alert_words(rules.alert))
        self.horizon.setValue(rules.horizon)
        self.late.setValue(rules.late_hours)

    def typed(self) -> BookingRules:
        """What the fields say; the reminder is on another card."""
        return BookingRules(
            step=_number(self.step),
            notice=_number(self.notice),
            horizon=self.horizon.value(),
            late_hours=self.late.value(),
            alert=_number(self.alert),
        )

    def _notice_words(self, minutes: int) -> str:
        if not minutes:
            return self.tr("now on")
        return self.tr("{time} from now").format(time=language.minutes_text(minutes))

    def _alert_words(self, minutes: int) -> str:
        if not minutes:
            return self.tr("never")
        return self.tr("{time} before").format(time=language.minutes_text(minutes))


def _choose(choice: Choice, key: int, text: str) -> None:
    if choice.findData(key) < 0:
        choice.addItem(text, key)
    choice.choose(key)


def _number(choice: Choice) -> int:
    key = choice.key()
    return key if isinstance(key, int) else 0
