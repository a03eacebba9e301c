"""Every entry of all cards' ledgers, by time: the newest, and what those picked or found come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.core.sheets import Amount
from merchant_desk.prepaid import entry_store
from merchant_desk.prepaid.model import ENTRY_KINDS, KINDS, EntryFilter, EntryRow, EntrySum, sums_of
from merchant_desk.prepaid.ui.card_words import entry_name, kind_name, uses_of
from merchant_desk.shell import language, theme
from merchant_desk.shell.export_table import export_table
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.labels import ElidedLabel, plain_label, rule
from merchant_desk.widgets.narrowed import Narrowed
from merchant_desk.widgets.pick_table import PickTable
from merchant_desk.widgets.table import Cell, Column

if TYPE_CHECKING:
    from merchant_desk.core.sheets import Cell as SheetCell
    from merchant_desk.shell.frame import Frame

_LISTED = 500
_GIVEN_OUT = 1_000_000


@dataclass(frozen=True, slots=True)
class Entries:
    """The newest entries of a question and what all of them come to by their kind."""

    rows: list[EntryRow]
    sums: list[EntrySum]


class EntriesView(QWidget):
    """Entries by period, kind and the tab's text; `card_wanted` carries the id of a pressed one's card."""

    card_wanted = Signal(str)

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._text = ""
        self._entries: Entries | None = None
        self._make_filters()
        self.table = self._make_table()
        card = Card(padding=0)
        card.body.setSpacing(0)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(rule())
        card.body.addLayout(self._make_foot())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.narrowed)
        column.addWidget(card, 1)

    def reload(self) -> None:
        """Read what is asked for."""
        asked = self._asked()
        self._frame.background.read(
            lambda r: Entries(entry_store.entries(r, asked, _LISTED), entry_store.entry_sums(r, asked)),
            self._show,
            owner=self,
            key="entries",
        )

    def look_for(self, text: str) -> None:
        """Show those that `text` finds."""
        self._text = text
        self.reload()

    # ---- how it is made

    def _make_filters(self) -> None:
        self.narrowed = Narrowed(self._frame.clock.today())
        self.narrowed.period.choose("month")
        kinds = [(kind, entry_name(kind)) for kind in ENTRY_KINDS]
        self.narrowed.add_choice("kind", self.tr("Any entry"), kinds)
        self.narrowed.add_choice("card_kind", self.tr("Any card"), [(one, kind_name(one)) for one in KINDS])
        self.narrowed.end()
        self.narrowed.period.chosen.connect(self.reload)
        self.narrowed.changed.connect(self.reload)

    def _make_table(self) -> PickTable[EntryRow]:
        table: PickTable[EntryRow] = PickTable(
            [
                Column(self.tr("Time"), self._when, width=130, sort=lambda row: row.entry.at),
                Column(self.tr("Entry"), _what),
                Column(self.tr("Card"), _card, width=210),
                Column(self.tr("Uses"), _uses, width=140),
                Column(self.tr("Bonus"), _bonus, kind="figure", width=104, sort=lambda row: row.entry.bonus),
                Column(
                    self.tr("Paid part"),
                    _principal,
                    kind="figure",
                    width=120,
                    sort=lambda row: row.entry.principal,
                ),
            ],
            row_height=54,
            name=self.tr("Entries of prepaid cards"),
        )
        table.chosen.connect(lambda row: self.card_wanted.emit(row.card_id))
        table.picked.connect(self._picked)
        return table

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 9, 14, 9)
        foot.setSpacing(12)
        self.counted = plain_label(role="secondary")
        self.by_kind = ElidedLabel("", role="hint")
        self.bonus = plain_label(role="hint")
        self.sum = plain_label(role="subtitle")
        foot.addWidget(self.counted)
        foot.addWidget(self.by_kind, 1)
        foot.addWidget(self.bonus)
        foot.addWidget(self.sum)
        return foot

    # ---- what is shown

    def _show(self, entries: Entries) -> None:
        self._entries = entries
        narrow = bool(self._text.strip()) or self.narrowed.is_narrowed()
        self.table.set_empty_text(
            self.tr("No entry fits. Try another period or fewer words.")
            if narrow
            else self.tr("Nothing happened on cards in this time.")
        )
        self.table.set_rows(entries.rows, keep=lambda row: row.entry.id)
        self._picked(self.table.picks())

    def _picked(self, rows: list[EntryRow]) -> None:
        """What several picked entries come to, or else all that were found."""
        if self._entries is None:
            return
        some = len(rows) > 1
        sums = sums_of(rows) if some else self._entries.sums
        count = sum(one.entries for one in sums)
        told = self.tr("%n entry(s)", "", count)
        if some:
            told = self.tr("%n picked:", "", len(rows)) + " " + told
        elif count > _LISTED:
            told += " · " + self.tr("The newest {n} are listed.").format(n=language.number(_LISTED))
        self.counted.setText(told)
        self.by_kind.set_text(
            " · ".join(f"{entry_name(one.kind)} {_signed(one.principal)}" for one in sums if one.principal)
        )
        bonus = sum(one.bonus for one in sums)
        self.bonus.setText(self.tr("bonus {amount}").format(amount=_signed(bonus)) if bonus else "")
        changed = _signed(sum(one.principal for one in sums))
        self.sum.setText(self.tr("Owed {amount}").format(amount=changed))

    def _when(self, row: EntryRow) -> Cell:
        return _cell(row, language.moment_text(row.entry.at, self._frame.clock.now()), row.entry.who)

    # ---- what was asked, and given out

    def _asked(self) -> EntryFilter:
        from_day, to_day = self.narrowed.period.days(self._frame.clock.today())
        return EntryFilter(
            text=self._text,
            from_day=from_day,
            to_day=to_day,
            kind=self.narrowed.value("kind"),
            card_kind=self.narrowed.value("card_kind"),
        )

    def export(self) -> None:
        """Give out every entry that is found."""
        asked = self._asked()
        title = self.tr("Entries of prepaid cards")
        header = [
            self.tr("Time"),
            self.tr("Entry"),
            self.tr("Number"),
            self.tr("Card"),
            self.tr("Customer"),
            self.tr("Service"),
            self.tr("Uses"),
            self.tr("Bonus"),
            self.tr("Paid part"),
            self.tr("Sale"),
            self.tr("Note"),
            self.tr("By"),
            self.tr("Counts"),
        ]
        yes, no = self.tr("yes"), self.tr("no")
        self._frame.background.read(
            lambda r: [_sheet_row(row, yes, no) for row in entry_store.entries(r, asked, _GIVEN_OUT)],
            lambda rows: export_table(self._frame, title, header, rows),
            owner=self,
            key="export",
        )


def _sheet_row(row: EntryRow, yes: str, no: str) -> tuple[SheetCell, ...]:
    one = row.entry
    return (
        one.at,
        entry_name(one.kind),
        row.number,
        row.card,
        row.customer,
        one.service,
        one.units,
        Amount(one.bonus),
        Amount(one.principal),
        one.sale_number,
        one.note,
        one.who,
        no if one.voided else yes,
    )


def _cell(row: EntryRow, text: str, hint: str = "", *, bold: bool = False) -> Cell:
    """A cell of an entry; that of one that does not count is struck through and grey."""
    if row.entry.voided:
        return Cell(text, hint=hint, colour=theme.tokens().ink3, struck=True)
    return Cell(text, hint=hint, bold=bold)


def _what(row: EntryRow) -> Cell:
    one = row.entry
    hint = " · ".join(part for part in (one.sale_number, one.note) if part)
    return _cell(row, entry_name(one.kind), hint)


def _card(row: EntryRow) -> Cell:
    return _cell(row, row.customer, f"{row.number} · {row.card}")


def _uses(row: EntryRow) -> Cell:
    return _cell(row, uses_of(row.entry))


def _bonus(row: EntryRow) -> Cell:
    return _cell(row, _signed(row.entry.bonus) if row.entry.bonus else "")


def _principal(row: EntryRow) -> Cell:
    return _cell(row, _signed(row.entry.principal) if row.entry.principal else "", bold=True)


def _signed(amount: int) -> str:
    return ("+" if amount > 0 else "") + language.money(amount, "always")
