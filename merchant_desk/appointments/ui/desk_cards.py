"""The cards at the right of the Desk page: today's takings by source, who waits, and what is next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from merchant_desk.appointments.ui.board_cards import remarks
from merchant_desk.shell import language, theme
from merchant_desk.shell.words import source_name
from merchant_desk.widgets.cards import Card, ShareBar
from merchant_desk.widgets.flow import FlowLayout
from merchant_desk.widgets.labels import Dot, plain_label, plain_tip

if TYPE_CHECKING:
    from merchant_desk.appointments.model import BoardLine
    from merchant_desk.appointments.ui.waiting_card import WaitingCard
    from merchant_desk.appointments.waiting.model import Opening
    from merchant_desk.insights.model import TodayFigures
    from merchant_desk.shell.frame import Frame


class TodayCard(Card):
    """What customers paid today, how many sales and new customers, and the share of each source."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Today"))
        self.body.setSpacing(6)
        self.body.addWidget(plain_label(self.tr("Today"), role="secondary"))
        line = QHBoxLayout()
        line.setSpacing(8)
        self.figure = plain_label(role="figure")
        self.counts = plain_label(role="hint")
        self.counts.setContentsMargins(0, 0, 0, 5)
        line.addWidget(self.figure)
        line.addWidget(self.counts, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        self.body.addLayout(line)
        self.bar = ShareBar()
        self.body.addWidget(self.bar)
        self._legend = QWidget()
        self._flow = FlowLayout(self._legend, gap=12)
        self.body.addSpacing(2)
        self.body.addWidget(self._legend)

    def show_figures(self, figures: TodayFigures) -> None:
        """Amounts in minor units."""
        self.figure.setText(language.money(figures.takings, "never"))
        plain_tip(self.figure, language.money(figures.takings))
        sales = self.tr("%n sale(s)", "", figures.sales)
        new = self.tr("%n new customer(s)", "", figures.new_customers)
        self.counts.setText(f"{sales} · {new}")
        self.bar.set_parts([(amount, theme.source_brush(kind)) for kind, amount in figures.by_source])
        said = [f"{source_name(kind)} {language.money(amount)}" for kind, amount in figures.by_source]
        self.bar.setAccessibleName(language.joined(said))
        plain_tip(self.bar, language.joined(said))
        self._flow.clear()
        for kind, amount in figures.by_source:
            self._flow.addWidget(_legend_entry(kind, amount))
        self._legend.setVisible(bool(figures.by_source))


class NextCard(Card):
    """The appointments still to come today; a row opens its appointment."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Next up"))
        self.body.setSpacing(4)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self._nothing = plain_label(self.tr("Nothing more today."), role="hint")
        self.body.addWidget(self._nothing)
        self.body.addStretch(1)
        self._shown: tuple[BoardLine, ...] = ()

    def rows(self) -> list[NextRow]:
        """The rows, earliest first."""
        items = (self._rows.itemAt(index) for index in range(self._rows.count()))
        return [widget for item in items if isinstance(widget := item.widget() if item else None, NextRow)]

    def show_lines(self, lines: Sequence[BoardLine]) -> None:
        """Show these, one row each."""
        self._nothing.setVisible(not lines)
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        held = next((row.appointment_id for row in self.rows() if row.hasFocus()), "")
        for row in self.rows():
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        for line in lines:
            row = NextRow(line)
            row.clicked.connect(lambda _checked=False, line=line: self.chosen.emit(line.appointment_id))
            self._rows.addWidget(row)
            if line.appointment_id == held:
                row.setFocus()


class WaitingNudge(QWidget):
    """Where the card of the waiting list comes up, made when somebody could first be offered a time."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.card: WaitingCard | None = None
        self.hide()

    def show_openings(self, openings: Sequence[Opening]) -> None:
        """Show who could come, who waits longest first."""
        if self.card is None and openings:
            from merchant_desk.appointments.ui.waiting_card import WaitingCard

            self.card = WaitingCard()
            self.card.book_wanted.connect(self._book)
            self.card.list_wanted.connect(self._open_list)
            self.card.emptied.connect(self.hide)
            self._column.addWidget(self.card)
        if self.card is not None:
            self.card.show_openings(openings, self._frame.clock.today())
            self.setVisible(not self.card.isHidden())

    def _open_list(self) -> None:
        from merchant_desk.appointments.ui.waiting_list_sheet import WaitingListSheet

        self._frame.open_sheet(WaitingListSheet(self._frame))

    def _book(self, opening: Opening) -> None:
        from merchant_desk.appointments.ui.waiting_list_sheet import booking_sheet

        self._frame.open_sheet(booking_sheet(self._frame, opening.waiting, opening.offer))


class NextRow(QAbstractButton):
    """Time, customer and service, and below them the worker and what is worth knowing."""

    def __init__(self, line: BoardLine) -> None:
        super().__init__()
        self.appointment_id = line.appointment_id
        self._line = line
        self._below = " · ".join([line.worker, *remarks(line)])
        self.setFixedHeight(52)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        said = [language.time_text(line.start), line.customer, line.service, self._below]
        self.setAccessibleName(language.joined(said))
        plain_tip(self, "\n".join((f"{line.customer} {line.service}", self._below)))

    def sizeHint(self) -> QSize:
        return QSize(200, 52)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.tokens()
        whole = QRectF(self.rect())
        painter.setPen(QPen(QColor(look.line_soft), 1))
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(QColor(look.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.muted))
            painter.drawRoundedRect(
                whole.adjusted(-1, 2, 1, -3) if not self.hasFocus() else whole.adjusted(1, 2, -1, -3), 6, 6
            )
        pad = 6 if self.hasFocus() else 0
        left, top = 44 + pad, 7.0
        wide = whole.width() - left - pad
        _write(painter, QRectF(pad, top, 44, 20), language.time_text(self._line.start), 13, look.ink2)
        used = _write(painter, QRectF(left, top, wide, 20), self._line.customer, 13, look.ink, bold=True)
        rest = QRectF(left + used + 5, top, wide - used - 5, 20)
        if rest.width() > 16:
            _write(painter, rest, self._line.service, 13, look.ink2)
        _write(painter, QRectF(left, top + 20, wide, 17), self._below, 11, look.ink3)


def _write(painter: QPainter, room: QRectF, text: str, size: int, colour: str, bold: bool = False) -> float:
    """One line of plain text; gives how wide it came out."""
    painter.setFont(theme.font(size, bold))
    painter.setPen(QColor(colour))
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, int(flags | Qt.TextFlag.TextSingleLine), shown)
    return metrics.horizontalAdvance(shown)


def _legend_entry(kind: str, amount: int) -> QWidget:
    entry = QWidget()
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(Dot(theme.source_brush(kind)))
    row.addWidget(plain_label(source_name(kind), role="hint"))
    plain_tip(entry, f"{source_name(kind)} {language.money(amount)}")
    return entry
