"""Closing a day: count the drawer, compare the other ways of paying, explain what differs."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from merchant_desk.core.errors import DeskError
from merchant_desk.drawer import store
from merchant_desk.drawer.model import CASH, COUNTED, CloseDraft
from merchant_desk.drawer.ui.count_row import CountRow
from merchant_desk.drawer.ui.day_words import open_sales_text, unclosed_text
from merchant_desk.drawer.ui.piece_rows import PieceRows
from merchant_desk.prepaid.model import PREPAID_METHODS
from merchant_desk.shell import language, notices, words
from merchant_desk.shell.clock_button import ClockButton
from merchant_desk.shell.sheet import Sheet
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.fields import Field, MoneyField, TextField
from merchant_desk.widgets.labels import plain_label, rule

if TYPE_CHECKING:
    from merchant_desk.drawer.model import Day
    from merchant_desk.shell.frame import Frame

# Offered for counting even on a day without such a payment: it may have been forgotten.
_ALWAYS = (CASH, "wechat", "alipay", "card")


class CloseSheet(Sheet):
    """Counts and closes `day`; nothing is closed that changed while it was counted."""

    def __init__(self, frame: Frame, day: dt.date) -> None:
        super().__init__(frame, self.tr("Close the day"), language.day_title(day))
        self._day, self._sure = day, False
        self._expected: dict[str, int] = {}
        self._kept_by_hand = False
        self.warning = Card(role="warn-card", padding=12)
        self.warning.hide()
        self._warned = plain_label(wrap=True)
        self.warning.body.addWidget(self._warned)
        self.pieces = PieceRows(language.currency())
        self.rows: dict[str, CountRow] = {}
        self.cards = plain_label(role="hint", wrap=True)
        self.kept = MoneyField(currency=language.currency())
        self.who = TextField(placeholder=self.tr("may be empty"))
        self.note = TextField(placeholder=self.tr("may be empty"))
        self._fill()
        frame.background.read(lambda r: store.day(r, day), self._show, owner=self, key="day")

    def _fill(self) -> None:
        self.body.addWidget(self.warning)
        self.body.addWidget(plain_label(self.tr("Cash in the drawer"), role="heading"))
        self.body.addWidget(self.pieces)
        for method in COUNTED:
            row = CountRow(method)
            row.changed.connect(lambda method=method: self._changed(method))
            self.rows[method] = row
            if method == "wechat":
                self.body.addWidget(rule("soft-rule"))
                self.body.addWidget(plain_label(self.tr("Other ways to pay"), role="heading"))
                told = self.tr("Compare with the other side's own list. An empty field is as expected.")
                self.body.addWidget(plain_label(told, role="hint", wrap=True))
            self.body.addWidget(row)
            if method == CASH:
                self._add_kept()
        self.pieces.changed.connect(self._pieces_changed)
        self.kept.textEdited.connect(self._kept_typed)
        self.body.addWidget(self.cards)
        self.body.addWidget(rule("soft-rule"))
        self.body.addWidget(Field(self.tr("Who counted"), self.who))
        self.body.addWidget(Field(self.tr("Note"), self.note))
        self.body.addStretch(1)
        self.clock_is_right = ClockButton()
        self.clock_is_right.clicked.connect(self._trust_clock)
        self.footer.addWidget(self.clock_is_right)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Close the day"), self._save)
        self.set_busy(True)

    def _add_kept(self) -> None:
        self._kept = Field(self.tr("Stays in the drawer, as the next day's float"), self.kept)
        self.body.addWidget(self._kept)
        self.taken = plain_label(role="secondary")
        self.body.addWidget(self.taken)

    def _show(self, day: Day) -> None:
        self._expected = day.expected
        for method, row in self.rows.items():
            row.expect(self._expected.get(method, 0))
            row.setVisible(method in _ALWAYS or bool(self._expected.get(method)))
        by_cards = [one for one in day.sums if one.method in PREPAID_METHODS and one.amount]
        told = language.joined(
            [f"{words.method_name(one.method)} {language.money(one.amount)}" for one in by_cards]
        )
        self.cards.setText(
            self.tr("Paid with the shop's own cards, nothing to count: {cards}").format(cards=told)
        )
        self.cards.setVisible(bool(by_cards))
        warned = [text for text in (unclosed_text(day), open_sales_text(day)) if text]
        self._warned.setText("\n".join(warned))
        self.warning.setVisible(bool(warned))
        self._usual_kept = day.float
        if not self._kept_by_hand:
            self._suggest_kept()
        self._say_taken()
        self.set_busy(day.close is not None)
        if day.close is not None:
            error = DeskError("already_closed", day=day.day, closed_at=day.close.closed_at)
            self.set_error(notices.sentence(error))
        self.refocus()

    # ---- while it is counted

    def _pieces_changed(self) -> None:
        self.rows[CASH].set_counted(self.pieces.total())
        self._cash_changed()

    def _changed(self, method: str) -> None:
        if method != CASH:
            return
        # A sum that was typed is not made of these pieces.
        if self.pieces.pieces() and self.rows[CASH].counted_or(-1) != self.pieces.total():
            self.pieces.clear()
        self._cash_changed()

    def _cash_changed(self) -> None:
        if not self._kept_by_hand:
            self._suggest_kept()
        self._say_taken()

    def _kept_typed(self) -> None:
        self._kept_by_hand = True
        self._say_taken()

    def _suggest_kept(self) -> None:
        """As much as the day began with, as far as there is so much."""
        cash = max(0, self.rows[CASH].counted_or(0))
        self.kept.set_value(min(self._usual_kept, cash) or None)

    def _say_taken(self) -> None:
        cash, kept = self.rows[CASH].counted_or(-1), self.kept.value_or(-1)
        self.taken.setVisible(0 <= kept <= cash and cash > 0)
        told = self.tr("To be taken out of the drawer: {amount}")
        self.taken.setText(told.format(amount=language.money(cash - kept)))

    # ---- closing

    def _trust_clock(self) -> None:
        self._sure = True
        self._save()

    def _save(self) -> None:
        self.clear_errors()
        counted: dict[str, int] = {}
        for method, row in self.rows.items():
            try:
                said = row.counted()
            except DeskError as error:
                self.set_error(notices.sentence(error), row.field)
                return
            if said is not None:
                counted[method] = said
        try:
            kept = self.kept.value()
        except DeskError as error:
            self.set_error(notices.sentence(error), self._kept)
            return
        draft = CloseDraft(
            day=self._day,
            counted=counted,
            pieces=self.pieces.pieces(),
            reasons={method: row.reason.value() for method, row in self.rows.items()},
            kept=kept,
            note=self.note.value(),
            who=self.who.value(),
            seen=self._expected,
            clock_is_right=self._sure,
        )
        self.set_busy(True)
        self.frame.act(
            lambda desk: desk.drawer.close_day(draft),
            self.tr("{day} is closed.").format(day=language.short_day(self._day)),
            lambda _id: self.shut(),
            self._refused,
            owner=self,
        )

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            self.fail(error)
            return
        self.set_busy(False)
        self.clock_is_right.answers(error)
        if error.code == "difference_unexplained":
            row = self.rows.get(str(error.facts["method"]))
            if row is not None:
                row.setVisible(True)
                self.set_error(notices.sentence(error), row.why)
                return
        if error.code == "day_changed":
            day = self._day
            self.frame.background.read(lambda r: store.day(r, day), self._show, owner=self, key="day")
        field = {
            "no_count": self.rows[CASH].field,
            "negative_count": self.rows[CASH].field,
            "pieces_do_not_add_up": self.rows[CASH].field,
            "kept_too_much": self._kept,
        }.get(error.code)
        if field is None:
            self.fail(error)
        else:
            self.set_error(notices.sentence(error), field)
