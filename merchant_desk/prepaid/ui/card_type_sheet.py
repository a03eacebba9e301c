"""One card type: a balance with its bonus, or a pass with what it can be used for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from merchant_desk.catalog import store as catalog
from merchant_desk.core.errors import DeskError
from merchant_desk.prepaid import ledger, store
from merchant_desk.prepaid.model import SPEND_FIRST, CardTypeDraft, CounterDraft
from merchant_desk.prepaid.ui.card_words import kind_name, spend_name
from merchant_desk.prepaid.ui.counter_rows import CounterRows
from merchant_desk.shell import language, notices
from merchant_desk.shell.sheet import Sheet
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import InUse, Segmented
from merchant_desk.widgets.fields import Field, MoneyField, NumberField, TextField
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.catalog.model import Service
    from merchant_desk.db.records import Reader
    from merchant_desk.prepaid.model import CardType
    from merchant_desk.shell.frame import Frame

_LONGEST = 3660


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What the sheet starts from."""

    card_type: CardType | None
    services: tuple[Service, ...]


class CardTypeSheet(Sheet):
    """Offers a new card type, or changes the one with `type_id`; cards sold already stay as they are."""

    def __init__(self, frame: Frame, type_id: str | None = None) -> None:
        super().__init__(frame, self.tr("Card type") if type_id else self.tr("New card type"))
        self._id = type_id
        self.kind = Segmented(
            [("balance", kind_name("balance")), ("pass", kind_name("pass"))], "balance", self.tr("Kind")
        )
        self.name = TextField(placeholder=self.tr("as it is called in the shop"))
        self.name.setMaxLength(40)
        self.price = MoneyField(None, language.currency())
        self.bonus = MoneyField(None, language.currency())
        self.spend_first = Choice([(key, spend_name(key)) for key in SPEND_FIRST], "principal")
        self.counters = CounterRows()
        self.days = NumberField(0, 0, _LONGEST, 30)
        self.days.setSpecialValueText(self.tr("No end"))
        self.worth = plain_label(role="hint", wrap=True)
        self.large = plain_label(role="hint", wrap=True)
        self._build()
        self._follow()
        self._was: object = self._typed()
        frame.background.read(lambda r: _read(r, type_id), self._show, owner=self, key="type")

    def dirty(self) -> bool:
        """Whether anything differs from what was loaded."""
        return self._typed() != self._was

    def _build(self) -> None:
        self._name = Field(self.tr("Name"), self.name)
        self._price = Field(self.tr("Price"), self.price)
        self._days = Field(self.tr("Days it is valid"), self.days)
        self._bonus = Field(
            self.tr("Bonus on top"), self.bonus, self.tr("Kept apart: it pays, but nobody paid it.")
        )
        self._spend = Field(self.tr("Spent first"), self.spend_first)
        self._counters = Field(self.tr("What it can be used for"), self.counters)
        kinds = QHBoxLayout()
        kinds.addWidget(self.kind)
        kinds.addStretch(1)
        self.body.addLayout(kinds)
        self.body.addWidget(self._name)
        for pair in ((self._price, self._days), (self._bonus, self._spend)):
            row = QHBoxLayout()
            row.setSpacing(12)
            for field in pair:
                row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            self.body.addLayout(row)
        for widget in (self._counters, self.worth, self.large):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.kind.chosen.connect(lambda _key: self._follow())
        self.price.textChanged.connect(lambda _text: self._follow())
        self.bonus.textChanged.connect(lambda _text: self._follow())
        self.counters.changed.connect(self._follow)
        self.in_use = InUse(self.tr("No longer sell it"), self.tr("Sell it again"))
        self.in_use.archive.clicked.connect(self._archive)
        self.in_use.restore.clicked.connect(self._restore)
        self.footer.addWidget(self.in_use)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Save"), self._save)

    def _show(self, loaded: _Loaded) -> None:
        known = loaded.card_type
        if self._id is not None and known is None:
            self.fail(DeskError("gone", table="card_type", id=self._id))
            self.set_busy(True)
            return
        self.counters.set_services(loaded.services)
        if known is None:
            self.counters.set_drafts(())
        else:
            self.set_title(known.name, self.tr("no longer sold") if known.archived else kind_name(known.kind))
            self.kind.choose(known.kind)
            self.kind.setVisible(not known.sold)
            self.name.setText(known.name)
            self.price.set_value(known.price)
            self.bonus.set_value(known.bonus or None)
            self.spend_first.choose(known.spend_first)
            self.days.setValue(known.valid_days or 0)
            self.counters.set_drafts(
                [CounterDraft(one.service_id, one.units, one.unit_price, one.free) for one in known.counters]
            )
            self.in_use.show_archived(known.archived)
        self._follow()
        self._was = self._typed()
        self.refocus()

    def _follow(self) -> None:
        """Show the fields of the kind, and what the card comes to beside its price."""
        is_pass = self.kind.current() == "pass"
        self._bonus.setVisible(not is_pass)
        self._spend.setVisible(not is_pass)
        self._counters.setVisible(is_pass)
        price = self.price.value_or(0)
        worth = self.counters.worth() if is_pass else price + self.bonus.value_or(0)
        said = self.tr("{worth} for {price}: {share} less.")
        less = price < worth and price > 0
        self.worth.setVisible(less)
        if less:
            told = said.format(
                worth=language.money(worth),
                price=language.money(price),
                share=language.percent((worth - price) / worth),
            )
            self.worth.setText(told)
        self.large.setVisible(ledger.is_large(price, language.currency()))
        self.large.setText(
            self.tr(
                "One card above ¥5,000: in China the rules for prepaid cards set this as the most for a card"
                " with a name on it."
            )
        )

    # ---- what is typed

    def _typed(self) -> object:
        rows = [
            (row.service.key(), row.units.value(), row.price.text(), row.free.isChecked())
            for row in self.counters.rows
        ]
        texts = (self.name.value(), self.price.text(), self.bonus.text(), self.days.value())
        return (self.kind.current(), *texts, self.spend_first.key(), rows)

    def _draft(self) -> CardTypeDraft | None:
        kind = self.kind.current()
        amounts = []
        for field in (self.price, self.bonus):
            try:
                amounts.append(field.value())
            except DeskError as error:
                where = self._price if field is self.price else self._bonus
                self.set_error(notices.sentence(error), where)
                return None
        try:
            counters = self.counters.drafts() if kind == "pass" else ()
        except DeskError as error:
            self.set_error(notices.sentence(error), self._counters)
            return None
        return CardTypeDraft(
            kind=kind,
            name=self.name.value(),
            price=amounts[0],
            bonus=0 if kind == "pass" else amounts[1],
            counters=counters,
            valid_days=self.days.value() or None,
            spend_first=str(self.spend_first.key()),
        )

    def _save(self) -> None:
        self.clear_errors()
        draft = self._draft()
        if draft is None:
            return
        self.set_busy(True)
        type_id = self._id
        if type_id is None:
            said = self.tr("{name} can be sold.").format(name=draft.name)
            self.frame.act(
                lambda desk: desk.prepaid.add_card_type(draft),
                said,
                lambda _id: self.shut(),
                self._refused,
                owner=self,
            )
        else:
            self.frame.act(
                lambda desk: desk.prepaid.edit_card_type(type_id, draft),
                self.tr("{name} changed. Cards sold before stay as they are.").format(name=draft.name),
                lambda _done: self.shut(),
                self._refused,
                owner=self,
            )

    def _refused(self, error: Exception) -> None:
        code = error.code if isinstance(error, DeskError) else ""
        fields = {
            "no_name": self._name,
            "name_taken": self._name,
            "bad_amount": self._price,
            "no_counters": self._counters,
            "bad_days": self._days,
        }
        if isinstance(error, DeskError) and code in fields:
            self.set_busy(False)
            self.set_error(notices.sentence(error), fields[code])
        else:
            self.fail(error)

    def _archive(self) -> None:
        type_id = self._id
        if type_id is not None:
            self.set_busy(True)
            self.frame.act(
                lambda desk: desk.prepaid.archive_card_type(type_id),
                self.tr("{name} is no longer sold. Its cards go on.").format(name=self._title.text()),
                lambda _done: self.shut(),
                self._refused,
                owner=self,
            )

    def _restore(self) -> None:
        type_id = self._id
        if type_id is not None:
            self.set_busy(True)
            self.frame.act(
                lambda desk: desk.prepaid.restore_card_type(type_id),
                self.tr("{name} is sold again.").format(name=self._title.text()),
                lambda _done: self.shut(),
                self._refused,
                owner=self,
            )


def _read(r: Reader, type_id: str | None) -> _Loaded:
    known = next((one for one in store.card_types(r, archived=True) if one.id == type_id), None)
    return _Loaded(known, tuple(catalog.services(r)))
