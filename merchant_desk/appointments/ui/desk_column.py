"""The cards beside the board, one below the other: takings, what is still open, who waits, what is next.

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
    from merchant_desk.appointments.ui.open_sales_card import LowStockLine, OpenSalesCard
    from merchant_desk.appointments.ui.unknown_card import UnknownCard
    from merchant_desk.shell.frame import Frame
    from merchant_desk.sources.model import Unasked

WIDTH = 320


class DeskColumn(QScrollArea):
    """Where the cards do not fit, they scroll; before the first rows only their room is there."""

    appointment_wanted = Signal(str)
    reopen_wanted = Signal(str)  # an open sale's id
    takings: TodayCard
    waiting: WaitingNudge
    unknown: UnknownCard
    next: NextCard

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        # Made when there is something to say.
        self.open_sales: OpenSalesCard | None = None
        self.low: LowStockLine | None = None
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
        self._show_open(rows)
        self.waiting.show_openings(rows.openings)
        self.unknown.show_unknowns(rows.unknowns, self._frame.clock.now())
        self.next.show_lines(rows.next_up)
        self._put_in_order()

    def _put_in_order(self) -> None:
        """Tab goes from top to bottom: by itself it follows the making, and rows are made anew."""
        parts: list[QWidget] = [*self.unknown.rows(), *self.next.rows()]
        if self.waiting.card is not None:
            parts = [*self.waiting.card.rows(), self.waiting.card.more, *parts]
        if self.open_sales is not None:
            parts = [*self.open_sales.stops(), *parts]
        if self.low is not None:
            parts = [*parts, self.low.button]
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
        self._cards = column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in (self.takings, self.waiting, self.unknown, self.next):
            column.addWidget(card)
        column.setStretchFactor(self.next, 1)
        self.setWidget(inside)

    def _show_open(self, rows: SideRows) -> None:
        """Sales still open below the takings, and products to be ordered at the end."""
        if self.open_sales is None and rows.open_sales:
            from merchant_desk.appointments.ui.open_sales_card import OpenSalesCard

            self.open_sales = OpenSalesCard()
            self.open_sales.chosen.connect(self.reopen_wanted)
            self.open_sales.all_wanted.connect(lambda: self._frame.go("books", tab="sales", state="open"))
            self._cards.insertWidget(1, self.open_sales)
        if self.open_sales is not None:
            self.open_sales.show_sales(rows.open_sales, self._frame.clock.now())
        if self.low is None and rows.low:
            from merchant_desk.appointments.ui.open_sales_card import LowStockLine

            self.low = LowStockLine()
            self.low.wanted.connect(lambda: self._frame.go("services", tab="products"))
            self._cards.addWidget(self.low)
        if self.low is not None:
            self.low.show_products(rows.low)

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
