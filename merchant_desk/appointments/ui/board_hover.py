"""The pointer over the board without a button: the free slot under it, the day's head, what to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt

from merchant_desk.appointments.ui.board_cards import card_words
from merchant_desk.appointments.ui.board_cursor import Stop
from merchant_desk.appointments.ui.board_geometry import GUTTER, HEADER, card_at
from merchant_desk.appointments.ui.board_heads import day_words

if TYPE_CHECKING:
    from merchant_desk.appointments.board.spread import Strip
    from merchant_desk.appointments.ui.board import BoardView


class BoardHover(QObject):
    """Knows what lies at a point; `slot` is the free time to be shown under the pointer."""

    def __init__(self, board: BoardView) -> None:
        super().__init__(board)
        self._view = board
        self.slot: Stop | None = None

    def point(self, at: QPointF) -> None:
        """The pointer is here: take its form and show the slot under it."""
        view = self._view
        spot = view.content(at)
        card = card_at(view.cards, *spot) if spot else None
        shape = view.mouse.shape(card, spot[1] if spot else 0)
        view.viewport().setCursor(shape if self.head(at) is None else Qt.CursorShape.PointingHandCursor)
        self._show(self.free_slot(*spot) if spot and card is None else None)

    def leave(self) -> None:
        """The pointer is elsewhere, or has something else to do."""
        self._show(None)

    def free_slot(self, x: float, y: float) -> Stop | None:
        """The step of time at a point of the content."""
        grid = self._view.grid
        column = grid.column_at(x) if grid else None
        if grid is None or column is None:
            return None
        minute = grid.floor(grid.minute_at(y))
        return Stop(column, grid.at(minute, column), grid.at(minute + grid.step, column))

    def head(self, at: QPointF) -> Strip | None:
        """The day of a week whose head lies at a point."""
        spread, grid = self._view.spread, self._view.grid
        if spread is None or grid is None or spread.view == "day":
            return None
        column = grid.column_at(self._view.content_anywhere(at)[0])
        there = at.y() < HEADER and at.x() >= GUTTER and column is not None
        return spread.strips[column] if there and column is not None else None

    def tip(self, at: QPointF) -> str:
        """What there is to say about a point: the card, or the day at the head of its column."""
        view = self._view
        if view.mouse.dragging:
            return ""
        strip = self.head(at)
        if strip is not None:
            return day_words(strip.day, strip.mark)
        spot = view.content(at)
        card = card_at(view.cards, *spot) if spot else None
        return card_words(card.line) if card else ""

    def _show(self, stop: Stop | None) -> None:
        if stop == self.slot:
            return
        for one in (self.slot, stop):
            if one is not None and self._view.grid is not None:
                self._view.repaint_box(self._view.grid.span_box(one.column, one.start, one.end))
        self.slot = stop
