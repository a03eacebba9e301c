"""The mouse on the day board: press, drag, let go; Esc takes a drag back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from merchant_desk.appointments.ui.board_drag import Drag, Outcome, begins, movable, on_edge
from merchant_desk.appointments.ui.board_geometry import HEADER, card_at

if TYPE_CHECKING:
    from merchant_desk.appointments.ui.board import BoardView
    from merchant_desk.appointments.ui.board_geometry import Card

_NEAR_EDGE = 28
_SCROLL_STEP = 12


class BoardMouse(QObject):
    """Turns the pointer's way over a board into one click or one drop.

    `outcome` is what letting go now would do; after a drop it stays until `settle()`, so that the
    card does not jump back while the act is written.
    """

    clicked = Signal(float, float)
    dropped = Signal(object, object)  # the Drag and its Outcome

    def __init__(self, board: BoardView) -> None:
        super().__init__(board)
        self._view = board
        self._drag: Drag | None = None
        self._from = QPointF()
        self._at = QPointF()
        self._moving = False
        self.outcome: Outcome | None = None
        self._scroller = QTimer(self)
        self._scroller.setInterval(30)
        self._scroller.timeout.connect(self._scroll)

    @property
    def dragging(self) -> bool:
        """Whether a drag is under way."""
        return self._moving

    @property
    def lifted(self) -> frozenset[str]:
        """The appointments that a drag has taken from their place."""
        lines = [part.line for part in self.outcome.parts] if self.outcome else []
        return frozenset(line.appointment_id for line in lines if line is not None)

    def press(self, at: QPointF) -> None:
        """The button went down at a point of the viewport."""
        spot = self._view.content(at)
        self.settle()
        if spot is None or self._view.grid is None or self._view.board is None:
            self._drag = None
            return
        x, y = spot
        self._from = self._at = at
        self._drag = begins(self._view.grid, self._view.board, card_at(self._view.cards, x, y), x, y)

    def move(self, at: QPointF) -> None:
        """The pointer moved with the button down."""
        self._at = at
        if self._drag is None:
            return
        if not self._moving:
            far = (at - self._from).manhattanLength() >= QApplication.startDragDistance()
            if not far or (self._drag.card is not None and not movable(self._drag.card)):
                return
            self._moving = True
            self._scroller.start()
        self._follow()

    def release(self) -> None:
        """The button came up: a drop where there was a drag, else a click."""
        drag, outcome, moving = self._drag, self.outcome, self._moving
        self._stop()
        if drag is None:
            return
        if not moving:
            self.clicked.emit(drag.x, drag.y)
        elif outcome is not None and drag.changes(outcome):
            self.dropped.emit(drag, outcome)
        else:
            self.settle()

    def cancel(self) -> bool:
        """Take the drag back; whether there was one."""
        was = self._moving
        self._stop()
        self.settle()
        return was

    def settle(self) -> None:
        """The drop is written or refused: show what is."""
        if self.outcome is not None and not self._moving:
            self.outcome = None
            self._view.viewport().update()

    def shape(self, card: Card | None, y: float) -> Qt.CursorShape:
        """The pointer's form over a card or free time."""
        board = self._view.board
        if card is None or board is None:
            return Qt.CursorShape.ArrowCursor
        return Qt.CursorShape.SizeVerCursor if on_edge(board, card, y) else Qt.CursorShape.PointingHandCursor

    def _follow(self) -> None:
        if self._drag is None:
            return
        self.outcome = self._drag.outcome(*self._view.content_anywhere(self._at))
        self._view.viewport().update()

    def _scroll(self) -> None:
        """Near an edge the day scrolls along under the drag."""
        bar = self._view.verticalScrollBar()
        if self._at.y() < HEADER + _NEAR_EDGE:
            bar.setValue(bar.value() - _SCROLL_STEP)
        elif self._at.y() > self._view.viewport().height() - _NEAR_EDGE:
            bar.setValue(bar.value() + _SCROLL_STEP)
        else:
            return
        self._follow()

    def _stop(self) -> None:
        self._drag = None
        self._moving = False
        self._scroller.stop()
