"""The books' second tab: every payment, by which way it came or went, and what each way comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from merchant_desk.core.sheets import Amount
from merchant_desk.prepaid.model import PREPAID_METHODS
from merchant_desk.sales.books import store
from merchant_desk.sales.books.model import BookFilter, MethodSum, PaymentRow
from merchant_desk.sales.ui.sales_reading import ALL_METHODS
from merchant_desk.sales.ui.sales_table import state_name
from merchant_desk.shell import language, theme, words
from merchant_desk.shell.export_table import export_table
from merchant_desk.shell.icons import icon
from merchant_desk.shell.tabs import Tab
from merchant_desk.widgets.bar_fields import SearchField
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.labels import ElidedLabel, plain_label, rule
from merchant_desk.widgets.narrowed import Narrowed
from merchant_desk.widgets.pick_table import PickTable
from merchant_desk.widgets.table import Cell, Column

if TYPE_CHECKING:
    from merchant_desk.core.sheets import Cell as SheetCell
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame

_LISTED = 500
_GIVEN_OUT = 1_000_000


@dataclass(frozen=True, slots=True)
class Payments:
    """The newest payments of a question and what all of them come to by their method."""

    rows: list[PaymentRow]
    sums: list[MethodSum]


class PaymentsTab(Tab):
    """Payments by period, way and text; `sale_wanted` carries the id of the sale of one."""

    key = "payments"
    topics = frozenset({"sales", "customers", "prepaid", "vouchers"})
    arrives_by: ClassVar[frozenset[str]] = frozenset({"method"})
    sale_wanted = Signal(str)

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._payments: Payments | None = None
        self._make_bar()
        self._make_filters()
        self.table = self._make_table()
        self.search.moved.connect(self.table.step)
        self.search.accepted.connect(self.table.choose_current)
        card = Card(padding=0)
        card.body.setSpacing(0)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(rule())
        card.body.addLayout(self._make_foot())
        self.body.setSpacing(12)
        self.body.addWidget(card, 1)

    def title(self) -> str:
        return self.tr("Payments")

    def arrive(self, **where: object) -> None:
        """`method` alone: today's payments of that way."""
        if "method" in where:
            self.narrowed.leave_open()
            self.narrowed.choose("method", str(where["method"]))
            self.reload()

    def reload(self) -> None:
        asked = self._asked()
        self.frame.background.read(
            lambda reader: Payments(
                store.payments(reader, asked, _LISTED), store.payment_sums(reader, asked)
            ),
            self._show,
            owner=self,
            key="payments",
        )

    # ---- how it is made

    def _make_bar(self) -> None:
        self.search = SearchField(self.tr("Number, customer, voucher, card"))
        self.search.setMinimumWidth(140)
        self.search.textChanged.connect(lambda _text: self.reload())
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)
        self.export = Button(self.tr("Export…"), icon=icon("download", 16))
        self.export.clicked.connect(self._export)
        self.buttons.addWidget(self.search)
        self.buttons.addWidget(self.export)

    def _make_filters(self) -> None:
        self.narrowed = Narrowed(self.frame.clock.today())
        self.narrowed.add_choice(
            "method",
            self.tr("Any payment"),
            [(method, words.method_name(method)) for method in ALL_METHODS],
        )
        self.narrowed.add_choice(
            "way",
            self.tr("Paid and given back"),
            [("in", self.tr("Paid")), ("out", self.tr("Given back"))],
        )
        self.narrowed.end()
        self.narrowed.period.chosen.connect(self.reload)
        self.narrowed.changed.connect(self.reload)
        self.body.addWidget(self.narrowed)

    def _make_table(self) -> PickTable[PaymentRow]:
        table: PickTable[PaymentRow] = PickTable(
            [
                Column(self.tr("Time"), self._when, width=130, sort=lambda row: row.at),
                Column(self.tr("Paid by"), self._method),
                Column(self.tr("Sale"), _sale, width=150),
                Column(self.tr("Customer"), self._customer, width=150),
                Column(self.tr("Fee"), _fee, kind="figure", width=96, sort=lambda row: row.fee),
                Column(self.tr("Amount"), _amount, kind="figure", width=116, sort=lambda row: row.amount),
            ],
            row_height=54,
            name=self.tr("Payments"),
        )
        table.chosen.connect(lambda row: self.sale_wanted.emit(row.sale_id))
        table.picked.connect(self._picked)
        return table

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 9, 14, 9)
        foot.setSpacing(12)
        self.counted = plain_label(role="secondary")
        self.by_method = ElidedLabel("", role="hint")
        self.ahead = plain_label(role="hint")
        self.sum = plain_label(role="subtitle")
        foot.addWidget(self.counted)
        foot.addWidget(self.by_method, 1)
        foot.addWidget(self.ahead)
        foot.addWidget(self.sum)
        return foot

    # ---- what is shown

    def _show(self, payments: Payments) -> None:
        self._payments = payments
        narrow = bool(self.search.text().strip()) or self.narrowed.is_narrowed()
        self.table.set_empty_text(
            self.tr("No payment fits. Try another period or fewer words.")
            if narrow
            else self.tr("Nothing was paid in this time.")
        )
        self.table.set_rows(payments.rows, keep=lambda row: row.id)
        self._picked(self.table.picks())
        self.loaded.emit()

    def _picked(self, rows: list[PaymentRow]) -> None:
        """What several picked payments come to, or else all that were found."""
        if self._payments is None:
            return
        some = len(rows) > 1
        sums = _sums(rows) if some else self._payments.sums
        told = self.tr("%n payment(s)", "", sum(one.payments for one in sums))
        if some:
            told = self.tr("%n picked:", "", len(rows)) + " " + told
        elif sum(one.payments for one in sums) > _LISTED:
            told += " · " + self.tr("The newest {n} are listed.").format(n=language.number(_LISTED))
        self.counted.setText(told)
        self.by_method.set_text(
            " · ".join(f"{words.method_name(one.method)} {language.money(one.amount)}" for one in sums)
        )
        ahead = sum(one.amount for one in sums if one.method in PREPAID_METHODS)
        said = self.tr("{amount} of it by prepaid cards").replace("{amount}", language.money(ahead))
        self.ahead.setText(said if ahead else "")
        self.sum.setText(language.money(sum(one.amount for one in sums), "always"))

    def _when(self, row: PaymentRow) -> Cell:
        return _cell(row, language.moment_text(row.at, self.frame.clock.now()))

    def _method(self, row: PaymentRow) -> Cell:
        name = words.method_name(row.method)
        if row.platform:
            name = f"{words.platform_name(row.platform)} {name}"
        return _cell(row, name, row.paper or row.reason)

    def _customer(self, row: PaymentRow) -> Cell:
        if row.customer:
            return _cell(row, row.customer)
        return Cell(self.tr("Passing customer"), colour=theme.tokens().ink3)

    # ---- what was asked, and given out

    def _asked(self) -> BookFilter:
        from_day, to_day = self.narrowed.period.days(self.frame.clock.today())
        return BookFilter(
            text=self.search.text(),
            from_day=from_day,
            to_day=to_day,
            method=self.narrowed.value("method"),
            way=self.narrowed.value("way"),
        )

    def _export(self) -> None:
        asked = self._asked()
        header = [
            self.tr("Time"),
            self.tr("Paid by"),
            self.tr("Platform"),
            self.tr("Voucher or card"),
            self.tr("Sale"),
            self.tr("Customer"),
            self.tr("Fee"),
            self.tr("Amount"),
            self.tr("State"),
            self.tr("Reason"),
        ]
        self.frame.background.read(
            lambda reader: _sheet_rows(reader, asked),
            lambda rows: export_table(self.frame, self.title(), header, rows),
            owner=self,
            key="export",
        )


def _sums(rows: list[PaymentRow]) -> list[MethodSum]:
    """What these come to by their method; those of void sales count nothing."""
    found: dict[str, list[PaymentRow]] = {}
    for row in rows:
        if row.status != "void":
            found.setdefault(row.method, []).append(row)
    return [
        MethodSum(method, len(of), sum(row.amount for row in of), sum(row.fee for row in of))
        for method, of in sorted(found.items(), key=lambda one: -sum(row.amount for row in one[1]))
    ]


def _sheet_rows(reader: Reader, asked: BookFilter) -> list[tuple[SheetCell, ...]]:
    return [
        (
            row.at,
            words.method_name(row.method),
            words.platform_name(row.platform) if row.platform else "",
            row.paper,
            row.number,
            row.customer,
            Amount(row.fee),
            Amount(row.amount),
            _state(row),
            row.reason,
        )
        for row in store.payments(reader, asked, _GIVEN_OUT)
    ]


def _cell(row: PaymentRow, text: str, hint: str = "", *, bold: bool = False) -> Cell:
    """A cell of a payment; that of a void sale is struck through and grey."""
    if row.status == "void":
        return Cell(text, hint=hint, colour=theme.tokens().ink3, struck=True)
    return Cell(text, hint=hint, bold=bold)


def _state(row: PaymentRow) -> str:
    """How its sale stands, in the word that the tab of the sales has for it."""
    return state_name("refund" if row.refund and row.status == "paid" else row.status)


def _sale(row: PaymentRow) -> Cell:
    usual = row.status == "paid" and not row.refund
    return _cell(row, row.number, "" if usual else _state(row))


def _fee(row: PaymentRow) -> Cell:
    return _cell(row, language.money(row.fee, "always") if row.fee else "")


def _amount(row: PaymentRow) -> Cell:
    return _cell(row, language.money(row.amount, "always"), bold=True)
