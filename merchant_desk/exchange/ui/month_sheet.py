"""A month of the books for the accountant: which month, and where the file goes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from merchant_desk.exchange.books_out import MonthBook, month_book, save_month
from merchant_desk.shell import language
from merchant_desk.shell.export_table import ask_place
from merchant_desk.shell.sheet import Sheet
from merchant_desk.shop import store as shop_store
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import Segmented
from merchant_desk.widgets.fields import Field
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.core.sheets import Table
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame

_MONTHS = 36
_REST = 2  # the summary and the workers are no rows of the books


class MonthSheet(Sheet):
    """Writes an xlsx with a summary and every sale, payment, voucher, card entry and day close of a month."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, self.tr("Month for the accountant"), ".xlsx")
        self._book: MonthBook | None = None
        self._shop = ""
        today = frame.clock.today().replace(day=1)
        months = [_back(today, count) for count in range(_MONTHS)]
        # On the first days of a month it is the month before that is asked for.
        usual = months[1] if frame.clock.today().day <= 10 else months[0]
        self.month = Choice(
            [(first, language.month_title(first)) for first in months],
            usual,
            self.tr("Month"),
        )
        self.month.chosen.connect(lambda _month: self._read())
        self.words = Segmented(
            [("zh_CN", "中文"), ("en", "English")], language.current(), self.tr("Language of the file")
        )
        self.words.chosen.connect(lambda _key: self._read())
        self.count = plain_label(role="secondary", wrap=True)
        self.body.addWidget(Field(self.tr("Month"), self.month))
        self.body.addWidget(Field(self.tr("Language of the file"), self.words))
        self.body.addWidget(self.count)
        self.body.addWidget(
            plain_label(
                self.tr(
                    "One file with a summary in both views, what each worker earned, and every row behind it:"
                    " sales, lines, payments, refunds, vouchers, cards, commission, drawer and day closes."
                    " Customers are named in it."
                ),
                role="hint",
                wrap=True,
            )
        )
        self.body.addStretch(1)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Save file…"), self._save)
        self._read()

    def dirty(self) -> bool:
        """Nothing is lost by closing it."""
        return False

    def _read(self) -> None:
        self.clear_errors()
        self._book = None
        self.set_busy(True)
        month, words = self.month.key(), self.words.current()
        if not isinstance(month, dt.date):
            return

        def work(reader: Reader) -> tuple[str, MonthBook]:
            shop = shop_store.shop(reader)
            return shop.name if shop else "", month_book(reader, month, words)

        self.frame.background.read(work, self._show, self.fail, owner=self, key="month")

    def _show(self, found: tuple[str, MonthBook]) -> None:
        self._shop, self._book = found
        self.set_busy(False)
        told = [_told(table) for table in self._book.tables[_REST:] if list(table.rows)]
        self.count.setText(
            language.joined(told) if told else self.tr("Nothing is in the books of this month.")
        )

    def _save(self) -> None:
        book = self._book
        if book is None:
            return
        self.clear_errors()
        path = ask_place(f"{self._shop} {book.first:%Y-%m}".strip(), csv=False)
        if path is None:
            return
        self.set_busy(True)
        self.frame.background.read(
            lambda _reader: save_month(path, book),
            lambda _done: self._saved(path),
            self.fail,
            owner=self,
            key="save",
        )

    def _saved(self, path: Path) -> None:
        self.frame.notice(self.tr("{file} saved.").replace("{file}", path.name))
        self.shut()


def _told(table: Table) -> str:
    return f"{table.title} {len(list(table.rows))}"


def _back(first: dt.date, months: int) -> dt.date:
    """The first day of the month so many before."""
    count = first.year * 12 + first.month - 1 - months
    return dt.date(count // 12, count % 12 + 1, 1)
