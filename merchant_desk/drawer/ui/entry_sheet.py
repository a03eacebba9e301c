"""Money laid into the drawer, put in or taken out: how much, and why."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language, notices
from merchant_desk.shell.clock_button import ClockButton
from merchant_desk.shell.sheet import Sheet
from merchant_desk.widgets.buttons import Chip
from merchant_desk.widgets.chip_row import ChipRow
from merchant_desk.widgets.fields import Field, MoneyField, TextField
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame

FLOAT, IN, OUT = "float", "in", "out"


class EntrySheet(Sheet):
    """Writes the float, or money in or out (`kind`), for `day`; `amount` is what the field begins with."""

    def __init__(self, frame: Frame, kind: str, day: dt.date, amount: int | None = None) -> None:
        super().__init__(frame, "", "" if day == frame.clock.today() else language.full_day(day))
        self._kind, self._day, self._sure = kind, day, False
        titles = {
            FLOAT: self.tr("Float"),
            IN: self.tr("Money into the drawer"),
            OUT: self.tr("Money out of the drawer"),
        }
        self.set_title(titles[kind], self._hint.text())
        self.amount = MoneyField(amount, language.currency())
        self.reason = TextField()
        self.reason.setMaxLength(120)
        self.usual = ChipRow(self.tr("Usual reasons"))
        self.who = TextField(placeholder=self.tr("may be empty"))
        self.who.setMaxLength(40)
        self._amount = Field(self.tr("How much"), self.amount)
        self._reason = Field(self.tr("Why"), self.reason)
        self._fill()

    def _fill(self) -> None:
        hints = {
            FLOAT: self.tr(
                "What lies in the drawer before the first customer, for change. It is no takings, and"
                " a new figure replaces the one before."
            ),
            IN: self.tr("Money that no customer paid, such as change from the bank."),
            OUT: self.tr("Money that leaves the drawer but is no refund, such as supplies or the bank."),
        }
        self.body.addWidget(plain_label(hints[self._kind], role="secondary", wrap=True))
        self.body.addWidget(self._amount)
        if self._kind != FLOAT:
            self.body.addWidget(self._reason)
            usual = {
                IN: (self.tr("Change from the bank"), self.tr("Owner puts in")),
                OUT: (
                    self.tr("Supplies"),
                    self.tr("To the bank"),
                    self.tr("Delivery"),
                    self.tr("Owner takes out"),
                ),
            }
            self.usual.set_chips([Chip(text, key=text) for text in usual[self._kind]])
            self.usual.chosen.connect(self._take_reason)
            self.body.addWidget(self.usual)
        self.body.addWidget(Field(self.tr("Who"), self.who))
        self.body.addStretch(1)
        self.clock_is_right = ClockButton()
        self.clock_is_right.clicked.connect(self._trust_clock)
        self.footer.addWidget(self.clock_is_right)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Save"), self._save)

    def _take_reason(self, text: str) -> None:
        self.reason.setText(text)
        self.reason.setModified(True)
        self._reason.set_error("")

    def _trust_clock(self) -> None:
        self._sure = True
        self._save()

    def _save(self) -> None:
        self.clear_errors()
        try:
            amount = self.amount.value()
        except DeskError as error:
            self.set_error(notices.sentence(error), self._amount)
            return
        kind, day, sure = self._kind, self._day, self._sure
        reason, who = self.reason.value(), self.who.value()
        told = language.money(amount)
        said = {
            FLOAT: self.tr("The day begins with {amount}.").format(amount=told),
            IN: self.tr("{amount} put into the drawer.").format(amount=told),
            OUT: self.tr("{amount} taken out of the drawer.").format(amount=told),
        }[kind]
        self.set_busy(True)
        self.frame.act(
            lambda desk: (
                desk.drawer.set_float(amount, day, who, clock_is_right=sure)
                if kind == FLOAT
                else (desk.drawer.pay_in if kind == IN else desk.drawer.pay_out)(
                    amount, reason, day, who, clock_is_right=sure
                )
            ),
            said,
            lambda _id: self.shut(),
            self._refused,
            owner=self,
        )

    def _refused(self, error: Exception) -> None:
        self.set_busy(False)
        code = error.code if isinstance(error, DeskError) else ""
        self.clock_is_right.answers(error)
        field = {"bad_amount": self._amount, "no_reason": self._reason}.get(code)
        if isinstance(error, DeskError) and field is not None:
            self.set_error(notices.sentence(error), field)
        else:
            self.fail(error)
