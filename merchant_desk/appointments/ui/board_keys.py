"""The keyboard on the board: a cursor over cards and free slots, Alt moves the card it stands on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from merchant_desk.appointments.ui.board_cards import card_words
from merchant_desk.appointments.ui.board_cursor import Stop, Way, grown, nearest, revealed, stepped
from merchant_desk.appointments.ui.board_drag import Drag, Kind, movable, resizable
from merchant_desk.appointments.ui.board_geometry import GUTTER, HEADER
from merchant_desk.appointments.ui.board_heads import day_words, strip_name
from merchant_desk.shell import language

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from merchant_desk.appointments.ui.board import BoardView
    from merchant_desk.appointments.ui.board_geometry import Card

_WAYS: dict[int, Way] = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_PageUp: "hour_up",
    Qt.Key.Key_PageDown: "hour_down",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
}
_PUSH = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class BoardKeys(QObject):
    """Arrow keys move the cursor, Shift with them makes a free slot longer, Enter opens or books.

    Alt moves the card (with Shift: its end) by one step or one column. `seen` is the stop to draw the
    ring around, while the keyboard leads.
    """

    opened = Signal(object)  # the Stop
    pushed = Signal(object, object)  # the Drag and its Outcome

    def __init__(self, board: BoardView) -> None:
        super().__init__(board)
        self._view = board
        self._stop: Stop | None = None
        self._leads = False

    @property
    def seen(self) -> Stop | None:
        """Where the cursor stands, while the keyboard leads and the board has the focus."""
        return self._stop if self._leads and self._view.hasFocus() else None

    def forget(self) -> None:
        """Other days are shown: the cursor begins anew."""
        self._stop = None

    def rest(self) -> None:
        """The mouse leads now."""
        self._leads = False

    def enter(self) -> None:
        """The focus came by keyboard."""
        view = self._view
        if view.grid is not None and view.grid.columns:
            self._leads = True
            self.stand(self._stop or self._first())

    def put(self, column: int, at: dt.datetime) -> None:
        """Stand on the card or free slot of a column at a time."""
        if self._view.grid is not None:
            self._leads = True
            self.stand(nearest(self._view.grid, self._view.cards, column, at))

    def keep(self) -> None:
        """After other rows came: stay on the same card wherever it is now, or at the same time."""
        here, grid, cards = self._stop, self._view.grid, self._view.cards
        if here is None or grid is None:
            return
        line_id = here.card.line.line_id if here.card else ""
        card = next((card for card in cards if card.line.line_id == line_id), None)
        if card is None:
            self._stop = nearest(grid, cards, min(here.column, grid.columns - 1), here.start)
            return
        # The card itself, not what is there at its time: others may lie beside it.
        self._stop = Stop(card.column, card.line.start, card.line.end, card)
        if here.card is not None and card.line != here.card.line:
            self.stand(self._stop)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means on the board; whether it means anything."""
        grid, cards = self._view.grid, self._view.cards
        key, mods = event.key(), event.modifiers()
        if grid is None or not grid.columns or mods & Qt.KeyboardModifier.ControlModifier:
            return False
        here = self._stop or self._first()
        alt, shift = mods & Qt.KeyboardModifier.AltModifier, mods & Qt.KeyboardModifier.ShiftModifier
        if here is None or (alt and here.card is None):
            return False
        if key in _PUSH and alt and here.card is not None:
            self._leads = True
            self._push(here.card, *_PUSH[Qt.Key(key)], resize=bool(shift))
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and shift:
            self._leads = True
            self.stand(grown(grid, cards, here, 1 if key == Qt.Key.Key_Down else -1))
        elif key in _WAYS:
            self._leads = True
            self.stand(here if self._stop is None else stepped(grid, cards, here, _WAYS[key]))
        elif key in _ENTER:
            self._leads = True
            self.stand(here)
            self.opened.emit(here)
        else:
            return False
        return True

    def stand(self, stop: Stop | None) -> None:
        """Put the cursor there, say so to who hears the screen, and scroll to it."""
        self._stop = stop
        if stop is None or self._view.grid is None:
            return
        self._view.setAccessibleName(self._words(stop))
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self._view, QAccessible.Event.NameChanged))
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        port = self._view.viewport()
        room = (port.width() - GUTTER, port.height() - HEADER)
        x, y = revealed(self._view.grid, stop, (across.value(), down.value()), room)
        across.setValue(x)
        down.setValue(y)
        port.update()

    def _first(self) -> Stop | None:
        """Where the cursor stands first: now, or the first day's opening."""
        view = self._view
        if view.grid is None or view.spread is None:
            return None
        today = view.now.date()
        column = view.grid.days.index(today) if today in view.grid.days else 0
        board = view.spread.boards[0]
        at = view.now if today in view.grid.days else dt.datetime.combine(board.day, board.opens)
        return nearest(view.grid, view.cards, column, at)

    def _words(self, stop: Stop) -> str:
        spread = self._view.spread
        if spread is None:
            return ""
        strip = spread.strips[stop.column]
        if spread.view == "week":
            where = language.joined([*([strip.name] if strip.name else []), day_words(strip.day, strip.mark)])
        else:
            where = strip_name(strip)
        if stop.card is not None:
            words = card_words(stop.card.line)
            return language.joined([language.day_title(strip.day), words]) if spread.view == "week" else words
        free = QCoreApplication.translate("board", "{worker}, {time} free")
        return free.replace("{time}", language.span_text(stop.start, stop.end)).replace("{worker}", where)

    def _push(self, card: Card, across: int, down: int, resize: bool) -> None:
        """The keyboard's drag: one step, or one column."""
        view = self._view
        if view.grid is None or view.spread is None or view.taken is None or not movable(card):
            return
        if resize and (across or not resizable(view.spread, card)):
            return
        kind: Kind = "resize" if resize else "move"
        grid = view.grid
        x, y = (card.column + 0.5) * grid.column_width, card.box.bottom if resize else card.box.y
        drag = Drag(kind, x, y, grid, view.spread, view.taken, card)
        step = grid.step * grid.hour_height / 60
        outcome = drag.outcome(x + across * grid.column_width, y + down * step)
        if drag.changes(outcome):
            self.pushed.emit(drag, outcome)
