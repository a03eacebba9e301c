"""The cards beside the board, one below the other: takings, who waits, whom to ask, what is next.

They come a moment after the board's first picture, and so do their modules.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from merchant_desk.appointments.ui.desk_cards import NextCard, TodayCard, WaitingNudge
    from merchant_desk.appointments.ui.desk_side import SideRows
    from merchant_desk.appointments.ui.unknown_card import UnknownCard
    from merchant_desk.shell.frame import Frame
    from merchant_desk.sources.model import Unasked

WIDTH = 320


class DeskColumn(QScrollArea):
    """Where the cards do not fit, they scroll; before the first rows only their room is there."""

    appointment_wanted = Signal(str)
    takings: TodayCard
    waiting: WaitingNudge
    unknown: UnknownCard
    next: NextCard

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(WIDTH)

    def show_rows(self, rows: SideRows) -> None:
        """Show today as it is."""
        if self.widget() is None:
            self._make_cards()
        self.takings.show_figures(rows.today)
        self.waiting.show_openings(rows.openings)
        self.unknown.show_unknowns(rows.unknowns, self._frame.clock.now())
        self.next.show_lines(rows.next_up)
        self._put_in_order()

    def _put_in_order(self) -> None:
        """Tab goes from top to bottom: by itself it follows the making, and rows are made anew."""
        parts: list[QWidget] = [*self.unknown.rows(), *self.next.rows()]
        if self.waiting.card is not None:
            parts = [*self.waiting.card.rows(), self.waiting.card.more, *parts]
        stops: list[QWidget] = [self]
        for part in parts:
            stops += [part] if isinstance(part, QAbstractButton) else part.findChildren(QAbstractButton)
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _make_cards(self) -> None:
        from merchant_desk.appointments.ui.desk_cards import NextCard, TodayCard, WaitingNudge
        from merchant_desk.appointments.ui.unknown_card import UnknownCard

        self.takings, self.unknown, self.next = TodayCard(), UnknownCard(), NextCard()
        self.waiting = WaitingNudge(self._frame)
        self.unknown.said.connect(self._say_source)
        self.next.chosen.connect(self.appointment_wanted)
        inside = QWidget()
        inside.setProperty("role", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in (self.takings, self.waiting, self.unknown, self.next):
            column.addWidget(card)
        column.setStretch(3, 1)
        self.setWidget(inside)

    def _say_source(
        self, person: Unasked, content_id: str | None, channel_id: str | None, words: str
    ) -> None:
        self._frame.act(
            lambda desk: desk.sources.say(
                content_id=content_id,
                channel_id=channel_id,
                customer_id=person.customer_id,
                appointment_id=person.appointment_id,
                sale_id=person.sale_id,
            ),
            f"{person.name} · {words}",
            owner=self,
        )
