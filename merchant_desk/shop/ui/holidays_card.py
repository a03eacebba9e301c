"""The public holidays of a year, whose they are, and a later year out of a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.shell import choose_file, notices
from merchant_desk.shell.icons import icon
from merchant_desk.shop import store
from merchant_desk.shop.holiday_files import LARGEST, read_years
from merchant_desk.shop.holidays import CALENDARS, Holiday, english
from merchant_desk.shop.ui.holiday_lines import HolidayLines, holiday_count
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import Button, IconButton
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.fields import Field
from merchant_desk.widgets.labels import plain_label
from merchant_desk.widgets.scrolling import bring_into_view

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame


@dataclass(frozen=True, slots=True)
class HolidayYear:
    """What is known of a year."""

    year: int
    calendar: str
    days: tuple[Holiday, ...]
    announced: bool
    loaded: bool


class HolidaysCard(Card):
    """The list of one year; each change is written at once."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(self.tr("Holidays"), self.tr("marks, not closed days"))
        self._frame = frame
        self.year = frame.clock.today().year
        self._build_head()
        self.state = plain_label(role="hint", wrap=True)
        self.body.addWidget(self.state)
        self.lines = HolidayLines()
        self.body.addWidget(self.lines)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.load = Button(self.tr("Load a year…"), icon=icon("upload", 16))
        self.load.clicked.connect(self._choose_file)
        self.forget = Button(self.tr("Take the loaded days away"), role="link")
        self.forget.clicked.connect(self._forget)
        row.addWidget(self.load)
        row.addWidget(self.forget)
        row.addStretch(1)
        buttons = QWidget()
        buttons.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.files = Field("", buttons)
        buttons.setFocusProxy(self.load)
        self.body.addWidget(self.files)
        self.preview = HolidayPreview()
        self.preview.confirmed.clicked.connect(self._load)
        self.preview.left.clicked.connect(self._leave)
        self.body.addWidget(self.preview)

    def _build_head(self) -> None:
        self.calendar = Choice(
            [("", self.tr("Only what is loaded")), *((key, self._calendar_name(key)) for key in CALENDARS)],
            name=self.tr("Whose holidays"),
        )
        self.calendar.chosen.connect(self._choose)
        self.before = IconButton(icon("chevron-left"), self.tr("Year before"), bordered=True)
        self.after = IconButton(icon("chevron-right"), self.tr("Year after"), bordered=True)
        self.before.clicked.connect(lambda: self._go(-1))
        self.after.clicked.connect(lambda: self._go(1))
        self.shown = plain_label(role="strong")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.before)
        row.addWidget(self.shown)
        row.addWidget(self.after)
        row.addStretch(1)
        row.addWidget(self.calendar)
        self.body.addLayout(row)

    def reload(self) -> None:
        """Read the year that is shown."""
        year = self.year
        self._frame.background.read(lambda r: read_year(r, year), self._show, owner=self, key="holidays")

    def take(self, path: Path) -> None:
        """Show what a file holds before anything is written."""
        self.files.set_error("")
        self._frame.background.read(
            lambda _r: read_years(_bytes(path), path.name),
            self._look_at,
            self._refused,
            owner=self,
            key="file",
        )

    def _show(self, known: HolidayYear) -> None:
        self.shown.setText(str(known.year))
        self.calendar.choose(known.calendar)
        self.lines.show_days(known.days)
        self.forget.setVisible(known.loaded)
        if known.days:
            told = holiday_count(known.days)
            if known.loaded:
                told = self.tr("{days}, from a file").format(days=told)
        elif not known.announced:
            told = self.tr("Not yet announced. They are usually published in November; load them here then.")
        else:
            told = self.tr("None are known here.")
        self.state.setText(told)

    def _go(self, step: int) -> None:
        self.year = min(dt.MAXYEAR, max(dt.MINYEAR, self.year + step))
        self.reload()

    def _choose(self, key: object) -> None:
        calendar = str(key or "")
        self._frame.act(
            lambda desk: desk.shop.choose_holidays(calendar), self.tr("Holidays changed."), owner=self
        )

    def _choose_file(self) -> None:
        chosen = choose_file.file_to_open(
            self,
            self.tr("Load a year of holidays"),
            "",
            self.tr("Lists of holidays") + " (*.json *.csv *.txt *.tsv *.ics)",
        )
        if chosen is not None:
            self.take(chosen)

    def _look_at(self, years: dict[int, list[Holiday]]) -> None:
        # A calendar may hold many years; the one that is wanted is the first after those known.
        wanted = self.year if self.year in years else max(years)
        self.preview.show_years(years, wanted)
        self.load.hide()
        bring_into_view(self.preview)

    def _leave(self) -> None:
        self.preview.hide()
        self.load.show()
        self.load.setFocus(Qt.FocusReason.OtherFocusReason)

    def _load(self) -> None:
        year, days = self.preview.chosen()
        self.preview.error.hide()

        def loaded(_done: object) -> None:
            self._leave()
            self.year = year
            self.reload()

        self._frame.act(
            lambda desk: desk.shop.load_holidays(year, days),
            self.tr("Holidays of {year} loaded.").format(year=year),
            loaded,
            self._refused,
            owner=self,
        )

    def _forget(self) -> None:
        year = self.year
        self._frame.act(
            lambda desk: desk.shop.forget_holidays(year),
            self.tr("Loaded holidays of {year} taken away.").format(year=year),
            owner=self,
        )

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            self._frame.fail(error)
        elif self.preview.isHidden():
            self.files.set_error(notices.sentence(error))
            bring_into_view(self.files)
        else:
            self.preview.error.setText(notices.sentence(error))
            self.preview.error.show()

    def _calendar_name(self, key: str) -> str:
        return {"cn": self.tr("Mainland China")}.get(key, key)


class HolidayPreview(Card):
    """What a file holds, before it is written: a year at a time."""

    def __init__(self) -> None:
        super().__init__(role="warn-card", padding=14)
        self._days: dict[int, list[Holiday]] = {}
        self._year = 0
        self.heading = plain_label(role="heading", wrap=True)
        self.body.addWidget(self.heading)
        self.years = Choice(name=self.tr("Year"))
        self.years.chosen.connect(self._show)
        self.body.addWidget(self.years, 0, Qt.AlignmentFlag.AlignLeft)
        self.lines = HolidayLines()
        self.body.addWidget(self.lines)
        self.error = plain_label(role="field-error", wrap=True)
        self.error.hide()
        self.body.addWidget(self.error)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        self.left = Button(self.tr("Leave it"))
        self.confirmed = Button(self.tr("Take these days"))
        row.addWidget(self.left)
        row.addWidget(self.confirmed)
        self.body.addLayout(row)
        self.hide()

    def show_years(self, years: dict[int, list[Holiday]], wanted: int) -> None:
        """Show one year of these, the others to be chosen."""
        self._days = {
            year: [day._replace(english=english(day.name)) for day in days] for year, days in years.items()
        }
        self.years.set_options([(year, str(year)) for year in sorted(years)], wanted)
        self.years.setVisible(len(years) > 1)
        self.error.hide()
        self._show(wanted)
        self.show()
        self.confirmed.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> tuple[int, Sequence[Holiday]]:
        """The year that is shown, and its days."""
        return self._year, self._days[self._year]

    def _show(self, year: object) -> None:
        if not isinstance(year, int):
            return
        self._year, days = year, self._days[year]
        told = self.tr("{year}: {days}. They take the place of what is known of that year.")
        self.heading.setText(told.format(year=year, days=holiday_count(days)))
        self.lines.show_days(days)


def read_year(r: Reader, year: int) -> HolidayYear:
    """What the card shows of a year."""
    days = store.holidays(r, dt.date(year, 1, 1), dt.date(year, 12, 31))
    return HolidayYear(
        year, store.holiday_calendar(r), tuple(days), store.announced(r, year), year in store.loaded_years(r)
    )


def _bytes(path: Path) -> bytes:
    """The file, as far as it may be read. Raises DeskError "cannot_read" (facts: file)."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise DeskError("cannot_read", file=path.name) from error
