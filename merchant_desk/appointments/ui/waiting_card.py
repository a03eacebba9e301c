"""The nudge at the right of the Desk page: a time is free for somebody who waits for one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.appointments.ui.waiting_words import offer_text
from merchant_desk.shell.repeat_words import sentence_case
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.labels import ElidedLabel
from merchant_desk.widgets.layouts import emptied

if TYPE_CHECKING:
    import datetime as dt

    from merchant_desk.appointments.waiting.model import Opening, Waiting

    # The wish as it stands, the worker, the day.
    _Slot = tuple[Waiting, str, dt.date]

_AT_ONCE = 1


class WaitingCard(Card):
    """The free time of who waits longest, to book or to put off; hidden while there are none.

    `book_wanted` carries the Opening, `list_wanted` asks for the whole waiting list.
    """

    book_wanted = Signal(object)
    list_wanted = Signal()
    emptied = Signal()  # the last one was put off

    def __init__(self) -> None:
        super().__init__(self.tr("A time has opened"), role="warn-card")
        self.body.setSpacing(10)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.body.addLayout(self._rows)
        below = QHBoxLayout()
        self.more = Button("", role="link")
        self.more.clicked.connect(self.list_wanted)
        below.addWidget(self.more)
        below.addStretch(1)
        self.body.addLayout(below)
        self._put_off: dict[_Slot, dt.datetime] = {}
        self._openings: tuple[Opening, ...] = ()
        self._shown: tuple[Opening, ...] | None = None
        self._today: dt.date | None = None
        self.hide()

    def show_openings(self, openings: Sequence[Opening], today: dt.date) -> None:
        """Show these, who waits longest first; what was put off stays away until another time is free.

        A later start of the same worker's day is no other time: the clock alone moves the first one on.
        """
        self._openings, self._today = tuple(openings), today
        known = {_slot(one) for one in openings}
        self._put_off = {slot: start for slot, start in self._put_off.items() if slot in known}
        self._fill()

    def rows(self) -> list[OpeningRow]:
        """The rows on screen."""
        items = (self._rows.itemAt(index) for index in range(self._rows.count()))
        return [widget for item in items if isinstance(widget := item.widget() if item else None, OpeningRow)]

    def _fill(self) -> None:
        wanted = tuple(one for one in self._openings if not self._is_put_off(one))
        if self._today is None or wanted == self._shown:
            return
        had_focus = any(row.book.hasFocus() or row.later.hasFocus() for row in self.rows())
        self._shown = wanted
        emptied(self._rows)
        for one in wanted[:_AT_ONCE]:
            row = OpeningRow(one, self._today)
            row.book.clicked.connect(lambda _checked=False, one=one: self.book_wanted.emit(one))
            row.later.clicked.connect(lambda _checked=False, one=one: self._later(one))
            self._rows.addWidget(row)
        rest = len(wanted) - _AT_ONCE
        self.more.set_text(self.tr("%n more waiting", "", max(rest, 0)))
        self.more.setVisible(rest > 0)
        self.setVisible(bool(wanted))
        if had_focus and wanted:
            self.rows()[0].book.setFocus(Qt.FocusReason.TabFocusReason)

    def _later(self, one: Opening) -> None:
        self._put_off[_slot(one)] = one.offer.start
        self._fill()
        if self.isHidden():
            self.emptied.emit()

    def _is_put_off(self, one: Opening) -> bool:
        since = self._put_off.get(_slot(one))
        return since is not None and one.offer.start >= since


class OpeningRow(QWidget):
    """When and with whom, for whom and what; and the two answers."""

    def __init__(self, one: Opening, today: dt.date) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        when = sentence_case(offer_text(one.offer, today))
        who = self.tr("{customer} waits for {service}")
        who = who.replace("{service}", one.waiting.service).replace("{customer}", one.waiting.customer)
        self.setAccessibleName(f"{when}, {who}")
        column.addWidget(ElidedLabel(when, role="strong"))
        column.addWidget(ElidedLabel(who))
        if one.waiting.note:
            column.addWidget(ElidedLabel(one.waiting.note, role="hint"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(8)
        self.book = Button(self.tr("Book"))
        self.later = Button(self.tr("Not now"), role="ghost")
        for button in (self.book, self.later):
            button.setAccessibleDescription(self.accessibleName())
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)


def _slot(one: Opening) -> _Slot:
    return one.waiting, one.offer.worker_id, one.offer.start.date()
