"""Says in time what is about to begin: in the window, and in the tray while nobody looks at it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from merchant_desk.appointments.reminders import store as reminder_store
from merchant_desk.appointments.ui.reminder_words import what_text, who_text
from merchant_desk.shell import language
from merchant_desk.shell.icons import icon

if TYPE_CHECKING:
    from merchant_desk.appointments.reminders.model import Reminder
    from merchant_desk.shell.frame import Frame

_AT_ONCE = 2


class Alerts(QObject):
    """Looks every minute for what begins soon, and says each appointment once for its time.

    There is one for a frame: `attach` makes it where there is none.
    """

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._said: set[tuple[str, dt.datetime]] = set()
        self.tray: QSystemTrayIcon | None = None
        frame.minute.connect(self.look)
        self.look(frame.clock.now())

    def look(self, now: dt.datetime) -> None:
        """Ask for what begins soon."""
        self._frame.background.read(
            lambda reader: reminder_store.soon(reader, now), self._say, owner=self, key="soon"
        )

    def _say(self, soon: list[Reminder]) -> None:
        fresh = [one for one in soon if _key(one) not in self._said]
        # What has begun, or was put off, is not asked for again.
        self._said = {_key(one) for one in soon}
        if not fresh:
            return
        lines = [self._line(one) for one in fresh]
        if len(fresh) > _AT_ONCE:
            names = language.joined([one.customer for one in fresh])
            count = self.tr("%n appointment(s) soon", "", len(fresh))
            lines = [f"{language.time_text(fresh[0].visits[0].start)} · {count}: {names}"]
        for line in lines:
            self._frame.notice(line)
        if QApplication.applicationState() != Qt.ApplicationState.ApplicationActive:
            self._tell_tray("\n".join(lines))

    def _line(self, one: Reminder) -> str:
        start = one.visits[0].start
        minutes = max(0, -(-(start - self._frame.clock.now()) // dt.timedelta(minutes=1)))
        ahead = self.tr("in {length}").replace("{length}", language.minutes_text(minutes))
        who = f"{one.customer} {what_text(one)}"
        return " · ".join((f"{language.time_text(start)} {who}", who_text(one), ahead))

    def _tell_tray(self, text: str) -> None:
        """A message of the system, where it has a place for one."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self.tray is None:
            picture = QApplication.windowIcon()
            self.tray = QSystemTrayIcon(icon("calendar") if picture.isNull() else picture, self)
            self.tray.messageClicked.connect(_come_forward)
            self.tray.activated.connect(lambda _reason: _come_forward())
        self.tray.show()
        self.tray.showMessage(self.tr("Next appointment"), text)


def attach(frame: Frame) -> Alerts:
    """The frame's own alerts, made now where there are none yet."""
    found = frame.findChild(Alerts)
    return found if found is not None else Alerts(frame)


def _come_forward() -> None:
    for window in QApplication.topLevelWidgets():
        if window.windowType() == Qt.WindowType.Window and window.isVisible():
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.raise_()
            window.activateWindow()


def _key(one: Reminder) -> tuple[str, dt.datetime]:
    return one.visits[0].appointment_id, one.visits[0].start
