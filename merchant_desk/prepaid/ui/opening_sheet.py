"""A card from before the desk came: whose it is, and what is left on it today."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_desk.catalog import store as catalog
from merchant_desk.core.errors import DeskError
from merchant_desk.customers.ui.customer_picker import CustomerPicker
from merchant_desk.prepaid import store
from merchant_desk.prepaid.model import CardDraft, CounterDraft, OpeningDraft
from merchant_desk.prepaid.ui.card_words import kind_name
from merchant_desk.prepaid.ui.counter_rows import CounterRows
from merchant_desk.prepaid.ui.end_day import EndDay
from merchant_desk.shell import language, notices
from merchant_desk.shell.sheet import Sheet
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import Segmented
from merchant_desk.widgets.fields import DayField, Field, MoneyField, TextField
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.catalog.model import Service
    from merchant_desk.prepaid.model import CardType
    from merchant_desk.shell.frame import Frame


class OpeningSheet(Sheet):
    """Takes over a card that was sold on paper or in another program; `customer_id` may be known already."""

    def __init__(self, frame: Frame, customer_id: str | None = None) -> None:
        super().__init__(frame, self.tr("Card from before"))
        today = frame.clock.today()
        self._types: dict[str, CardType] = {}
        self.customer = CustomerPicker(frame)
        self.kind = Segmented(
            [("balance", kind_name("balance")), ("pass", kind_name("pass"))], "balance", self.tr("Kind")
        )
        self.type = Choice([], name=self.tr("Card type"))
        self.name = TextField(placeholder=self.tr("as it was sold"))
        self.name.setMaxLength(40)
        self.number = TextField(placeholder=self.tr("the next one"))
        self.number.setMaxLength(40)
        self.paid = MoneyField(None, language.currency())
        self.left = MoneyField(None, language.currency())
        self.bonus = MoneyField(None, language.currency())
        self.counters = CounterRows()
        self.sold_on = DayField(today, name=self.tr("Sold on"))
        self.until = EndDay(today + dt.timedelta(days=365), self.tr("Last day"))
        self.until.set_day(None)
        self.note = TextField(placeholder=self.tr("may be empty"))
        self.note.setMaxLength(120)
        self._build()
        self._follow()
        if customer_id is not None:
            self.customer.choose(customer_id)
        frame.background.read(
            lambda r: (catalog.services(r), store.card_types(r)), self._show, owner=self, key="offers"
        )

    def _build(self) -> None:
        self._customer = Field(self.tr("Customer"), self.customer)
        self._type = Field(self.tr("Like this card type"), self.type)
        self._name = Field(self.tr("Name"), self.name)
        self._number = Field(self.tr("Number"), self.number)
        self._paid = Field(self.tr("Paid for it"), self.paid)
        self._left = Field(self.tr("Left of that"), self.left)
        self._bonus = Field(self.tr("Bonus left"), self.bonus)
        self._counters = Field(self.tr("Uses that are left"), self.counters)
        self._sold = Field(self.tr("Sold on"), self.sold_on)
        self._until = Field(self.tr("Last day"), self.until)
        hint = self.tr("What is left on it today. It was taken in before, so it is no takings now.")
        self.body.addWidget(plain_label(hint, role="secondary", wrap=True))
        self.body.addWidget(self._customer)
        kinds = QHBoxLayout()
        kinds.addWidget(self.kind)
        kinds.addStretch(1)
        self.body.addLayout(kinds)
        self.body.addWidget(self._type)
        self._type.hide()
        self._pair(self._name, self._number)
        self._pair(self._paid, self._left, self._bonus)
        self.body.addWidget(self._counters)
        self._pair(self._sold, self._until)
        self.body.addWidget(Field(self.tr("Note"), self.note))
        self.body.addStretch(1)
        self.kind.chosen.connect(lambda _key: self._follow())
        self.type.chosen.connect(self._take_type)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Take it over"), self._save)

    def _pair(self, *fields: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in fields:
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _show(self, found: tuple[list[Service], list[CardType]]) -> None:
        services, types = found
        self._types = {one.id: one for one in types}
        self.counters.set_services(services)
        self.counters.set_drafts(())
        self._follow()

    def _follow(self) -> None:
        """Show the fields of the kind, and the types of it."""
        kind = self.kind.current()
        self._bonus.setVisible(kind == "balance")
        self._counters.setVisible(kind == "pass")
        offered: list[tuple[object, str]] = [
            (one.id, one.name) for one in self._types.values() if one.kind == kind
        ]
        self.type.set_options([("", self.tr("none")), *offered], "")
        self._type.setVisible(bool(offered))

    def _take_type(self, type_id: object) -> None:
        one = self._types.get(str(type_id))
        if one is None:
            return
        self.name.setText(one.name)
        self.paid.set_value(one.price)
        if one.kind == "pass":
            self.counters.set_drafts(
                [
                    CounterDraft(each.service_id, each.units, each.unit_price, each.free)
                    for each in one.counters
                ]
            )
        else:
            self.bonus.set_value(one.bonus or None)

    # ---- what is typed

    def _draft(self) -> OpeningDraft | None:
        customer_id = self.customer.customer_id
        if customer_id is None:
            self.set_error(self.tr("Choose whose card it is."), self._customer)
            return None
        amounts = []
        for money, field in ((self.paid, self._paid), (self.left, self._left), (self.bonus, self._bonus)):
            try:
                amounts.append(money.value())
            except DeskError as error:
                self.set_error(notices.sentence(error), field)
                return None
        kind = self.kind.current()
        try:
            counters = self.counters.drafts() if kind == "pass" else ()
        except DeskError as error:
            self.set_error(notices.sentence(error), self._counters)
            return None
        paid, left, bonus = amounts
        if not 0 <= left <= paid:
            self.set_error(self.tr("No more can be left than was paid."), self._left)
            return None
        like = self._types.get(str(self.type.key()))
        card = CardDraft(
            kind=kind,
            name=self.name.value(),
            bonus=bonus if kind == "balance" else 0,
            counters=counters,
            card_type_id=like.id if like else None,
            expires_on=self.until.day(),
            spend_first=like.spend_first if like else "principal",
        )
        return OpeningDraft(
            card, customer_id, paid, left, self.sold_on.day(), self.number.value(), self.note.value()
        )

    def _save(self) -> None:
        self.clear_errors()
        draft = self._draft()
        if draft is None:
            return
        self.set_busy(True)
        self.frame.act(
            lambda desk: desk.prepaid.open_card(draft),
            self.tr("{name} taken over.").format(name=draft.card.name),
            lambda _id: self.shut(),
            self._refused,
            owner=self,
        )

    def _refused(self, error: Exception) -> None:
        fields = {
            "no_name": self._name,
            "number_taken": self._number,
            "no_counters": self._counters,
            "bad_amount": self._paid,
            "day_to_come": self._sold,
        }
        field = fields.get(error.code) if isinstance(error, DeskError) else None
        if isinstance(error, DeskError) and field is not None:
            self.set_busy(False)
            self.set_error(notices.sentence(error), field)
        else:
            self.fail(error)
