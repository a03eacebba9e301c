"""What a customer agreed to about their data: when, told whom; given and withdrawn in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.shell import language
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.fields import Field, TextField
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.customers.model import Consent


class ConsentLine(QWidget):
    """The consent in one sentence, with the button that changes it.

    `given(what, by)` comes from the two fields that "Note consent…" opens, `withdrawn` from its button.
    """

    given = Signal(str, str)
    withdrawn = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._told = plain_label(wrap=True, role="secondary")
        column.addWidget(self._told)
        self._form = self._make_form()
        column.addWidget(self._form)
        row = QHBoxLayout()
        self.give = Button(self.tr("Note consent…"))
        self.give.clicked.connect(self._open)
        self.withdraw = Button(self.tr("Withdraw consent"))
        self.withdraw.clicked.connect(self.withdrawn)
        row.addWidget(self.give)
        row.addWidget(self.withdraw)
        row.addStretch(1)
        column.addLayout(row)

    def show_consent(self, consent: Consent | None) -> None:
        """Show what is on record; None is nothing."""
        self._form.hide()
        self.give.setVisible(consent is None)
        self.withdraw.setVisible(consent is not None)
        if consent is None:
            self._told.setText(self.tr("Nothing noted yet."))
            return
        when = f"{language.full_day(consent.at.date())} {language.time_text(consent.at)}"
        told = [self.tr("Given on {when}.").format(when=when)]
        if consent.what:
            told.append(self.tr("For: {what}").format(what=consent.what))
        if consent.by:
            told.append(self.tr("Asked by {name}").format(name=consent.by))
        self._told.setText("\n".join(told))

    def event(self, event: QEvent) -> bool:
        # Esc closes the two fields before anything else.
        if (
            isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._form.isVisible()
            and event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}
        ):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._close()
            return True
        return super().event(event)

    def _make_form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.what = TextField(self.tr("Keeping name, phone and visits"), name=self.tr("What they agree to"))
        self.what.setMaxLength(200)
        self.by = TextField(placeholder=self.tr("Name of the worker"), name=self.tr("Asked by"))
        self.by.setMaxLength(80)
        column.addWidget(Field(self.tr("What they agree to"), self.what))
        column.addWidget(Field(self.tr("Asked by"), self.by))
        row = QHBoxLayout()
        row.setSpacing(8)
        self.save = Button(self.tr("They agreed"))
        back = Button(self.tr("Not now"), role="ghost")
        row.addWidget(self.save)
        row.addWidget(back)
        row.addStretch(1)
        column.addLayout(row)
        self.save.clicked.connect(self._say)
        self.by.returnPressed.connect(self._say)
        self.what.returnPressed.connect(self.by.setFocus)
        back.clicked.connect(self._close)
        form.hide()
        return form

    def _open(self) -> None:
        self._form.show()
        self.give.hide()
        self.by.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._form.hide()
        self.give.show()
        self.give.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        self.given.emit(self.what.value(), self.by.value())
