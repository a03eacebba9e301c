"""A customer noted or changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from merchant_desk.core.errors import DeskError
from merchant_desk.customers import store
from merchant_desk.customers.model import GENDERS, Customer, CustomerDraft, read_birthday
from merchant_desk.customers.ui.customer_picker import CustomerPicker
from merchant_desk.customers.ui.customer_words import gender_name
from merchant_desk.customers.ui.phone_entry import PhoneEntry
from merchant_desk.shell import notices
from merchant_desk.shell.sheet import Sheet
from merchant_desk.widgets.buttons import Button, Segmented
from merchant_desk.widgets.fields import Field, NoteField, TextField

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame


class CustomerSheet(Sheet):
    """New or edit. A number that another has is named while typing goes on.

    `saved(id)` comes once it is written.
    """

    saved = Signal(str)

    def __init__(self, frame: Frame, customer_id: str | None = None, name: str = "") -> None:
        super().__init__(frame, "")
        self._id = customer_id
        self.set_title(self.tr("Edit customer") if customer_id else self.tr("New customer"))
        self._kept: Customer | None = None
        self._gender_before = ""
        self._fill(name)
        self.set_primary(self.tr("Save"), self._save)
        if customer_id:
            self.set_busy(True)
            frame.background.read(
                lambda reader: store.customer(reader, customer_id), self._show, owner=self, key="customer"
            )

    def dirty(self) -> bool:
        """Whether something chosen or typed would be lost."""
        before = self._kept.referred_by if self._kept else None
        chosen = self._gender.current() != self._gender_before or self.referred_by.customer_id != before
        return chosen or super().dirty()

    def _fill(self, name: str) -> None:
        self.name = TextField(name)
        self.name.setMaxLength(80)
        self._name_field = Field(self.tr("Name"), self.name)
        self.phone = PhoneEntry(self.frame, self.tr("Phone"), self.tr("Open {name}"), own_id=self._id or "")
        self.phone.taken_by.connect(self._open_other)
        self.wechat = TextField(name=self.tr("WeChat"))
        self.wechat.setMaxLength(80)
        self.birthday = TextField(placeholder="1995-08-20")
        self.birthday.setMaxLength(20)
        self._birthday_field = Field(
            self.tr("Birthday"), self.birthday, self.tr("With or without the year: 1995-08-20, 08-20")
        )
        self.birthday.editingFinished.connect(self._check_birthday)
        self.birthday.textEdited.connect(lambda _text: self._birthday_field.set_error(""))
        self._gender = Segmented([(key, gender_name(key)) for key in GENDERS], "", self.tr("Gender"))
        self.address = TextField(name=self.tr("Address"))
        self.address.setMaxLength(200)
        self.note = NoteField(placeholder=self.tr("Allergies, what they like, what to remember"))
        self.referred_by = CustomerPicker(self.frame, self.tr("A customer (optional)"))
        self._referred_field = Field(self.tr("Referred by"), self.referred_by)
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addWidget(Field(self.tr("WeChat"), self.wechat), 1, Qt.AlignmentFlag.AlignTop)
        pair.addWidget(self._birthday_field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._name_field)
        self.body.addWidget(self.phone)
        self.body.addLayout(pair)
        gender = Field(self.tr("Gender"), self._gender)
        self.body.addWidget(gender)
        self.body.addWidget(Field(self.tr("Address"), self.address))
        self.body.addWidget(Field(self.tr("Note"), self.note))
        self.body.addWidget(self._referred_field)
        self.body.addStretch(1)
        self.archive = Button(self.tr("Archive"), role="danger")
        self.archive.clicked.connect(self._archive)
        self.archive.setVisible(bool(self._id))
        self.footer.addWidget(self.archive)
        self.footer.addStretch(1)

    def _show(self, customer: Customer | None) -> None:
        self.set_busy(False)
        if customer is None:
            self.fail(DeskError("gone", table="customer", id=self._id))
            return
        self._kept = customer
        self._gender_before = customer.gender
        self.name.setText(customer.name)
        self.phone.set_text(customer.phone_typed)
        self.wechat.setText(customer.wechat)
        self.birthday.setText(customer.birthday)
        self._gender.choose(customer.gender)
        self.address.setText(customer.address)
        self.note.setPlainText(customer.note)
        self.archive.setVisible(not customer.archived)
        if customer.referred_by:
            self.referred_by.choose(customer.referred_by)

    def _check_birthday(self) -> bool:
        try:
            read_birthday(self.birthday.value(), self.frame.clock.today())
        except DeskError as error:
            self._birthday_field.set_error(notices.sentence(error))
            return False
        self._birthday_field.set_error("")
        return True

    def _draft(self) -> CustomerDraft:
        return CustomerDraft(
            name=self.name.value(),
            phone=self.phone.text(),
            wechat=self.wechat.value(),
            gender=self._gender.current(),
            birthday=self.birthday.value(),
            address=self.address.value(),
            note=self.note.value(),
            referred_by=self.referred_by.customer_id,
        )

    def _save(self) -> None:
        self.clear_errors()
        draft, shared, customer_id = self._draft(), self.phone.shared, self._id
        self.set_busy(True)
        if customer_id is None:
            self.frame.act(
                lambda desk: desk.customers.add(draft, same_phone_ok=shared),
                self.tr("{name} added.").format(name=draft.name),
                self._done,
                self._refused,
                owner=self,
            )
            return
        self.frame.act(
            lambda desk: desk.customers.edit(customer_id, draft, same_phone_ok=shared),
            self.tr("{name} saved.").format(name=draft.name),
            lambda _none: self._done(customer_id),
            self._refused,
            owner=self,
        )

    def _done(self, customer_id: str) -> None:
        self.saved.emit(customer_id)
        self.shut()

    def _refused(self, error: Exception) -> None:
        self.set_busy(False)
        if not isinstance(error, DeskError):
            self.fail(error)
        elif error.code == "no_name":
            self.set_error(notices.sentence(error), self._name_field)
        elif error.code == "bad_birthday":
            self.set_error(notices.sentence(error), self._birthday_field)
        elif error.code == "refers_to_self":
            self.set_error(notices.sentence(error), self._referred_field)
        elif not self.phone.refuse(error):
            self.fail(error)

    def _archive(self) -> None:
        customer_id, name = self._id, self._kept.name if self._kept else ""
        if customer_id is not None:
            self.frame.act(
                lambda desk: desk.customers.archive(customer_id),
                self.tr("{name} archived.").format(name=name),
                lambda _none: self.shut(),
                self.fail,
                owner=self,
            )

    def _open_other(self, customer_id: str) -> None:
        """Go to the one whose number it is; what was typed beyond name and number stays open below."""
        draft = self._draft()
        bare = CustomerDraft(name=draft.name, phone=draft.phone)
        if self._id is None and draft == bare:
            self.shut()
            self.frame.go("customers", customer_id=customer_id)
        else:
            self.frame.open_sheet(CustomerSheet(self.frame, customer_id))
