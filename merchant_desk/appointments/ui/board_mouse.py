"""The mouse on the board: press, drag, let go; Esc takes a drag back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from merchant_desk.appointments.ui.board_drag import Drag, Outcome, begins, movable, on_edge
from merchant_desk.appointments.ui.board_geometry import GUTTER, HEADER, card_at

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
        view = self._view
        if spot is None or view.grid is None or view.spread is None or view.taken is None:
            self._drag = None
            return
        x, y = spot
        self._from = self._at = at
        self._drag = begins(view.grid, view.spread, card_at(view.cards, x, y), x, y, view.taken)

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
            old, self.outcome = self.outcome, None
            self._view.outcome_changed(old, None)

    def shape(self, card: Card | None, y: float) -> Qt.CursorShape:
        """The pointer's form over a card or free time."""
        spread = self._view.spread
        if card is None or spread is None:
            return Qt.CursorShape.ArrowCursor
        return Qt.CursorShape.SizeVerCursor if on_edge(spread, card, y) else Qt.CursorShape.PointingHandCursor

    def _follow(self) -> None:
        if self._drag is None:
            return
        outcome = self._drag.outcome(*self._view.content_anywhere(self._at))
        if outcome != self.outcome:
            old, self.outcome = self.outcome, outcome
            self._view.outcome_changed(old, outcome)

    def _scroll(self) -> None:
        """Near an edge the board scrolls along under the drag."""
        down, across, port = (
            self._view.verticalScrollBar(),
            self._view.horizontalScrollBar(),
            self._view.viewport(),
        )
        before = (across.value(), down.value())
        down.setValue(down.value() + _SCROLL_STEP * _beyond(self._at.y(), HEADER, port.height()))
        across.setValue(across.value() + _SCROLL_STEP * _beyond(self._at.x(), GUTTER, port.width()))
        if before != (across.value(), down.value()):
            self._follow()

    def _stop(self) -> None:
        self._drag = None
        self._moving = False
        self._scroller.stop()


def _beyond(at: float, first: float, last: float) -> int:
    """-1 near or before the first edge, 1 near or behind the last one, else 0."""
    return -1 if at < first + _NEAR_EDGE else 1 if at > last - _NEAR_EDGE else 0
