"""The columns of the books' list of sales."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from merchant_desk.sales.books.model import BookRow
from merchant_desk.shell import language, theme, words
from merchant_desk.widgets.table import Cell, Column

if TYPE_CHECKING:
    from merchant_desk.core.clock import Clock


def book_columns(clock: Clock) -> list[Column[BookRow]]:
    """When, who, what, what brought them, how and how much was paid, and how it stands."""

    def when(row: BookRow) -> Cell:
        return _cell(row, language.moment_text(row.sale.sold_at, clock.now()), row.sale.number)

    return [
        Column(
            QCoreApplication.translate("sales_table", "Sale"),
            when,
            width=140,
            sort=lambda row: row.sale.sold_at,
        ),
        Column(QCoreApplication.translate("sales_table", "Customer"), _customer, width=124),
        Column(
            QCoreApplication.translate("sales_table", "Services"),
            lambda row: _cell(row, row.sale.services, row.sale.workers),
        ),
        Column(QCoreApplication.translate("sales_table", "What brought them"), _source, width=150),
        Column(QCoreApplication.translate("sales_table", "Paid by"), _methods, width=116),
        Column(
            QCoreApplication.translate("sales_table", "Total"),
            _total,
            kind="figure",
            width=104,
            sort=lambda row: row.sale.total,
        ),
        Column(QCoreApplication.translate("sales_table", "State"), _state, width=132),
    ]


def state_name(state: str, held: bool | None = None) -> str:
    """How a sale stands: one of books.model.STATES in a word; `held` tells the open ones apart."""
    if state == "refund":
        return QCoreApplication.translate("sales_table", "Refund")
    if state == "open" and held is not None:
        if held:
            return QCoreApplication.translate("sales_table", "Put aside")
        return QCoreApplication.translate("sales_table", "To pay later")
    return words.status_name(state)


def _cell(row: BookRow, text: str, hint: str = "", *, bold: bool = False) -> Cell:
    """A cell of a sale; that of a void one is struck through and grey."""
    if row.state == "void":
        return Cell(text, hint=hint, colour=theme.tokens().ink3, struck=True)
    return Cell(text, hint=hint, bold=bold)


def _customer(row: BookRow) -> Cell:
    if row.sale.customer:
        return _cell(row, row.sale.customer, bold=True)
    return Cell(QCoreApplication.translate("sales_table", "Passing customer"), colour=theme.tokens().ink3)


def _source(row: BookRow) -> Cell:
    kind = row.sale.source_kind
    if not kind:
        return Cell("—", colour=theme.tokens().ink3)
    colour = theme.tokens().ink3 if row.state == "void" else ""
    return Cell(
        words.source_name(kind), hint=row.sale.source_title, dot=theme.source_brush(kind), colour=colour
    )


def _methods(row: BookRow) -> Cell:
    return _cell(row, language.joined([words.method_name(method) for method in row.sale.methods]))


def _total(row: BookRow) -> Cell:
    return _cell(row, language.money(row.sale.total, "always"), bold=True)


def _state(row: BookRow) -> Cell:
    look = theme.tokens()
    name = state_name(row.state, row.held)
    if row.state == "void":
        return Cell(name, colour=look.danger)
    if row.state == "refund":
        return Cell(
            name,
            hint=QCoreApplication.translate("sales_table", "of {number}").replace("{number}", row.refund_of),
        )
    if row.state == "open":
        due = QCoreApplication.translate("sales_table", "{amount} to pay").replace(
            "{amount}", language.money(row.due)
        )
        return Cell(name, hint=due, bold=True)
    back = ""
    if row.refunded:
        back = QCoreApplication.translate("sales_table", "{amount} given back").replace(
            "{amount}", language.money(row.refunded)
        )
    return Cell(name, hint=back, colour=look.ink2)
