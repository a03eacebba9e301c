"""Fields: text, money, numbers, days, times, choices, notes, each with its label and its error line."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QEvent, QObject, QSize, Qt, QTime, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCharFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from merchant_desk.core.errors import DeskError
from merchant_desk.core.money import digits, parse_money
from merchant_desk.widgets.bar_fields import wheel_where_focused
from merchant_desk.widgets.labels import plain_label
from merchant_desk.widgets.tokens import tokens


class Field(QWidget):
    """A label above a widget, and below it the sentence of what is wrong with it."""

    def __init__(self, label: str, widget: QWidget, hint: str = "") -> None:
        super().__init__()
        self.widget = widget
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.label = plain_label(label, role="field-label")
        self.label.setBuddy(widget)
        column.addWidget(self.label)
        # What has no parent yet would open as a window of its own.
        self.label.setVisible(bool(label))
        column.addWidget(widget)
        self.hint = plain_label(hint, role="hint", wrap=True)
        column.addWidget(self.hint)
        self.hint.setVisible(bool(hint))
        self.error = plain_label(role="field-error", wrap=True)
        self.error.hide()
        column.addWidget(self.error)
        if label and not widget.accessibleName():
            widget.setAccessibleName(label)
        if isinstance(widget, QLineEdit):
            widget.textEdited.connect(self._mended)
        elif isinstance(widget, QSpinBox):
            widget.valueChanged.connect(self._mended)

    def set_error(self, text: str) -> None:
        """Show `text` below the widget and mark it; an empty text takes both away."""
        self.error.setText(text)
        self.error.setVisible(bool(text))
        self.widget.setAccessibleDescription(text)
        self.widget.setProperty("wrong", bool(text))
        self.widget.style().unpolish(self.widget)
        self.widget.style().polish(self.widget)

    def set_hint(self, text: str) -> None:
        """Another hint below the widget."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def _mended(self) -> None:
        # The sentence spoke of what stood there before.
        if self.error.text():
            self.set_error("")


class TextField(QLineEdit):
    """One line of text."""

    def __init__(self, text: str = "", placeholder: str = "", name: str = "") -> None:
        super().__init__(text)
        self.setPlaceholderText(placeholder)
        if name:
            self.setAccessibleName(name)

    def value(self) -> str:
        """What was typed, without blanks around it."""
        return self.text().strip()


class MoneyField(QLineEdit):
    """An amount in the shop's currency."""

    def __init__(self, value: int | None = None, currency: str = "CNY", name: str = "") -> None:
        super().__init__()
        self._currency = currency
        self.setProperty("role", "money")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if name:
            self.setAccessibleName(name)
        self.set_value(value)

    def value(self) -> int:
        """Minor units; an empty field is 0. Raises DeskError "bad_amount"."""
        text = self.text().strip()
        return parse_money(text, self._currency) if text else 0

    def value_or(self, otherwise: int) -> int:
        """Minor units, or `otherwise` while what is typed is no amount."""
        try:
            return self.value()
        except DeskError:
            return otherwise

    def set_value(self, value: int | None) -> None:
        """Show an amount of minor units; None empties the field."""
        if value is None:
            self.clear()
            return
        places = digits(self._currency)
        whole, rest = divmod(abs(value), 10**places)
        text = f"{whole}.{rest:0{places}d}" if rest else str(whole)
        self.setText(f"-{text}" if value < 0 else text)


class NumberField(QSpinBox):
    """A whole number; the wheel over it scrolls the sheet instead of changing it unseen."""

    def __init__(
        self,
        value: int = 0,
        least: int = 0,
        most: int = 9999,
        step: int = 1,
        suffix: str = "",
        name: str = "",
    ) -> None:
        super().__init__()
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setSuffix(suffix)
        self.setValue(value)
        # A style sheet's padding does not reach the line inside where the arrows are styled too.
        self.lineEdit().setTextMargins(9, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if name:
            self.setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        wheel_where_focused(self, event, super().wheelEvent)


class DayField(QDateEdit):
    """A day, with a calendar that drops down."""

    changed = Signal(object)

    def __init__(self, day: dt.date, name: str = "") -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_day(day)
        self.dateChanged.connect(lambda _day: self.changed.emit(self.day()))
        if name:
            self.setAccessibleName(name)

    def day(self) -> dt.date:
        """The day shown."""
        shown = self.date()
        return dt.date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: dt.date) -> None:
        """Show another day."""
        self.setDate(QDate(day.year, day.month, day.day))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _takes(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._dress_calendar()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dress_calendar()
        super().mousePressEvent(event)

    def _dress_calendar(self) -> None:
        """Make the calendar, now that somebody comes to the field, with weeks as on the board."""
        calendar = self.calendarWidget()
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        ink = QTextCharFormat()
        ink.setForeground(QColor(tokens().ink))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, ink)  # Qt would write them in red, as if something were wrong

    def wheelEvent(self, event: QWheelEvent) -> None:
        wheel_where_focused(self, event, super().wheelEvent)


class TimeField(QTimeEdit):
    """A time of day."""

    changed = Signal(object)

    def __init__(self, at: dt.time, name: str = "") -> None:
        super().__init__()
        self.setDisplayFormat("HH:mm")
        self.lineEdit().setTextMargins(9, 0, 0, 0)
        self.lineEdit().installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_value(at)
        self.timeChanged.connect(lambda _at: self.changed.emit(self.value()))
        if name:
            self.setAccessibleName(name)

    def value(self) -> dt.time:
        """The time shown."""
        shown = self.time()
        return dt.time(shown.hour(), shown.minute())

    def set_value(self, at: dt.time) -> None:
        """Show another time."""
        self.setTime(QTime(at.hour, at.minute))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the hour or the minutes as a whole where they are clicked: the line is full, so that
        nothing could be typed between its digits.
        """
        if event.type() in {QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick}:
            QTimer.singleShot(0, self, lambda: self.setSelectedSection(self.currentSection()))
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _takes(self, event):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        wheel_where_focused(self, event, super().wheelEvent)


class NoteField(QPlainTextEdit):
    """Several lines of plain text; Tab leaves the field."""

    def __init__(self, text: str = "", placeholder: str = "", lines: int = 3, name: str = "") -> None:
        super().__init__(text)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lines = lines
        if name:
            self.setAccessibleName(name)

    def value(self) -> str:
        """What was typed, without blanks around it."""
        return self.toPlainText().strip()

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().lineSpacing() * self._lines + 20)


def _takes(field: QDateEdit | QTimeEdit, event: QKeyEvent) -> bool:
    """Whether the field should see this key; makes ready for it, so that a whole text can be typed.

    Qt ignores digits typed over the whole text or into a part that is full, and goes on by itself
    when a part is full: the dash typed then would skip the next part.
    """
    line, typed = field.lineEdit(), event.text()
    if typed.isdigit() and line.text() and line.selectedText() == line.text():
        field.setSelectedSection(field.sectionAt(0))
    elif typed.isdigit() and not line.hasSelectedText():
        part = field.currentSection()
        if len(field.sectionText(part)) == (4 if part == QDateEdit.Section.YearSection else 2):
            field.setSelectedSection(part)
    fresh = line.selectedText() == field.sectionText(field.currentSection())
    return not (fresh and typed and typed in "-/.:" and field.currentSectionIndex() > 0)
