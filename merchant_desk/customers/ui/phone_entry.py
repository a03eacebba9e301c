"""A phone field that says at once what is wrong with a number, and whose it is already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.customers import store
from merchant_desk.customers.phones import read_phone
from merchant_desk.shell import notices, theme
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.fields import Field, TextField
from merchant_desk.widgets.flow import FlowLayout
from merchant_desk.widgets.labels import plain_label, plain_tip

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame

PHONE_CODES = frozenset({"bad_phone", "masked_phone", "phone_taken"})
_NAME_WIDTH = 180


@dataclass(frozen=True, slots=True)
class PhoneFinding:
    """What a typed number turned out to be: refused, or taken by somebody, or neither."""

    error: DeskError | None = None
    owner_id: str = ""
    owner: str = ""


class PhoneEntry(QWidget):
    """A phone number; the check runs when the field is left.

    A number that another customer has is named, with two ways on: `taken_by(id)` asks for the
    other one, "Keep both" sets `shared`. `own_id` is the customer whose number it may be.
    """

    taken_by = Signal(str)

    def __init__(self, frame: Frame, label: str, use_text: str, own_id: str = "") -> None:
        super().__init__()
        self._frame = frame
        self._own_id = own_id
        self._use_text = use_text
        self._owner_id = ""
        self.shared = False
        self.line = TextField(name=label)
        self.line.setMaxLength(40)
        self.field = Field(label, self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        self.warning = Card(role="warn-card", padding=10)
        self._belongs = plain_label(wrap=True)
        self.use = Button("")
        self.keep = Button(self.tr("Keep both"))
        ways = QWidget()
        row = FlowLayout(ways)
        row.addWidget(self.use)
        row.addWidget(self.keep)
        self.warning.body.addWidget(self._belongs)
        self.warning.body.addWidget(ways)
        self.warning.hide()
        column.addWidget(self.warning)
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self.check)
        self.use.clicked.connect(lambda: self.taken_by.emit(self._owner_id))
        self.keep.clicked.connect(self._share)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        """What was typed."""
        return self.line.value()

    def set_text(self, text: str) -> None:
        """Show a number that is known to be right."""
        self.line.setText(text)
        self._edited()

    def check(self) -> None:
        """Look the number up and say what is wrong with it."""
        text = self.text()
        if not text or self.shared:
            return
        own = self._own_id
        self._frame.background.read(
            lambda reader: _find(reader, text, own),
            lambda finding: self._show(text, finding),
            owner=self,
            key="check",
        )

    def refuse(self, error: DeskError) -> bool:
        """Show what the act said about the number; whether it was about the number at all."""
        if error.code not in PHONE_CODES:
            return False
        if error.code == "phone_taken" and "name" in error.facts:
            self._name_owner(str(error.facts["id"]), str(error.facts["name"]))
        else:
            self.field.set_error(notices.sentence(error))
        self.line.setFocus()
        return True

    def _edited(self) -> None:
        self.shared = False
        self.field.set_error("")
        self.warning.hide()

    def _show(self, text: str, finding: PhoneFinding) -> None:
        if self.text() != text or self.shared:
            return
        self.field.set_error(notices.sentence(finding.error) if finding.error else "")
        if finding.owner_id:
            self._name_owner(finding.owner_id, finding.owner)
        else:
            self.warning.hide()

    def _name_owner(self, owner_id: str, name: str) -> None:
        self._owner_id = owner_id
        said = self.tr("This number belongs to {name}.").format(name=name)
        self._belongs.setText(said)
        self.line.setAccessibleDescription(said)
        short = QFontMetrics(theme.font(13)).elidedText(name, Qt.TextElideMode.ElideRight, _NAME_WIDTH)
        self.use.set_text(self._use_text.format(name=short))
        plain_tip(self.use, name if short != name else "")
        self.warning.show()

    def _share(self) -> None:
        self.shared = True
        self.warning.hide()
        self.line.setFocus()


def _find(reader: Reader, text: str, own_id: str) -> PhoneFinding:
    try:
        phone = read_phone(text, store.region(reader))
    except DeskError as error:
        return PhoneFinding(error)
    owner = store.by_phone(reader, phone.e164) if phone else None
    if owner is None or owner.id == own_id:
        return PhoneFinding()
    if own_id and phone is not None:
        own = store.customer(reader, own_id)
        # A number the two share already is not questioned again.
        if own is not None and own.phone == phone.e164:
            return PhoneFinding()
    return PhoneFinding(None, owner.id, owner.name)
