"""A small month that drops down from the date in the bar, to go to any day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from merchant_desk.appointments.board import store as board_store
from merchant_desk.appointments.ui.board_heads import mark_words
from merchant_desk.shell import language
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.mini_month import MiniMonth

if TYPE_CHECKING:
    from merchant_desk.appointments.model import DayMark
    from merchant_desk.shell.frame import Frame


class JumpBox(QFrame):
    """Goes away by itself, by Esc, and with a choice: `chosen` carries the day."""

    chosen = Signal(object)

    def __init__(self, frame: Frame, day: dt.date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._frame = frame
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.setAccessibleName(self.tr("Choose a date"))
        today = frame.clock.today()
        names = [language.weekday_name(number, short=True)[-1:] for number in range(7)]
        if language.current() == "en":
            names = [language.weekday_name(number, short=True)[:2] for number in range(7)]
        self.month = MiniMonth(day, today, names, language.month_title, language.day_title)
        self.month.chosen.connect(self._choose)
        self.month.turned.connect(self._read)
        self.today = Button(self.tr("Today"), role="ghost")
        self.today.clicked.connect(lambda: self._choose(frame.clock.today()))
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(2)
        column.addWidget(self.month)
        column.addWidget(self.today)
        self._read(self.month.month())

    def drop_from(self, widget: QWidget) -> None:
        """Open below a widget, inside the screen."""
        self.adjustSize()
        spot = widget.mapToGlobal(QPoint(0, widget.height() + 4))
        room = widget.screen().availableGeometry()
        spot.setX(min(spot.x(), room.right() - self.width()))
        spot.setY(min(spot.y(), room.bottom() - self.height()))
        self.move(spot)
        self.show()
        self.month.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _read(self, month: dt.date) -> None:
        days = self.month.days()
        first, last = days[0], days[-1]
        self._frame.background.read(
            lambda reader: board_store.marks(reader, first, last), self._mark, owner=self, key="marks"
        )
        del month

    def _mark(self, marks: dict[dt.date, DayMark]) -> None:
        words = {day: language.joined(mark_words(mark)) for day, mark in marks.items()}
        off = {day for day, mark in marks.items() if mark.holiday is not None and not mark.holiday.works}
        self.month.set_marks(words, frozenset(words.keys() - off))

    def _choose(self, day: dt.date) -> None:
        self.chosen.emit(day)
        self.close()
