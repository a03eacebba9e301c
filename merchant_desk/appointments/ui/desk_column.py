"""The cards beside the board, one below the other: takings, who waits, whom to ask, what is next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from merchant_desk.appointments.ui.desk_cards import NextCard, TodayCard, WaitingNudge
from merchant_desk.appointments.ui.unknown_card import UnknownCard

if TYPE_CHECKING:
    from merchant_desk.appointments.ui.desk_side import SideRows
    from merchant_desk.shell.frame import Frame
    from merchant_desk.sources.model import Unasked

WIDTH = 320


class DeskColumn(QScrollArea):
    """Where the cards do not fit, they scroll."""

    appointment_wanted = Signal(str)

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(WIDTH)
        self.takings, self.unknown, self.next = TodayCard(), UnknownCard(), NextCard()
        self.waiting = WaitingNudge(frame)
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

    def show_rows(self, rows: SideRows) -> None:
        """Show today as it is."""
        self.takings.show_figures(rows.today)
        self.waiting.show_openings(rows.openings)
        self.unknown.show_unknowns(rows.unknowns, self._frame.clock.now())
        self.next.show_lines(rows.next_up)

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
            f"{person.name}: {words}",
            owner=self,
        )
