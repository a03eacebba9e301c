"""The quick entry line: a booking typed in one line, what was understood of it, and what is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from merchant_desk.appointments.phrases import store as quick_store
from merchant_desk.appointments.phrases.line import LONGEST, alike
from merchant_desk.appointments.ui import quick_words
from merchant_desk.shell import language
from merchant_desk.widgets.buttons import Chip
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.chip_row import ChipRow
from merchant_desk.widgets.flow import FlowLayout
from merchant_desk.widgets.labels import plain_label
from merchant_desk.widgets.layouts import emptied

if TYPE_CHECKING:
    from merchant_desk.appointments.phrases.model import Choice, Question, Reading
    from merchant_desk.shell.frame import Frame

# Milliseconds without a key after which the line is read.
_PAUSE = 120
_MOST_KEYS = 9


@dataclass(frozen=True, slots=True)
class Understood:
    """What a line says of a booking; what it does not say is None or empty.

    `start` is naive shop time; where only the day is known that is `day` alone. `new_name` is a customer's
    who has to be added first; `note` are the words that are none of the rest.
    """

    customer_id: str | None = None
    new_name: str = ""
    service_ids: tuple[str, ...] = ()
    worker_id: str | None = None
    start: dt.datetime | None = None
    minutes: int | None = None
    day: dt.date | None = None
    note: str = ""


class QuickLine(QWidget):
    """One field to type a booking in; `understood` carries an `Understood` when Enter takes it over.

    One question is asked at a time; while there is one Enter goes to it. Alt+1 to Alt+9 answer, Alt+0
    takes over what is understood and leaves the rest for the note. Esc empties the line, Up brings the
    last one back.
    """

    understood = Signal(object)

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._reading: Reading | None = None
        self._answers: dict[str, Choice] = {}
        self._choices: list[tuple[Question, Choice]] = []
        self._enter_waits = False
        self._last = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.line = _Line(self.tr("Type it: fri 4pm Ana lash fill with Momo"), self.tr("Quick entry"))
        self.line.textChanged.connect(self._typed)
        self.line.accepted.connect(self.take)
        self.line.recalled.connect(lambda: self.set_text(self._last))
        column.addWidget(self.line)
        self._pills = QWidget()
        self._pills.setAccessibleName(self.tr("Understood"))
        self._pill_flow = FlowLayout(self._pills, gap=6)
        column.addWidget(self._pills)
        self.card = Card(role="warn-card", padding=12)
        column.addWidget(self.card)
        self._remarks = QWidget()
        self._remark_column = QVBoxLayout(self._remarks)
        self._remark_column.setContentsMargins(0, 0, 0, 0)
        self._remark_column.setSpacing(4)
        column.addWidget(self._remarks)
        self._hint = plain_label(role="hint")
        column.addWidget(self._hint)
        self.setFocusProxy(self.line)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._read)
        for number in range(_MOST_KEYS + 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._press, number))
        self._show(None)

    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Put a line in as if it were typed."""
        self.line.setText(" ".join(text.split()))
        self.line.setCursorPosition(len(self.line.text()))

    def clear(self) -> None:
        """Empty the line and forget the answers given for it."""
        self.line.clear()

    def reading(self) -> Reading | None:
        """What was understood of the line as it stands; None while it is being read, and without a line."""
        return self._reading

    def take(self) -> None:
        """What Enter does: hand over what was understood, or go to the first thing that is asked."""
        if not self.text().strip():
            return
        if self._reading is None:
            self._enter_waits = True
            self._read()
        elif self._reading.questions:
            self._go_to_question()
        else:
            self._hand_over(self._reading)

    # ---- reading

    def _typed(self, text: str) -> None:
        self._enter_waits = False
        self._reading = None
        if not text.strip():
            self._pause.stop()
            self._answers.clear()
            self._show(None)
            return
        self._forget_gone_words(text)
        self._pause.start()

    def _forget_gone_words(self, text: str) -> None:
        """An answer about a word goes with the word: typed again, it is asked about again."""
        now = alike(text)
        for about in list(self._answers):
            kind, _, words = about.partition(":")
            if kind != "doer" and any(word not in now for word in words.split()):
                del self._answers[about]

    def _read(self) -> None:
        self._pause.stop()
        text, now, answers = self.text(), self._frame.clock.now(), dict(self._answers)
        month_first = language.current() == "zh_CN"
        self._frame.background.read(
            lambda reader: quick_store.read_line(reader, text, now, month_first, answers),
            lambda reading: self._show_reading(text, reading),
            failed=self._fail,
            owner=self,
            key="line",
        )

    def _fail(self, error: Exception) -> None:
        self._enter_waits = False
        self._frame.fail(error)

    def _show_reading(self, text: str, reading: Reading) -> None:
        if self.text() != text:
            return
        waited, self._enter_waits = self._enter_waits, False
        self._show(reading)
        if waited:
            self.take()

    # ---- showing

    def _show(self, reading: Reading | None) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.card.isAncestorOf(focused)
        self._reading = reading
        self._choices = []
        today = self._frame.clock.today()
        words = quick_words.understood(reading, today) if reading else []
        self._pill_flow.clear()
        for said in words:
            pill = plain_label(said, role="pill")
            self._pill_flow.addWidget(pill)
            pill.show()
        self._pills.setVisible(bool(words))
        self._pills.setAccessibleDescription(", ".join(words))
        self._show_questions(reading.questions if reading else (), today)
        # First what is asked; how the rest was read is for the end, when all of it stands there.
        asking = reading is not None and bool(reading.questions)
        self._show_remarks(reading.remarks if reading and not asking else (), today)
        self._hint.setText(self._next_step(reading))
        self._hint.setVisible(bool(self._hint.text()))
        asked = [quick_words.sentence(one, today) for one in reading.questions] if reading else []
        self.line.setAccessibleDescription(" ".join([*asked[:1], ", ".join(words)]).strip())
        if had_focus:
            self._go_to_question()

    def _show_questions(self, questions: Sequence[Question], today: dt.date) -> None:
        emptied(self.card.body)
        for question in questions[:1]:
            self.card.body.addWidget(plain_label(quick_words.sentence(question, today), wrap=True))
            if question.choices:
                self.card.body.addWidget(self._row(question, today))
        if len(questions) > 1:
            more = self.tr("%n more question(s) after this one", "", len(questions) - 1)
            self.card.body.addWidget(plain_label(more, role="hint"))
        self.card.setVisible(bool(questions))

    def _show_remarks(self, remarks: Sequence[Question], today: dt.date) -> None:
        emptied(self._remark_column)
        for remark in remarks:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(10)
            row.addWidget(plain_label(quick_words.sentence(remark, today), role="hint", wrap=True), 3)
            if remark.choices:
                row.addWidget(self._row(remark, today), 2)
            self._remark_column.addWidget(line)
        self._remarks.setVisible(bool(remarks))

    def _row(self, question: Question, today: dt.date) -> ChipRow:
        row = ChipRow(quick_words.sentence(question, today))
        chips = []
        for choice in question.choices:
            self._choices.append((question, choice))
            number, text = len(self._choices), quick_words.choice_text(choice, today)
            chip = Chip(f"{number}  {text}" if number <= _MOST_KEYS else text, key=str(number))
            chip.setAccessibleName(f"{text}, Alt+{number}" if number <= _MOST_KEYS else text)
            chips.append(chip)
        row.set_chips(chips)
        row.chosen.connect(lambda key: self._press(int(key)))
        return row

    def _next_step(self, reading: Reading | None) -> str:
        if reading is None:
            return ""
        if reading.questions and self._choices:
            return self.tr("Alt and the number answers; Alt+0 takes over the rest as it is.")
        if reading.questions:
            return self.tr("Type it differently; Alt+0 takes over the rest as it is.")
        return self.tr("Enter fills in the booking below.")

    # ---- answering

    def _press(self, number: int) -> None:
        if number == 0:
            if self._reading is not None and self._reading.understood:
                self._hand_over(self._reading)
            return
        if self._reading is None or number > len(self._choices):
            return
        question, choice = self._choices[number - 1]
        self._answers[question.about] = choice
        self._read()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_question(self) -> None:
        row = next(iter(self.card.findChildren(ChipRow)), None)
        if row is not None and self._reading is not None and self._reading.questions:
            row.take_focus()
        else:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hand_over(self, reading: Reading) -> None:
        self._last = self.text()
        # What is left unanswered is not dropped: it stands in the note, and so does a time without a day.
        unsettled = {"asked"} if reading.start or reading.time is None else {"asked", "time"}
        asked = [piece.text.strip() for piece in reading.pieces if piece.kind in unsettled]
        said = Understood(
            customer_id=reading.customer.id if reading.customer else None,
            new_name=reading.new_name,
            service_ids=tuple(service.id for service in reading.services),
            worker_id=reading.worker.id if reading.worker else None,
            start=reading.start,
            minutes=reading.minutes,
            day=reading.day,
            note=" ".join([*reading.left, *asked]),
        )
        self.clear()
        self.understood.emit(said)


class _Line(QLineEdit):
    """The field itself: Enter and Up go to whoever listens, Esc empties it first."""

    accepted = Signal()
    recalled = Signal()

    def __init__(self, placeholder: str, name: str) -> None:
        super().__init__()
        # A line that was not taken over is no loss to be warned of when the sheet closes.
        self.setProperty("role", "search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not control:
            self.accepted.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key == Qt.Key.Key_Up and not self.text():
            self.recalled.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text()
        ):
            event.accept()
            return True
        return super().event(event)
