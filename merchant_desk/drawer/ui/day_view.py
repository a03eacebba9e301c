"""One day at the drawer: what should be there by way of paying, how the drawer came to it, and the close."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from merchant_desk.drawer.model import CASH, COUNTED, MethodCount
from merchant_desk.drawer.ui.day_words import closed_text, open_sales_text
from merchant_desk.drawer.ui.rows import amount_row
from merchant_desk.prepaid.model import PREPAID_METHODS
from merchant_desk.shell import language, theme, words
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.buttons import Button, IconButton
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.labels import ElidedLabel, plain_label, rule
from merchant_desk.widgets.layouts import emptied
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.drawer.model import Day, DayClose, DrawerEntry

_ALWAYS = (CASH, "wechat", "alipay", "card")
_SIDE, _BAR = 336, 10
_OF_A_CLOSE = (3, 4)  # the columns that an open day has nothing for


@dataclass(frozen=True, slots=True)
class MethodRow:
    """One way of paying on that day; `count` is None while the day is open."""

    method: str
    payments: int
    expected: int
    count: MethodCount | None


class DayView(QWidget):
    """Shows a day; what is pressed goes out as signals, days as dates."""

    move_wanted = Signal(str)
    strike_wanted = Signal(str)
    day_wanted = Signal(object)
    reopen_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(16)
        self.warning = Card(role="warn-card", padding=12)
        self.warning.hide()
        left.addWidget(self.warning)
        self.table = self._make_table()
        card = Card(padding=0)
        card.body.setSpacing(0)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(rule())
        card.body.addLayout(self._make_foot())
        left.addWidget(card, 1)
        whole.addLayout(left, 1)
        inside = QWidget()
        inside.setProperty("role", "plain")
        side = QVBoxLayout(inside)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(16)
        self._drawer = Card(self.tr("Cash in the drawer"))
        self._closed = Card(self.tr("Closed"))
        self._closed.hide()
        side.addWidget(self._drawer)
        side.addWidget(self._closed)
        side.addStretch(1)
        for one in (self._drawer, self._closed):
            one.setFixedWidth(_SIDE)
        # A drawer with many pieces is longer than a small window.
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFixedWidth(_SIDE + _BAR)
        scroll.setWidget(inside)
        whole.addWidget(scroll)
        self._make_drawer()
        self._inside = QVBoxLayout()
        self._inside.setSpacing(8)
        self._closed.body.addLayout(self._inside)

    def show_day(self, day: Day, *, today: bool) -> None:
        """Show another day, or the same as it is now; only `today` can be opened again."""
        self.table.set_rows(_rows(day), keep=lambda row: row.method)
        counts = [self.tr("%n sale(s)", "", day.sales)]
        if day.refunds:
            counts.append(self.tr("%n refund(s)", "", day.refunds))
        self._counted.setText(" · ".join(counts))
        tips = self.tr("Tips {amount}").format(amount=language.money(day.tips)) if day.tips else ""
        self._tips.setText(tips)
        self._takings.setText(language.money(day.takings, "always"))
        for column in _OF_A_CLOSE:
            self.table.setColumnHidden(column, day.close is None)
        self._show_drawer(day)
        self._show_warning(day)
        self._closed.setVisible(day.close is not None)
        emptied(self._inside)
        if day.close is not None:
            self._show_close(day, day.close, today)

    # ---- how it is made

    def _make_table(self) -> Table[MethodRow]:
        table: Table[MethodRow] = Table(
            [
                Column(self.tr("Paid by"), lambda row: Cell(words.method_name(row.method), bold=True)),
                Column(
                    self.tr("Payments"),
                    lambda row: language.number(row.payments) if row.payments else "",
                    kind="figure",
                    width=84,
                ),
                Column(
                    self.tr("Expected"), lambda row: language.money(row.expected), kind="figure", width=104
                ),
                Column(self.tr("Counted"), self._count, kind="figure", width=104),
                Column(self.tr("Difference"), self._apart, width=150),
            ],
            row_height=46,
            name=self.tr("Ways to pay"),
        )
        return table

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 9, 14, 9)
        foot.setSpacing(12)
        self._counted = plain_label(role="secondary")
        self._tips = plain_label(role="secondary")
        self._takings = plain_label(role="subtitle")
        foot.addWidget(self._counted)
        foot.addWidget(self._tips)
        foot.addStretch(1)
        foot.addWidget(plain_label(self.tr("Takings"), role="hint"))
        foot.addWidget(self._takings)
        return foot

    def _make_drawer(self) -> None:
        self._entries = QVBoxLayout()
        self._entries.setSpacing(8)
        self._drawer.body.addLayout(self._entries)
        self._moves = QWidget()
        row = QHBoxLayout(self._moves)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(8)
        for kind, text in (
            ("float", self.tr("Float…")),
            ("in", self.tr("Money in…")),
            ("out", self.tr("Money out…")),
        ):
            button = Button(text)
            button.clicked.connect(lambda _on=False, kind=kind: self.move_wanted.emit(kind))
            row.addWidget(button)
        row.addStretch(1)
        self._drawer.body.addWidget(self._moves)

    # ---- what is shown

    def _show_warning(self, day: Day) -> None:
        emptied(self.warning.body)
        if day.unclosed:
            row = QHBoxLayout()
            row.setSpacing(4)
            row.addWidget(plain_label(self.tr("Not closed yet:")))
            for one in day.unclosed[:5]:
                link = Button(language.short_day(one), role="link")
                link.clicked.connect(lambda _on=False, one=one: self.day_wanted.emit(one))
                row.addWidget(link)
            if len(day.unclosed) > 5:
                row.addWidget(plain_label("…"))
            row.addStretch(1)
            self.warning.body.addLayout(row)
        waiting = open_sales_text(day) if day.close is None else ""
        if waiting:
            self.warning.body.addWidget(plain_label(waiting, wrap=True))
        self.warning.setVisible(bool(day.unclosed or waiting))

    def _show_drawer(self, day: Day) -> None:
        emptied(self._entries)
        paid = next((one.amount for one in day.sums if one.method == CASH), 0)
        carried = "" if day.float_said or not day.float else self.tr("left by the last close")
        if day.close is not None:
            carried = ""
        self._entries.addLayout(amount_row(self.tr("Float"), language.money(day.float), hint=carried))
        self._entries.addLayout(amount_row(self.tr("Cash payments, less refunds"), language.money(paid)))
        for entry in day.entries:
            if entry.kind != "float":
                self._entries.addLayout(self._entry(entry, open_day=day.close is None))
        self._entries.addWidget(rule("soft-rule"))
        cash = day.expected[CASH]
        told = amount_row(
            self.tr("Should be there"),
            language.money(cash),
            strong=True,
            role="bad" if cash < 0 else "subtitle",
        )
        self._entries.addLayout(told)
        self._moves.setVisible(day.close is None)

    def _entry(self, entry: DrawerEntry, *, open_day: bool) -> QHBoxLayout:
        put = entry.kind == "in"
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(plain_label(self.tr("In") if put else self.tr("Out"), role="secondary"))
        hint = " · ".join(part for part in (language.time_text(entry.at), entry.reason, entry.who) if part)
        row.addWidget(ElidedLabel(hint, role="hint"), 1)
        row.addWidget(plain_label(language.money(entry.amount if put else -entry.amount)))
        if open_day:
            strike = IconButton(
                icon("x", 14), self.tr("Strike out: {what}").format(what=entry.reason), size=24
            )
            strike.clicked.connect(lambda _on=False: self.strike_wanted.emit(entry.id))
            row.addWidget(strike)
        return row

    def _show_close(self, day: Day, close: DayClose, today: bool) -> None:
        add = self._inside
        add.addWidget(plain_label(closed_text(day), role="secondary", wrap=True))
        for value, many in close.pieces:
            add.addLayout(amount_row(f"{language.money(value)} × {many}", language.money(value * many)))
        if close.pieces:
            add.addWidget(rule("soft-rule"))
        add.addLayout(amount_row(self.tr("Counted"), language.money(close.cash), strong=True))
        add.addLayout(amount_row(self.tr("Stays in the drawer"), language.money(close.kept)))
        add.addLayout(amount_row(self.tr("Taken out"), language.money(close.handed_over)))
        if close.note:
            add.addWidget(plain_label(close.note, role="hint", wrap=True))
        if today:
            reopen = Button(self.tr("Open it again"))
            reopen.clicked.connect(self.reopen_wanted)
            add.addWidget(reopen, 0, Qt.AlignmentFlag.AlignLeft)

    # ---- cells

    def _count(self, row: MethodRow) -> Cell:
        if row.method in PREPAID_METHODS:
            return Cell("")
        return Cell("" if row.count is None else language.money(row.count.counted))

    def _apart(self, row: MethodRow) -> Cell:
        look = theme.tokens()
        if row.count is None or row.method in PREPAID_METHODS:
            told = self.tr("nothing to count") if row.method in PREPAID_METHODS else ""
            return Cell(told, colour=look.ink3)
        apart = row.count.difference
        if not apart:
            return Cell(self.tr("none"), colour=look.ink3)
        told = self.tr("{amount} missing") if apart < 0 else self.tr("{amount} too much")
        colour = look.danger if apart < 0 else ""
        return Cell(
            told.format(amount=language.money(abs(apart))), row.count.reason, bold=True, colour=colour
        )


def _rows(day: Day) -> list[MethodRow]:
    """Every way of paying that is usual, was used, or was counted."""
    sums = {one.method: one for one in day.sums}
    counts = {} if day.close is None else {one.method: one for one in day.close.counts}
    expected = day.expected
    return [
        MethodRow(
            method,
            sums[method].payments if method in sums else 0,
            counts[method].expected if method in counts else expected.get(method, 0),
            counts.get(method) if day.close is None or method in counts else MethodCount(method, 0, 0),
        )
        for method in (*COUNTED, *PREPAID_METHODS)
        if method in _ALWAYS or method in sums or method in counts
    ]
