"""The books' vouchers: what was redeemed, what the platforms paid out for it, and where the two disagree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from merchant_desk.sales.ui.payout_sheet import PayoutSheet
from merchant_desk.sales.ui.voucher_offers_sheet import VoucherOffersSheet
from merchant_desk.sales.ui.voucher_sheet import VoucherSheet
from merchant_desk.sales.ui.voucher_table import (
    payout_columns,
    payout_sheet_header,
    payout_sheet_row,
    payout_totals_of,
    sheet_header,
    sheet_row,
    totals_of,
    voucher_columns,
)
from merchant_desk.sales.ui.voucher_words import SETTLEMENTS, settlement_name
from merchant_desk.sales.vouchers import store
from merchant_desk.sales.vouchers.model import (
    PLATFORMS,
    STATES,
    Settlement,
    VoucherFilter,
    VoucherRow,
    VoucherTotals,
)
from merchant_desk.shell import language, words
from merchant_desk.shell.export_table import export_table
from merchant_desk.shell.icons import icon
from merchant_desk.shell.tabs import Tab
from merchant_desk.widgets.bar_fields import SearchField
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.labels import plain_label, rule
from merchant_desk.widgets.narrowed import Narrowed
from merchant_desk.widgets.pick_table import PickTable

if TYPE_CHECKING:
    from merchant_desk.core.sheets import Cell as SheetCell
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame

_LISTED = 500
_GIVEN_OUT = 1_000_000
_ALONE = "alone"


@dataclass(frozen=True, slots=True)
class _Vouchers:
    """What was found, what all of it comes to, and how much waits to be looked at."""

    rows: list[VoucherRow]
    alone: list[Settlement]
    totals: VoucherTotals
    differing: int
    unmatched: int


class VouchersTab(Tab):
    """Vouchers by period, platform, state and payout; `sale_wanted` carries the id of the sale of one.

    Payouts without a voucher are a list of their own in the same place.
    """

    key = "vouchers"
    topics = frozenset({"vouchers", "sales", "customers"})
    arrives_by: ClassVar[frozenset[str]] = frozenset({"voucher_id", "settlement"})
    sale_wanted = Signal(str)

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._found: _Vouchers | None = None
        self._make_bar()
        self._make_filters()
        self.table = self._make_table()
        self.payouts = self._make_payouts()
        card = Card(padding=0)
        card.body.setSpacing(0)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.payouts, 1)
        self.payouts.hide()
        card.body.addWidget(rule())
        card.body.addLayout(self._make_foot())
        self.body.setSpacing(12)
        self.body.addWidget(card, 1)

    def title(self) -> str:
        return self.tr("Vouchers")

    def arrive(self, **where: object) -> None:
        """`voucher_id` opens that voucher; `settlement` shows all of that kind ("alone": of no voucher)."""
        voucher_id, settlement = where.get("voucher_id"), where.get("settlement")
        if isinstance(voucher_id, str):
            self._open(voucher_id)
        if isinstance(settlement, str):
            self._show_all(settlement)

    def reload(self) -> None:
        asked, alone = self._asked(), self._alone()
        self.frame.background.read(lambda r: _read(r, asked, alone), self._show, owner=self, key="vouchers")

    # ---- how it is made

    def _make_bar(self) -> None:
        self.search = SearchField(self.tr("Code, order, product, customer"))
        self.search.setMinimumWidth(180)
        self.search.textChanged.connect(lambda _text: self.reload())
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self.search.setFocus)
        self.offers = Button(self.tr("Offers…"), icon=icon("tag", 16))
        self.offers.clicked.connect(lambda: self.frame.open_sheet(VoucherOffersSheet(self.frame)))
        self.export = Button(self.tr("Export…"), icon=icon("download", 16))
        self.export.clicked.connect(self._export)
        for widget in (self.search, self.offers, self.export):
            self.buttons.addWidget(widget)

    def _make_filters(self) -> None:
        self.narrowed = Narrowed(self.frame.clock.today())
        self.period = self.narrowed.period
        self.period.choose("month")
        self.narrowed.add_choice(
            "platform", self.tr("Any platform"), [(one, words.platform_name(one)) for one in PLATFORMS]
        )
        self.narrowed.add_choice(
            "state", self.tr("Any state"), [(one, words.status_name(one)) for one in STATES]
        )
        self.narrowed.add_choice(
            "settlement",
            self.tr("Any payout"),
            [
                *((one, settlement_name(one)) for one in SETTLEMENTS),
                (_ALONE, self.tr("Without a voucher")),
            ],
        )
        self.differing = Button("", role="link")
        self.differing.clicked.connect(lambda: self._show_all("differs"))
        self.unmatched = Button("", role="link")
        self.unmatched.clicked.connect(lambda: self._show_all(_ALONE))
        for link in (self.differing, self.unmatched):
            link.hide()
            self.narrowed.add(link)
        self.narrowed.end()
        self.period.chosen.connect(self.reload)
        self.narrowed.changed.connect(self.reload)
        self.body.addWidget(self.narrowed)

    def _make_table(self) -> PickTable[VoucherRow]:
        table: PickTable[VoucherRow] = PickTable(
            voucher_columns(self.frame.clock), row_height=54, name=self.tr("Vouchers")
        )
        table.chosen.connect(lambda row: self._open(row.id))
        table.picked.connect(lambda _rows: self._sum_up())
        self.search.moved.connect(table.step)
        self.search.accepted.connect(table.choose_current)
        return table

    def _make_payouts(self) -> PickTable[Settlement]:
        table: PickTable[Settlement] = PickTable(
            payout_columns(self.frame.clock),
            empty=self.tr("Every payout has its voucher."),
            row_height=54,
            name=self.tr("Payouts without a voucher"),
        )
        table.chosen.connect(lambda row: self.frame.open_sheet(PayoutSheet(self.frame, row.id)))
        table.picked.connect(lambda _rows: self._sum_up())
        return table

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 9, 14, 9)
        foot.setSpacing(12)
        self.counted = plain_label(role="secondary")
        self.more = plain_label(role="hint")
        self.accept = Button(self.tr("Accept these differences"))
        self.accept.clicked.connect(self._accept)
        self.write_down = Button(self.tr("Write down as sales"))
        self.write_down.clicked.connect(self._write_down)
        self.leave = Button(self.tr("Leave as they are"))
        self.leave.clicked.connect(self._leave)
        self.sums = plain_label(role="secondary")
        foot.addWidget(self.counted)
        foot.addWidget(self.more)
        foot.addStretch(1)
        foot.addWidget(self.sums)
        for button in (self.leave, self.write_down, self.accept):
            button.hide()
            foot.addWidget(button)
        return foot

    # ---- what is shown

    def _show(self, found: _Vouchers) -> None:
        self._found = found
        alone = self._alone()
        self.payouts.setVisible(alone)
        self.table.setVisible(not alone)
        self.differing.set_text(self.tr("%n difference(s)", "", found.differing))
        self.differing.setVisible(found.differing > 0 and self.narrowed.value("settlement") != "differs")
        self.unmatched.set_text(self.tr("%n payout(s) without a voucher", "", found.unmatched))
        self.unmatched.setVisible(found.unmatched > 0 and not alone)
        self.table.set_empty_text(self._nothing())
        self.table.set_rows(found.rows, keep=lambda row: row.id)
        self.payouts.set_rows(found.alone, keep=lambda row: row.id)
        self._sum_up()
        self.loaded.emit()

    def _nothing(self) -> str:
        if self.search.text().strip() or self.narrowed.is_narrowed() or self.period.current() != "all":
            return self.tr("No voucher fits. Try another period or fewer words.")
        return self.tr(
            "No vouchers yet. Take one at the till, or import a platform's list of redeemed vouchers."
        )

    def _sum_up(self) -> None:
        """What the picked rows come to, or else everything that was found."""
        if self._found is None:
            return
        if self._alone():
            self._sum_payouts(self.payouts.picks(), self._found)
            return
        picked = self.table.picks()
        some = len(picked) > 1
        sums = totals_of(picked) if some else self._found.totals
        told = self.tr("%n picked:", "", len(picked)) + " " if some else ""
        self.counted.setText(told + self.tr("%n voucher(s)", "", sums.count))
        self._tell_more(len(self._found.rows), self._found.totals.count)
        parts = (
            (self.tr("Customers paid"), sums.customer_paid),
            (self.tr("Fees"), -sums.fees),
            (self.tr("Pays out"), sums.pays_out),
            (self.tr("Paid out"), sums.settled),
        )
        self.sums.setText(" · ".join(f"{name} {language.money(amount)}" for name, amount in parts))
        differ = [row for row in picked if row.settlement == "differs"]
        self.accept.setVisible(bool(differ) and len(differ) == len(picked))
        self.write_down.hide()
        self.leave.hide()

    def _tell_more(self, listed: int, found: int) -> None:
        told = self.tr("The newest {n} are listed; the sums count them all.")
        self.more.setText(told.format(n=language.number(listed)) if found > listed else "")

    def _sum_payouts(self, picked: list[Settlement], found: _Vouchers) -> None:
        some = len(picked) > 1
        sums = payout_totals_of(picked) if some else found.totals
        told = self.tr("%n picked:", "", len(picked)) + " " if some else ""
        self.counted.setText(told + self.tr("%n payout(s)", "", sums.count))
        self._tell_more(len(found.alone), found.totals.count)
        paid = self.tr("Customers paid"), sums.customer_paid
        out = self.tr("Paid out"), sums.settled
        self.sums.setText(" · ".join(f"{name} {language.money(amount)}" for name, amount in (paid, out)))
        self.accept.hide()
        self.write_down.setVisible(bool(picked))
        self.leave.setVisible(bool(picked))

    # ---- what is done

    def _alone(self) -> bool:
        return self.narrowed.value("settlement") == _ALONE

    def _asked(self) -> VoucherFilter:
        from_day, to_day = self.period.days(self.frame.clock.today())
        settlement = self.narrowed.value("settlement")
        return VoucherFilter(
            text=self.search.text(),
            platform=self.narrowed.value("platform"),
            state=self.narrowed.value("state"),
            settlement="" if settlement == _ALONE else settlement,
            from_day=from_day,
            to_day=to_day,
        )

    def _show_all(self, settlement: str) -> None:
        self.period.choose("all")
        self.search.clear()
        self.narrowed.leave_open()
        self.narrowed.choose("settlement", settlement)
        self.reload()

    def _open(self, voucher_id: str) -> None:
        sheet = VoucherSheet(self.frame, voucher_id)
        sheet.sale_wanted.connect(self.sale_wanted)
        self.frame.open_sheet(sheet)

    def _accept(self) -> None:
        ids = [row.id for row in self.table.picks()]
        self.frame.act(
            lambda desk: desk.vouchers.accept(ids),
            self.tr("%n difference(s) accepted.", "", len(ids)),
            owner=self,
        )

    def _write_down(self) -> None:
        ids = [row.id for row in self.payouts.picks()]
        self.frame.act(
            lambda desk: desk.vouchers.write_down(ids),
            lambda made: self.tr("%n sale(s) written down.", "", len(made)),
            owner=self,
        )

    def _leave(self) -> None:
        ids = [row.id for row in self.payouts.picks()]
        self.frame.act(lambda desk: desk.vouchers.accept_rows(ids), self.tr("Left as they are."), owner=self)

    def _export(self) -> None:
        asked, alone = self._asked(), self._alone()
        title = self.payouts.accessibleName() if alone else self.title()
        header = payout_sheet_header() if alone else sheet_header()
        self.frame.background.read(
            lambda r: _given_out(r, asked, alone),
            lambda rows: export_table(self.frame, title, header, rows),
            owner=self,
            key="export",
        )


def _given_out(r: Reader, asked: VoucherFilter, alone: bool) -> list[list[SheetCell]]:
    if alone:
        return [payout_sheet_row(row) for row in store.unmatched(r, asked, _GIVEN_OUT)]
    return [sheet_row(row) for row in store.vouchers(r, asked, _GIVEN_OUT)]


def _read(r: Reader, asked: VoucherFilter, alone: bool) -> _Vouchers:
    return _Vouchers(
        rows=[] if alone else store.vouchers(r, asked, _LISTED),
        alone=store.unmatched(r, asked, _LISTED) if alone else [],
        totals=store.unmatched_totals(r, asked) if alone else store.totals(r, asked),
        differing=len(store.differences(r, _LISTED)),
        unmatched=store.unmatched_count(r),
    )
