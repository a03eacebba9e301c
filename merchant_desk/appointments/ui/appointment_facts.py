"""The parts of an appointment's sheet that only show: whose it is, how far it has come, what has happened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.customers.ui.customer_words import CustomerCounts, masked
from merchant_desk.shell import language, words
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.buttons import Button, IconButton
from merchant_desk.widgets.cards import Avatar
from merchant_desk.widgets.flow import FlowLayout
from merchant_desk.widgets.labels import ElidedLabel, plain_label, rule
from merchant_desk.widgets.layouts import emptied

if TYPE_CHECKING:
    import datetime as dt

    from merchant_desk.appointments.model import Appointment, AppointmentLine
    from merchant_desk.appointments.trail_store import Happening
    from merchant_desk.customers.model import CustomerCard

_WAY = ("booked", "confirmed", "arrived", "done")
_FEW = 3


class CustomerLine(QWidget):
    """Who comes: name, number, visits, and quietly what they have missed; `wanted` asks for their card."""

    wanted = Signal(str)

    def __init__(self, card: CustomerCard) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Avatar(card.customer.name))
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(ElidedLabel(card.customer.name, role="strong"))
        counts = CustomerCounts()
        known = [masked(card.customer.phone_typed), counts.visits(len({visit.day for visit in card.visits}))]
        names.addWidget(ElidedLabel(" · ".join(part for part in known if part), role="hint"))
        row.addLayout(names, 1)
        self.missed = plain_label(counts.missed(card.no_shows, card.late_cancels), role="pill-warn")
        row.addWidget(self.missed, 0, Qt.AlignmentFlag.AlignVCenter)
        self.missed.setVisible(bool(self.missed.text()))
        self.button = Button(self.tr("Open card"))
        self.button.clicked.connect(lambda: self.wanted.emit(card.customer.id))
        row.addWidget(self.button)


class StateLine(QWidget):
    """How far the appointment has come on its way, or how it ended, and what is special about it."""

    def __init__(self, appointment: Appointment) -> None:
        super().__init__()
        flow = FlowLayout(self, gap=6)
        status = appointment.status
        said = [words.status_name(status)]
        if status in _WAY:
            for at, step in enumerate(_WAY):
                if at:
                    flow.addWidget(plain_label("›", role="hint"))
                here = step == status
                behind = at < _WAY.index(status)
                role = "pill" if here else "secondary" if behind else "hint"
                flow.addWidget(plain_label(words.status_name(step), role=role))
        else:
            flow.addWidget(plain_label(words.status_name(status), role="pill-bad"))
        marks = [
            (appointment.late_cancel, self.tr("Called off late"), "pill-bad"),
            (appointment.first_visit, self.tr("First visit"), "pill-warn"),
            (appointment.squeezed, self.tr("Squeezed in"), "pill-warn"),
        ]
        for there, text, role in marks:
            if there:
                flow.addWidget(plain_label(text, role=role))
                said.append(text)
        self.setAccessibleName(language.joined(said))


class LineList(QWidget):
    """A row for each service: time, name with its room or chair, worker."""

    def __init__(self, lines: Sequence[AppointmentLine]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule("soft-rule"))
        for line in lines:
            row = QHBoxLayout()
            row.setContentsMargins(0, 8, 0, 8)
            row.setSpacing(12)
            row.addWidget(plain_label(language.span_text(line.start, line.end), role="secondary"))
            row.addWidget(ElidedLabel(line.service), 2)
            who = " · ".join(part for part in (line.worker, line.place) if part)
            row.addWidget(ElidedLabel(who, role="secondary"), 1)
            column.addLayout(row)
            column.addWidget(rule("soft-rule"))


class Fact(QWidget):
    """A label and its text; where it may be copied, a button for that. `copied` carries the label."""

    copied = Signal(str)

    def __init__(self, label: str, text: str, copy_name: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(plain_label(label, role="field-label"))
        row = QHBoxLayout()
        row.setSpacing(6)
        self.text = plain_label(text, wrap=True)
        row.addWidget(self.text, 1)
        self.copy: IconButton | None = None
        if copy_name:
            self.copy = IconButton(icon("copy", 16), copy_name, size=28)
            self.copy.clicked.connect(lambda: self._copy(label, text))
            row.addWidget(self.copy)
        column.addLayout(row)

    def _copy(self, label: str, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(label)


class TrailList(QWidget):
    """Who did what about it and when: the newest few, and all at the press of a button."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(plain_label(self.tr("What has happened"), role="field-label"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column.addLayout(self._rows)
        below = QHBoxLayout()
        self.more = Button("", role="link")
        self.more.clicked.connect(self._show_all)
        below.addWidget(self.more)
        below.addStretch(1)
        column.addLayout(below)
        self._all = False
        self._known: tuple[list[Happening], dt.datetime] | None = None
        self.hide()

    def show_trail(self, trail: list[Happening], now: dt.datetime) -> None:
        """Show these, which are the oldest first, newest first."""
        self._known = (trail, now)
        self._fill()

    def texts(self) -> list[str]:
        """What each row says, newest first."""
        items = (self._rows.itemAt(index) for index in range(self._rows.count()))
        found = (item.widget() if item is not None else None for item in items)
        return [widget.accessibleName() for widget in found if widget is not None]

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _fill(self) -> None:
        if self._known is None:
            return
        trail, now = self._known
        emptied(self._rows)
        shown = list(reversed(trail)) if self._all else list(reversed(trail))[:_FEW]
        for one in shown:
            self._rows.addWidget(self._row(one, now))
        self.more.set_text(self.tr("All {n}").replace("{n}", language.number(len(trail))))
        self.more.setVisible(len(shown) < len(trail))
        self.setVisible(bool(trail))

    def _row(self, one: Happening, now: dt.datetime) -> QWidget:
        name = words.verb_name(one.verb)
        if one.kind == "undo":
            name = self.tr("Taken back: {act}").replace("{act}", name)
        elif one.kind == "redo":
            name = self.tr("Done again: {act}").replace("{act}", name)
        if one.before is not None and one.after is not None:
            name = f"{name} · {_way(one.before, one.after)}"
        when = language.moment_text(one.at, now)
        box = QWidget()
        box.setAccessibleName(" · ".join(part for part in (when, name, one.who) if part))
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        stamp = plain_label(when, role="hint")
        stamp.setMinimumWidth(110)
        row.addWidget(stamp)
        row.addWidget(ElidedLabel(name, role="hint" if one.undone or one.kind == "undo" else "secondary"), 1)
        if one.who:
            row.addWidget(plain_label(one.who, role="hint"))
        return box


def _way(before: dt.datetime, after: dt.datetime) -> str:
    """From one start to another; the day only where it is another one."""
    if before.date() == after.date():
        return f"{language.time_text(before)} → {language.time_text(after)}"
    days = (language.short_day(at.date()) for at in (before, after))
    old, new = (f"{day} {language.time_text(at)}" for day, at in zip(days, (before, after), strict=True))
    return f"{old} → {new}"
