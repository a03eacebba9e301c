"""What the sales tab reads: the rows of a question, their sums, and the sales behind a chart's number."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from merchant_desk.catalog import store as catalog_store
from merchant_desk.core.sheets import Amount
from merchant_desk.insights import queries
from merchant_desk.prepaid.model import PREPAID_METHODS
from merchant_desk.sales import store as sale_store
from merchant_desk.sales.books import store
from merchant_desk.sales.books.model import BookFilter, BookRow, BookSums
from merchant_desk.sales.model import METHODS
from merchant_desk.sales.ui.sales_table import state_name
from merchant_desk.shell import language, words
from merchant_desk.sources import store as source_store
from merchant_desk.team import store as team_store

if TYPE_CHECKING:
    from merchant_desk.core.sheets import Cell
    from merchant_desk.db.records import Reader
    from merchant_desk.sales.model import SaleRow

ALL_METHODS = (*METHODS, "transfer", "voucher", *PREPAID_METHODS)
_BEHIND_COUNTED = 5_000
_GIVEN_OUT = 1_000_000


@dataclass(frozen=True, slots=True)
class Behind:
    """The sales behind one number: credited to a kind or a content, from one day to another."""

    from_day: dt.date
    to_day: dt.date
    kind: str | None = None
    content_id: str | None = None


@dataclass(frozen=True, slots=True)
class Books:
    """What the tab shows: the newest rows of a question, what all of them come to, and what may be chosen.

    `content` is the kind and title of the content asked for. `whole` False: the newest `counted` sales
    are looked at, and there are more. `waiting` counts all sales still open.
    """

    rows: list[BookRow]
    sums: BookSums
    workers: list[tuple[str, str]]
    services: list[tuple[str, str]]
    waiting: int
    content: tuple[str, str] | None = None
    whole: bool = True
    counted: int = 0


def read_books(reader: Reader, asked: BookFilter, behind: Behind | None, listed: int) -> Books:
    """The rows and the sums of the question, narrowed to the sales behind a number where one is asked for."""
    credited: dict[str, SaleRow] = {}
    content = None
    if behind is not None:
        asked, credited = _of_number(reader, asked, behind)
        found = source_store.content(reader, behind.content_id) if behind.content_id else None
        content = (found.kind, found.title) if found else None
    return Books(
        rows=_credited(store.rows(reader, asked, listed), credited),
        sums=store.sums(reader, asked),
        workers=[(worker.id, worker.name) for worker in team_store.workers(reader, archived=True)],
        services=[(service.id, service.name) for service in catalog_store.services(reader, archived=True)],
        waiting=len(sale_store.open_sales(reader)),
        content=content,
        whole=len(credited) < _BEHIND_COUNTED,
        counted=len(credited),
    )


def _of_number(reader: Reader, asked: BookFilter, behind: Behind) -> tuple[BookFilter, dict[str, SaleRow]]:
    found = queries.sales_behind(
        reader,
        behind.from_day,
        behind.to_day,
        kind=behind.kind,
        content_id=behind.content_id,
        limit=_BEHIND_COUNTED,
    )
    credited = {row.id: row for row in found}
    return replace(asked, from_day=None, to_day=None, sale_ids=tuple(credited)), credited


def _credited(rows: list[BookRow], credited: dict[str, SaleRow]) -> list[BookRow]:
    """The rows with the source that the number credits them to."""
    return [replace(row, sale=credited[row.sale.id]) if row.sale.id in credited else row for row in rows]


def sheet_rows(reader: Reader, asked: BookFilter, behind: Behind | None) -> list[tuple[Cell, ...]]:
    """Everything that the question finds, as the rows of a sheet."""
    credited: dict[str, SaleRow] = {}
    if behind is not None:
        asked, credited = _of_number(reader, asked, behind)
    return [_sheet_row(row) for row in _credited(store.rows(reader, asked, _GIVEN_OUT), credited)]


def _sheet_row(row: BookRow) -> tuple[Cell, ...]:
    sale = row.sale
    # Whoever adds the columns up is to get what the screen says: only paid sales count.
    counts = sale.status == "paid"
    return (
        sale.number,
        sale.sold_at,
        sale.customer,
        sale.services,
        sale.workers,
        words.source_name(sale.source_kind) if sale.source_kind else "",
        sale.source_title,
        language.joined([words.method_name(method) for method in sale.methods]),
        Amount(sale.total),
        Amount(row.takings if counts else 0),
        Amount(row.earned if counts else 0),
        Amount(row.refunded),
        Amount(row.due),
        state_name(row.state, row.held),
        row.refund_of,
    )
