"""Who is to be reminded of a day: the message of each with one key on the clipboard, and ticked as sent."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from merchant_desk.appointments.reminders import store as reminder_store
from merchant_desk.appointments.ui.reminder_words import message, what_text, who_text
from merchant_desk.customers.ui.customer_words import masked
from merchant_desk.shell import language, theme
from merchant_desk.shell.icons import icon
from merchant_desk.shell.sheet import Sheet
from merchant_desk.widgets.buttons import Button, IconButton, Segmented
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.fields import DayField
from merchant_desk.widgets.labels import plain_label
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.appointments.reminders.model import Reminder
    from merchant_desk.appointments.reminders.store import ReminderList
    from merchant_desk.shell.frame import Frame

_TOPICS = frozenset({"appointments", "customers", "catalog", "team", "shop"})
_ONE_DAY = dt.timedelta(days=1)


class ReminderSheet(Sheet):
    """The customers of a day by time, tomorrow's first.

    C or Enter copies the marked one's message, ticks it as sent and goes on to the next; U takes a tick back.
    """

    follows = True

    def __init__(self, frame: Frame, day: dt.date | None = None) -> None:
        super().__init__(frame, self.tr("Reminders"))
        self._day = day or frame.clock.today() + _ONE_DAY
        self._known: ReminderList | None = None
        self.table: Table[Reminder] = Table(
            [
                Column(self.tr("Customer"), self._who, width=140),
                Column(self.tr("Appointment"), self._what),
                Column(self.tr("Reminded"), self._sent, width=124),
            ],
            row_height=54,
            name=self.tr("Reminders"),
        )
        self.table.setMinimumHeight(220)
        self.table.moved.connect(lambda _row: self._show_message())
        self.body.addLayout(self._bar())
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._message_card())
        not_sent = self.tr("Not sent")
        self.unmark = Button(f"{not_sent}   U", icon=icon("undo", 16))
        self.unmark.setAccessibleName(self.tr("Not sent"))
        self.unmark.clicked.connect(self._unmark)
        self._count = plain_label(role="secondary")
        self.footer.addWidget(self._count, 1)
        self.footer.addWidget(self.unmark)
        self.set_primary(self.tr("Copy and tick"), self._copy)
        self._keys()
        frame.changed.connect(self._on_changed)
        self._read()

    def focus_first(self) -> None:
        """The list, or where it is empty the day."""
        (self.table if self.table.rows() else self.day).setFocus(Qt.FocusReason.OtherFocusReason)

    def dirty(self) -> bool:
        """Never: whatever was ticked is written."""
        return False

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.day = DayField(self._day, name=self.tr("Day"))
        back = IconButton(icon("chevron-left", 18), self.tr("The day before"), bordered=True)
        back.clicked.connect(lambda: self.day.set_day(self._day - _ONE_DAY))
        on = IconButton(icon("chevron-right", 18), self.tr("The day after"), bordered=True)
        on.clicked.connect(lambda: self.day.set_day(self._day + _ONE_DAY))
        self.day.setFixedWidth(140)
        self.day.changed.connect(self._show_day)
        self.shown = Segmented([("all", self.tr("All")), ("open", self.tr("Not yet"))], name=self.tr("Show"))
        self.shown.chosen.connect(lambda _key: self._fill())
        for part in (back, self.day, on):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.shown)
        self.back, self.on = back, on
        return row

    def _message_card(self) -> Card:
        card = Card(role="card", padding=12)
        top = QHBoxLayout()
        self._to = plain_label(role="strong")
        self.number = Button(self.tr("Copy the number"), role="link")
        self.number.clicked.connect(self._copy_number)
        self.own_words = Button(self.tr("Change the words…"), role="link")
        self.own_words.clicked.connect(self._change_words)
        top.addWidget(self._to, 1)
        top.addWidget(self.number)
        top.addWidget(self.own_words)
        card.body.addLayout(top)
        self.message = plain_label(wrap=True)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(self.message)
        self._card = card
        card.hide()
        return card

    def _keys(self) -> None:
        for keys, slot in (("C", self._copy), ("U", self._unmark)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        for keys in ("Return", "Enter"):
            # A click only marks; Enter copies.
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._copy)

    # ---- what it shows

    def _on_changed(self, topics: frozenset[str]) -> None:
        if topics & _TOPICS:
            self._read()

    def _show_day(self, day: dt.date) -> None:
        self._day = day
        self._read()

    def _read(self) -> None:
        day = self._day
        self.frame.background.read(
            lambda reader: reminder_store.due(reader, day),
            self._show,
            failed=self.fail,
            owner=self,
            key="due",
        )

    def _show(self, known: ReminderList) -> None:
        first = self._known is None
        another_day = self._known is None or self._known.day != known.day
        self._known = known
        today = self.frame.clock.today()
        hint = self.tr("C or Enter copies the message and ticks it")
        self.set_title(self.tr("Reminders"), f"{language.near_day(known.day, today)} · {hint}")
        self._fill()
        if another_day:
            self._go_on()
        if first:
            self.refocus()

    def _fill(self) -> None:
        if self._known is None:
            return
        everybody = self._known.reminders
        only_open = self.shown.current() == "open"
        rows = [one for one in everybody if not (only_open and one.reminded_at)]
        at = self.table.currentIndex().row()
        self.table.set_empty_text(
            self.tr("Everybody has been reminded.") if everybody else self.tr("Nobody comes on this day yet.")
        )
        self.table.set_rows(rows, keep=lambda row: row.customer_id)
        if self.table.current_row() is None and rows:
            # The one that went was the last one marked: whoever stands there now is next.
            self.table.step(1 + max(at, 0))
        told = sum(1 for one in everybody if one.reminded_at)
        said = self.tr("{n} of {all} reminded").replace("{n}", language.number(told))
        self._count.setText(said.replace("{all}", language.number(len(everybody))) if everybody else "")
        self._show_message()

    def _who(self, row: Reminder) -> Cell:
        return Cell(row.customer, hint=masked(row.phone_typed) or row.wechat, bold=True)

    def _what(self, row: Reminder) -> Cell:
        times = language.joined([language.time_text(visit.start) for visit in row.visits])
        return Cell(f"{times}  {what_text(row)}", hint=who_text(row))

    def _sent(self, row: Reminder) -> Cell:
        if row.reminded_at is None:
            return Cell("–", colour=theme.tokens().ink3)
        now = self.frame.clock.now()
        return Cell(f"✓ {language.moment_text(row.reminded_at, now)}", colour=theme.tokens().good)

    def _show_message(self) -> None:
        row, known = self.table.current_row(), self._known
        self._card.setVisible(row is not None)
        if self.primary is not None:
            self.primary.setEnabled(row is not None)
        self.unmark.setEnabled(row is not None and any(visit.reminded_at for visit in row.visits))
        if row is None or known is None:
            return
        self._to.setText(row.phone_typed or row.wechat or row.customer)
        self.number.setVisible(bool(row.phone_typed or row.wechat))
        self.message.setText(message(known, row, self.frame.clock.today()))

    # ---- what is done

    def _copy(self) -> None:
        row = self.table.current_row()
        if row is None or self._known is None:
            return
        QGuiApplication.clipboard().setText(message(self._known, row, self.frame.clock.today()))
        ids = row.appointment_ids
        self.clear_errors()
        self.frame.act(
            lambda desk: desk.reminders.mark_reminded(ids),
            then=lambda _none: self._go_on(row.customer_id),
            failed=self.fail,
            owner=self,
        )

    def _go_on(self, done: str = "") -> None:
        """Mark the next who has not been reminded: after the one just done, else from the top."""
        rows = self.table.rows()
        at = next((number for number, row in enumerate(rows) if row.customer_id == done), -1)
        later = [row.customer_id for row in (*rows[at + 1 :], *rows[: at + 1]) if row.reminded_at is None]
        if later and (done == "" or at >= 0):
            self.table.select(lambda row: row.customer_id == later[0])
        elif rows and self.table.current_row() is None:
            self.table.step(1)

    def _unmark(self) -> None:
        row = self.table.current_row()
        if row is None or not self.unmark.isEnabled():
            return
        ids = row.appointment_ids
        self.clear_errors()
        self.frame.act(
            lambda desk: desk.reminders.mark_reminded(ids, sent=False), failed=self.fail, owner=self
        )

    def _copy_number(self) -> None:
        row = self.table.current_row()
        if row is not None:
            QGuiApplication.clipboard().setText(row.phone_typed or row.wechat)

    def _change_words(self) -> None:
        self.shut()
        self.frame.go("settings", tab="shop")
