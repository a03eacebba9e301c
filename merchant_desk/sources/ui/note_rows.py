"""The two short forms that open inside a content's cards: a cost, and a count of views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language, notices, words
from merchant_desk.sources.model import COST_KINDS
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.fields import Choice, DayField, Field, MoneyField, NumberField

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame

_MOST_VIEWS = 2_000_000_000


class _ShortForm(QWidget):
    """Fields in a row with "Save" and "Not now"; Esc closes the form, nothing else."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        self.fields = QHBoxLayout()
        self.fields.setSpacing(8)
        column.addLayout(self.fields)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.save = Button(self.tr("Save"))
        back = Button(self.tr("Not now"), role="ghost")
        row.addWidget(self.save)
        row.addWidget(back)
        row.addStretch(1)
        column.addLayout(row)
        self.save.clicked.connect(self._save)
        back.clicked.connect(self.hide)

    def finish(self) -> None:
        """It is written: close."""
        self.save.setEnabled(True)
        self.hide()

    def refuse(self, error: Exception) -> None:
        """Say at the first field why it was not written; what is no refusal goes to the log."""
        self.save.setEnabled(True)
        first = self.findChild(Field)
        if isinstance(error, DeskError) and first is not None:
            first.set_error(notices.sentence(error))
            first.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._frame.fail(error)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in {
            QEvent.Type.ShortcutOverride,
            QEvent.Type.KeyPress,
        }:
            pressed = event.type() == QEvent.Type.KeyPress
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                if pressed:
                    self.hide()
                return True
            if pressed and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._save()
                return True
        return super().event(event)

    def _save(self) -> None:
        raise NotImplementedError


class ViewsForm(_ShortForm):
    """How many views the platform shows now; `said` carries the count."""

    said = Signal(int)

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.views = NumberField(0, 0, _MOST_VIEWS, 100, name=self.tr("Views so far"))
        self.views.setGroupSeparatorShown(True)
        self._field = Field(self.tr("Views so far"), self.views)
        self.fields.addWidget(self._field, 1)

    def begin(self, views: int | None) -> None:
        """Open with the count that is known."""
        self._field.set_error("")
        self.views.setValue(views or 0)
        self.show()
        self.views.setFocus(Qt.FocusReason.OtherFocusReason)
        self.views.selectAll()

    def _save(self) -> None:
        if self.save.isEnabled():
            self.save.setEnabled(False)
            self.said.emit(self.views.value())


class CostForm(_ShortForm):
    """What was spent, on what, and when; `said` carries kind, amount in minor units, and day."""

    said = Signal(str, object, object)

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.amount = MoneyField(currency=language.currency())
        self.kind = Choice([(kind, words.cost_name(kind)) for kind in COST_KINDS])
        self.day = DayField(frame.clock.today())
        self._amount_field = Field(self.tr("Amount"), self.amount)
        self.fields.addWidget(self._amount_field, 1, Qt.AlignmentFlag.AlignTop)
        self.fields.addWidget(Field(self.tr("For"), self.kind), 1, Qt.AlignmentFlag.AlignTop)
        self.fields.addWidget(Field(self.tr("Day"), self.day), 1, Qt.AlignmentFlag.AlignTop)
        self.amount.textEdited.connect(lambda _text: self._amount_field.set_error(""))

    def begin(self) -> None:
        """Open empty, for today."""
        self._amount_field.set_error("")
        self.amount.set_value(None)
        self.day.set_day(self._frame.clock.today())
        self.show()
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if not self.save.isEnabled():
            return
        try:
            amount = self.amount.value()
            if amount <= 0:
                raise DeskError("bad_amount", text=self.amount.text())
        except DeskError as error:
            self.refuse(error)
            return
        self.save.setEnabled(False)
        self.said.emit(str(self.kind.key()), amount, self.day.day())
