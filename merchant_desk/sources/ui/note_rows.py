"""The two short forms that open inside a content's cards: a cost, and a count of views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language, notices, words
from merchant_desk.sources.model import COST_KINDS
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.fields import DayField, Field, MoneyField, NumberField

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame

_MOST_VIEWS = 2_000_000_000


class _ShortForm(QWidget):
    """Fields in a row with "Save" and "Not now"; Esc closes the form, nothing else."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._opener: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        self.fields = QGridLayout()
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
        back.clicked.connect(self._close)

    def open_at(self, first: QWidget) -> None:
        """Show the form with the focus in its first field; closing gives the focus back."""
        self._opener = QApplication.focusWidget()
        self.show()
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._scroll_here)  # once the cards have made room for it

    def finish(self) -> None:
        """It is written: close."""
        self.save.setEnabled(True)
        self._close()

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
                    self._close()
                return True
            if pressed and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._save()
                return True
        return super().event(event)

    def _scroll_here(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(self)

    def _close(self) -> None:
        focus = QApplication.focusWidget()
        mine = focus is None or self.isAncestorOf(focus)
        self.hide()
        if mine and self._opener is not None:
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)

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
        self.fields.addWidget(self._field, 0, 0)

    def begin(self, views: int | None) -> None:
        """Open with the count that is known."""
        self._field.set_error("")
        self.views.setValue(views or 0)
        self.open_at(self.views)
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
        self.fields.addWidget(self._amount_field, 0, 0, Qt.AlignmentFlag.AlignTop)
        self.fields.addWidget(Field(self.tr("For"), self.kind), 0, 1, Qt.AlignmentFlag.AlignTop)
        self.fields.addWidget(Field(self.tr("Day"), self.day), 1, 0, 1, 2)
        for column in (0, 1):
            self.fields.setColumnStretch(column, 1)
        self.amount.textEdited.connect(lambda _text: self._amount_field.set_error(""))

    def begin(self) -> None:
        """Open empty, for today."""
        self._amount_field.set_error("")
        self.amount.set_value(None)
        self.day.set_day(self._frame.clock.today())
        self.open_at(self.amount)

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
