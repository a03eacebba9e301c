"""A line to give one date hours of its own: other hours, work on a day off, or a day off."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.appointments.booked import Booked, booked_within
from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language, notices
from merchant_desk.shell.icons import icon
from merchant_desk.shop import store as shop_store
from merchant_desk.shop.model import read_week
from merchant_desk.team import store
from merchant_desk.team.losses import date_changes, date_loss
from merchant_desk.team.nights import is_night
from merchant_desk.team.ui.booked_line import BookedLine
from merchant_desk.widgets.buttons import Button, IconButton, Segmented
from merchant_desk.widgets.fields import DayField, Field, TimeField
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.core.clock import Clock
    from merchant_desk.db.records import Reader
    from merchant_desk.desk import Desk
    from merchant_desk.shell.frame import Frame

_WORKS, _OFF = "works", "off"
_MOST = 4
_USUAL = ("10:00", "18:00")

Hours = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is planned for the date so far."""

    hours: tuple[Hours, ...]
    usual: tuple[Hours, ...]
    closed: str | None


class DateBox(QWidget):
    """One date: at work from when to when, in one stretch or several, or off."""

    def __init__(self, frame: Frame, worker_id: str) -> None:
        super().__init__()
        self._frame = frame
        self._worker_id = worker_id
        self.day = DayField(frame.clock.today(), self.tr("Date"))
        self.kind = Segmented([(_WORKS, self.tr("Works")), (_OFF, self.tr("Off"))], name=self.tr("That day"))
        self.rows: list[Stretch] = []
        self.more = Button(self.tr("Another stretch"), role="link")
        self.add = Button(self.tr("Add"), icon=icon("plus", 16))
        self.hint = plain_label(role="hint", wrap=True)
        self.night = plain_label(role="hint", wrap=True)
        self.booked = BookedLine()
        self._day = Field(self.tr("Date"), self.day)
        self._build()
        self.day.changed.connect(lambda _day: self._ask())
        self.kind.chosen.connect(lambda _key: self._look())
        self.more.clicked.connect(self._add_stretch)
        self.add.clicked.connect(self._add)
        self._ask()

    def look(self) -> None:
        """Look again at what is booked then."""
        self._look()

    def hours(self) -> tuple[Hours, ...]:
        """What is typed; none for a day off."""
        return tuple(row.hours() for row in self.rows) if self.kind.current() == _WORKS else ()

    # ---- how it is made up

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._day, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Field(self.tr("That day"), self.kind), 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self.hint)
        self._stretches = QVBoxLayout()
        self._stretches.setSpacing(4)
        column.addLayout(self._stretches)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.night)
        column.addWidget(self.booked)
        self._error = plain_label(role="field-error", wrap=True)
        self._error.hide()
        column.addWidget(self._error)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignRight)

    def _ask(self) -> None:
        """Start from what is planned for the date."""
        worker_id, day = self._worker_id, self.day.day()

        def read(r: Reader) -> _Known:
            closed = next((one.name for one in shop_store.closed_days(r) if one.day == day), None)
            hours = store.hours_on(r, worker_id, day)
            return _Known(hours, store.hours_on(r, worker_id, day, usual=True), closed)

        self._frame.background.read(read, self._start, owner=self, key="day")

    def _start(self, known: _Known) -> None:
        for row in self.rows:
            self._stretches.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for hours in known.hours[:_MOST] or known.usual[:_MOST] or (_USUAL,):
            self._another(hours)
        self.kind.choose(_OFF if known.usual and not known.hours else _WORKS)
        usual = language.joined([f"{start}–{end}" for start, end in known.usual])
        weekday = language.weekday_name(self.day.day().weekday())
        said = (
            self.tr("{weekday}, usually {hours}").format(weekday=weekday, hours=usual)
            if usual
            else self.tr("{weekday}, usually off").format(weekday=weekday)
        )
        if known.closed is not None:
            said = self.tr("{said}. The shop is closed that day: nobody can be booked.").format(said=said)
        self.hint.setText(said)
        self._look()

    def _add_stretch(self) -> None:
        """One more stretch, an hour after the last one."""
        start = min(int(self.rows[-1].hours()[1][:2]) + 1, 22)
        self._another((f"{start:02}:00", f"{min(start + 4, 23):02}:00"))
        self.rows[-1].start.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look()

    def _another(self, hours: Hours) -> None:
        row = Stretch(hours, len(self.rows) + 1)
        row.changed(self._look)
        row.remove.clicked.connect(lambda: self._drop(row))
        self.rows.append(row)
        self._stretches.addWidget(row)

    def _drop(self, row: Stretch) -> None:
        self.rows.remove(row)
        self._stretches.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._look()
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        """Say what the hours mean: after midnight, and what is booked outside them."""
        works = self.kind.current() == _WORKS
        for row in self.rows:
            row.setVisible(works)
            row.remove.setVisible(len(self.rows) > 1)
        self.more.setVisible(works and len(self.rows) < _MOST)
        self._error.hide()
        hours, day, worker_id = self.hours(), self.day.day(), self._worker_id
        nights = [f"{start}–{end}" for start, end in hours if is_night(start, end)]
        self.night.setVisible(bool(nights))
        if nights:
            said = self.tr("{hours}: goes on after midnight. What comes then is noted for {day}.")
            following = day + dt.timedelta(days=1)
            self.night.setText(said.format(hours=language.joined(nights), day=language.short_day(following)))
        clock = self._frame.clock
        if not _possible(hours) or (works and not hours):
            self.booked.tell((), clock.today())
            return
        self._frame.background.read(
            lambda r: _outside(r, worker_id, day, hours, clock),
            lambda booked: self.booked.tell(booked, clock.today()),
            owner=self,
            key="booked",
        )

    # ---- writing

    def _add(self) -> None:
        self._error.hide()
        self._day.set_error("")
        worker_id, day, hours = self._worker_id, self.day.day(), self.hours()

        def work(desk: Desk) -> None:
            desk.team.set_hours(worker_id, date_changes(desk.file, worker_id, day, hours))

        if self.add.hasFocus():
            # A button that rests would lose it to the one that closes the sheet.
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.add.setEnabled(False)
        said = self.tr("{day} noted.").format(day=language.short_day(day))
        self._frame.act(work, said, lambda _done: self._added(), self._refused, owner=self)

    def _added(self) -> None:
        self.add.setEnabled(True)
        self._ask()

    def _refused(self, error: Exception) -> None:
        self.add.setEnabled(True)
        if not isinstance(error, DeskError):
            self._frame.fail(error)
        elif error.code == "far_day":
            self._day.set_error(notices.sentence(error))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._error.setText(notices.sentence(error))
            self._error.show()


class Stretch(QWidget):
    """From when to when, one of a date's stretches."""

    def __init__(self, hours: Hours, number: int) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.start = TimeField(_time(hours[0]), self.tr("Stretch {number} from").format(number=number))
        self.end = TimeField(_time(hours[1]), self.tr("Stretch {number} to").format(number=number))
        self.remove = IconButton(
            icon("x", 16), self.tr("Without stretch {number}").format(number=number), size=28
        )
        for field in (self.start, self.end):
            field.setFixedWidth(92)
        row.addWidget(self.start)
        row.addWidget(plain_label("–", role="hint"))
        row.addWidget(self.end)
        row.addWidget(self.remove)
        row.addStretch(1)

    def changed(self, slot: object) -> None:
        """Call `slot` with each change."""
        for field in (self.start, self.end):
            if callable(slot):
                field.changed.connect(lambda _at: slot())

    def hours(self) -> Hours:
        """The times; midnight as an end is the end of the day."""
        end = language.time_text(self.end.value())
        return language.time_text(self.start.value()), "24:00" if end == "00:00" else end


def _outside(r: Reader, worker_id: str, day: dt.date, hours: tuple[Hours, ...], clock: Clock) -> list[Booked]:
    """What is booked in the hours that fall away."""
    lost = date_loss(r, worker_id, date_changes(r, worker_id, day, hours))
    return [one for one in booked_within(r, worker_id, lost) if one.end > clock.now()]


def _possible(hours: tuple[Hours, ...]) -> bool:
    """Whether these hours can be written; what is wrong is said when they are."""
    try:
        read_week((0, start, end) for start, end in hours if not is_night(start, end))
    except DeskError:
        return False
    return True


def _time(text: str) -> dt.time:
    hours, minutes = text.split(":")
    return dt.time(int(hours) % 24, int(minutes))
