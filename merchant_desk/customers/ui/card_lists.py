"""The lists on a customer's card: what brought them, what is coming up, and every visit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.shell import language, theme, words
from merchant_desk.sources.ui.source_words import channel_words, source_words
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.labels import Dot, ElidedLabel, plain_label
from merchant_desk.widgets.layouts import emptied
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.customers.model import CardTouch, Upcoming, Visit

_FEW_TOUCHES = 4
_FEW_VISITS = 6
_VISIT_HEIGHT = 52
_FRAME = 4


class LineList(QWidget):
    """Rows of two lines each; `empty` stands where there are none."""

    def __init__(self, empty: str) -> None:
        super().__init__()
        self._empty = empty
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def set_lines(self, lines: Sequence[QWidget]) -> None:
        """Show other rows."""
        emptied(self._column)
        for line in lines or [plain_label(self._empty, role="hint", wrap=True)]:
            left = isinstance(line, Button)
            self._column.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag(0))


class TouchList(LineList):
    """What brought a customer, newest first, each with its evidence and its day."""

    def __init__(self) -> None:
        super().__init__(self.tr("Nobody has asked yet."))
        self._touches: tuple[CardTouch, ...] = ()
        self._today = dt.date.min

    def set_touches(self, touches: tuple[CardTouch, ...], today: dt.date) -> None:
        """Show the newest few, and all at the press of a button."""
        self._touches, self._today = touches, today
        self._show(touches[:_FEW_TOUCHES])

    def _show(self, touches: Sequence[CardTouch]) -> None:
        lines: list[QWidget] = [self._line(touch) for touch in touches]
        if len(touches) < len(self._touches):
            lines.append(_more(self.tr("All {n}").format(n=len(self._touches)), self._show_all))
        self.set_lines(lines)

    def _show_all(self) -> None:
        self._show(self._touches)

    def _line(self, touch: CardTouch) -> QWidget:
        is_content = touch.content_id is not None
        title = touch.title if is_content else channel_words(touch.kind, touch.title)
        evidence = words.evidence_name(touch.evidence)
        hint = f"{words.source_name(touch.kind)} · {evidence}" if is_content else evidence
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        dot = QVBoxLayout()
        dot.setContentsMargins(0, 5, 0, 0)
        dot.addWidget(Dot(theme.source_brush(touch.kind)))
        dot.addStretch(1)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(ElidedLabel(title))
        texts.addWidget(plain_label(hint, role="hint"))
        row.addLayout(dot)
        row.addLayout(texts, 1)
        when = plain_label(language.near_day(touch.at.date(), self._today), role="hint")
        row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        return line


class UpcomingList(LineList):
    """The appointments that are still open."""

    def __init__(self) -> None:
        super().__init__(self.tr("No appointment."))

    def set_upcoming(self, upcoming: Sequence[Upcoming], now: dt.datetime) -> None:
        """Show them by time."""
        self.set_lines([_upcoming(one, now) for one in upcoming])


class VisitList(QWidget):
    """Every paid visit, newest first; `chosen` carries the sale's id."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._visits: Sequence[Visit] = ()
        self._today = dt.date.min
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._none = plain_label(self.tr("No visit yet."), role="hint")
        self._none.setContentsMargins(12, 0, 12, 0)
        column.addWidget(self._none)
        self.table: Table[Visit] = Table(
            [
                Column(self.tr("Visit"), self._what),
                Column(
                    self.tr("Total"),
                    lambda visit: Cell(language.money(visit.total), bold=True),
                    "right",
                    width=92,
                ),
            ],
            row_height=_VISIT_HEIGHT,
            name=self.tr("Visits"),
        )
        self.table.horizontalHeader().hide()
        self.table.chosen.connect(lambda visit: self.chosen.emit(visit.sale_id))
        column.addWidget(self.table)
        self.more = _more("", self._show_all)
        below = QHBoxLayout()
        below.setContentsMargins(10, 0, 12, 0)
        below.addWidget(self.more)
        below.addStretch(1)
        column.addLayout(below)

    def set_visits(self, visits: Sequence[Visit], today: dt.date) -> None:
        """Show the newest few, and all at the press of a button."""
        self._visits, self._today = visits, today
        self._show(visits[:_FEW_VISITS])
        self.more.set_text(self.tr("All {n}").format(n=len(visits)))

    def _show(self, visits: Sequence[Visit]) -> None:
        self.table.set_rows(visits)
        self.table.setFixedHeight(len(visits) * _VISIT_HEIGHT + _FRAME)
        self.table.setVisible(bool(visits))
        self._none.setVisible(not visits)
        self.more.setVisible(len(visits) < len(self._visits))

    def _show_all(self) -> None:
        self._show(self._visits)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _what(self, visit: Visit) -> Cell:
        day = language.near_day(visit.day, self._today)
        hint = " · ".join(part for part in (day, visit.workers, _source(visit)) if part)
        return Cell(visit.services or visit.number, hint=hint, dot=theme.source_brush(visit.source_kind))


def _source(visit: Visit) -> str:
    return source_words(visit.source_kind, visit.source_title)


def _upcoming(one: Upcoming, now: dt.datetime) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    texts = QVBoxLayout()
    texts.setSpacing(0)
    texts.addWidget(ElidedLabel(one.services))
    hint = " · ".join(part for part in (one.workers, words.status_name(one.status)) if part)
    texts.addWidget(plain_label(hint, role="hint"))
    row.addLayout(texts, 1)
    row.addWidget(plain_label(language.moment_text(one.start, now)), 0, Qt.AlignmentFlag.AlignTop)
    return line


def _more(text: str, pressed: Callable[[], None]) -> Button:
    button = Button(text, role="link")
    button.clicked.connect(pressed)
    return button
