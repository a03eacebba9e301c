"""A new customer in two fields, inside whatever is being done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.customers import store
from merchant_desk.customers.model import CustomerDraft, CustomerRow
from merchant_desk.customers.phones import typed_digits
from merchant_desk.customers.ui.phone_entry import PhoneEntry
from merchant_desk.shell import notices
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.fields import Field, TextField
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame

_LOOKS_LIKE_A_NUMBER = re.compile(r"[+＋\d０-９][\d０-９\s\-()（）]{3,}")


class NewCustomer(QWidget):
    """Name and phone; Enter or "Add" notes the customer and says so with `added` (a CustomerRow).

    `use_wanted(id)` asks for the customer whose number was typed, `left` goes back.
    """

    added = Signal(object)
    use_wanted = Signal(str)
    left = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(plain_label(self.tr("New customer"), role="heading"))
        row = QHBoxLayout()
        row.setSpacing(10)
        self.name = TextField(name=self.tr("Name"))
        self.name.setMaxLength(80)
        self._name_field = Field(self.tr("Name"), self.name)
        self.phone = PhoneEntry(frame, self.tr("Phone (may be empty)"), self.tr("Use {name}"))
        row.addWidget(self._name_field, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.phone, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        self.add = Button(self.tr("Add"))
        self.back = Button(self.tr("Back to the search"), role="ghost")
        buttons.addWidget(self.add)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self._error = plain_label(role="field-error", wrap=True)
        self._error.hide()
        column.addWidget(self._error)
        self.name.returnPressed.connect(self.phone.setFocus)
        self.name.textEdited.connect(lambda _text: self._name_field.set_error(""))
        self.phone.line.returnPressed.connect(self._save)
        self.phone.taken_by.connect(self.use_wanted)
        self.add.clicked.connect(self._save)
        self.back.clicked.connect(self.left)

    def begin(self, typed: str) -> None:
        """Start with what was typed in the search: a number goes into the phone field."""
        number = bool(_LOOKS_LIKE_A_NUMBER.fullmatch(typed)) and bool(typed_digits(typed))
        self.name.setText("" if number else typed)
        self.phone.set_text(typed if number else "")
        self._name_field.set_error("")
        self._say("")
        (self.name if number else self.phone).setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        # Esc leaves this form, not the sheet around it.
        if (
            isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}
        ):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.left.emit()
            return True
        return super().event(event)

    def _save(self) -> None:
        if not self.add.isEnabled():
            return
        self._say("")
        draft = CustomerDraft(name=self.name.value(), phone=self.phone.text())
        shared = self.phone.shared
        self.add.setEnabled(False)

        def added(customer_id: str) -> None:
            self._frame.background.run(
                lambda desk: store.row(desk.file, customer_id), self._done, owner=self, key="added"
            )

        self._frame.act(
            lambda desk: desk.customers.add(draft, same_phone_ok=shared),
            self.tr("{name} added.").format(name=draft.name),
            added,
            self._refused,
            owner=self,
        )

    def _done(self, row: CustomerRow | None) -> None:
        self.add.setEnabled(True)
        self.name.clear()
        self.phone.set_text("")
        if row is not None:
            self.added.emit(row)

    def _refused(self, error: Exception) -> None:
        self.add.setEnabled(True)
        if not isinstance(error, DeskError):
            self._frame.fail(error)
        elif error.code == "no_name":
            self._name_field.set_error(notices.sentence(error))
            self.name.setFocus()
        elif not self.phone.refuse(error):
            self._say(notices.sentence(error))

    def _say(self, text: str) -> None:
        self._error.setText(text)
        self._error.setVisible(bool(text))
