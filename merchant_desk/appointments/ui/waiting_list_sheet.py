"""The waiting list: who would come if a time opened, and the first one that fits."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from merchant_desk.appointments.ui.booking_sheet import BookingSheet
from merchant_desk.appointments.ui.waiting_sheet import WaitingSheet
from merchant_desk.appointments.ui.waiting_words import offer_text, wish_text
from merchant_desk.appointments.waiting import store as waiting_store
from merchant_desk.customers.ui.customer_words import masked
from merchant_desk.shell import language, theme
from merchant_desk.shell.icons import icon
from merchant_desk.shell.repeat_words import sentence_case
from merchant_desk.shell.sheet import Sheet
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.labels import plain_label
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.appointments.model import Offer
    from merchant_desk.appointments.waiting.model import Waiting
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame

_TOPICS = frozenset({"waiting", "appointments", "team", "catalog", "customers", "shop"})


class WaitingRow(NamedTuple):
    """Somebody on the list, and the first free time for them."""

    waiting: Waiting
    offer: Offer | None


def read_list(reader: Reader, now: dt.datetime) -> list[WaitingRow]:
    """The whole list, who waits longest first."""
    offers = {one.waiting.id: one.offer for one in waiting_store.fitting(reader, now)}
    return [WaitingRow(one, offers.get(one.id)) for one in waiting_store.entries(reader)]


def booking_sheet(frame: Frame, waiting: Waiting, offer: Offer | None) -> BookingSheet:
    """The booking sheet with what is known; what is booked there takes them off the list."""
    return BookingSheet(
        frame,
        start=offer.start if offer else None,
        worker_id=offer.worker_id if offer else waiting.worker_id,
        customer_id=waiting.customer_id,
        service_id=waiting.service_id,
        waiting_id=waiting.id,
    )


class WaitingListSheet(Sheet):
    """Everybody who waits; Enter books the marked one, E changes the wish, Delete takes it off the list."""

    follows = True

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, self.tr("Waiting list"))
        add = Button(self.tr("Put somebody on the list"), icon=icon("plus", 16))
        add.clicked.connect(lambda: frame.open_sheet(WaitingSheet(frame)))
        self.add = add
        self.table: Table[WaitingRow] = Table(
            [
                Column(self.tr("Customer"), self._who, width=136),
                Column(self.tr("Waits for"), self._what),
                Column(self.tr("Free for them"), self._free, width=164),
            ],
            empty=self.tr(
                "Nobody waits. Where nothing is free for somebody, put them here: the first time that opens"
                " is offered to them."
            ),
            row_height=54,
            name=self.tr("Waiting list"),
        )
        self.table.setMinimumHeight(260)
        self.table.moved.connect(lambda _row: self._show_about())
        self.about = plain_label(role="secondary", wrap=True)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.about)
        withdraw, change = self.tr("Take off the list"), self.tr("Change…")
        self.withdraw = Button(f"{withdraw}   Del", role="danger")
        self.withdraw.setAccessibleName(withdraw)
        self.withdraw.clicked.connect(self._withdraw)
        self.change = Button(f"{change}   E")
        self.change.setAccessibleName(change)
        self.change.clicked.connect(self._change)
        self.footer.addWidget(self.withdraw)
        self.footer.addWidget(self.change)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Book"), self._book)
        for keys, slot in (("Del", self._withdraw), ("E", self._change)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        for keys in ("Return", "Enter"):
            # A click only marks; Enter books.
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._book)
        self._was_read = False
        frame.changed.connect(self._on_changed)
        self._read()

    def focus_first(self) -> None:
        """The list, or where it is empty the way to fill it."""
        (self.table if self.table.rows() else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, topics: frozenset[str]) -> None:
        if topics & _TOPICS:
            self._read()

    def _read(self) -> None:
        now = self.frame.clock.now()
        self.frame.background.read(
            lambda reader: read_list(reader, now), self._show, failed=self.fail, owner=self, key="list"
        )

    def _show(self, rows: list[WaitingRow]) -> None:
        had = self.table.current_row()
        at = self.table.currentIndex().row()
        self.table.set_rows(rows, keep=lambda row: row.waiting.id)
        if self.table.current_row() is None and rows:
            self.table.step(1 + max(at, 0) if had is not None else 1)
        self.set_title(self.tr("Waiting list"), language.number(len(rows)) if rows else "")
        for button in (self.withdraw, self.change, self.primary):
            if button is not None:
                button.setEnabled(bool(rows))
        self._show_about()
        first, self._was_read = not self._was_read, True
        if first:
            self.refocus()

    def _who(self, row: WaitingRow) -> Cell:
        return Cell(row.waiting.customer, hint=masked(row.waiting.phone_typed), bold=True)

    def _what(self, row: WaitingRow) -> Cell:
        one = row.waiting
        text = " · ".join((one.service, one.worker or self.tr("anybody")))
        return Cell(text, hint=sentence_case(wish_text(one, self.frame.clock.today())))

    def _free(self, row: WaitingRow) -> Cell:
        look, today = theme.tokens(), self.frame.clock.today()
        if row.offer is not None:
            when, _, who = offer_text(row.offer, today).rpartition(" · ")
            return Cell(sentence_case(when), hint=who, colour=look.accent, bold=True)
        over = row.waiting.last_day < today
        return Cell(self.tr("Their days are over") if over else self.tr("Nothing yet"), colour=look.ink3)

    def _show_about(self) -> None:
        row = self.table.current_row()
        if row is None:
            self.about.setText("")
            return
        since = language.moment_text(row.waiting.since, self.frame.clock.now())
        parts = [row.waiting.note, self.tr("On the list since {day}").replace("{day}", since)]
        self.about.setText(" · ".join(part for part in parts if part))

    def _book(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.frame.open_sheet(booking_sheet(self.frame, row.waiting, row.offer))

    def _change(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.frame.open_sheet(WaitingSheet(self.frame, waiting_id=row.waiting.id))

    def _withdraw(self) -> None:
        row = self.table.current_row()
        if row is None:
            return
        waiting_id = row.waiting.id
        said = self.tr("{customer} does not wait any more.").replace("{customer}", row.waiting.customer)
        self.clear_errors()
        self.frame.act(lambda desk: desk.waiting.withdraw(waiting_id), said, failed=self.fail, owner=self)
