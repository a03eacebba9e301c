"""When what was chosen on the booking sheet fits: the day's free times, later ones, and who would do it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from merchant_desk.appointments.ui.booking_offer import DayKnown, read_day, read_later
from merchant_desk.appointments.ui.booking_plan import Pick, any_team, starts, visit_end, visit_for
from merchant_desk.shell import language

if TYPE_CHECKING:
    from merchant_desk.appointments.availability import Visit
    from merchant_desk.appointments.ui.booking_sheet import BookingSheet

_ONE_DAY = dt.timedelta(days=1)


class BookingTimes(QObject):
    """Knows the shown day's diary and keeps the sheet's times in step with what is chosen.

    While nobody has set a time (`time_is_set`), the first free one is taken.
    """

    def __init__(self, sheet: BookingSheet, *, time_is_set: bool) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._day: DayKnown | None = None
        self.time_is_set = time_is_set
        self._day_is_set = time_is_set

    def keep(self, *, day_only: bool = False) -> None:
        """The time on the screen was chosen, or its day alone: no other is put in its place."""
        self._day_is_set = True
        self.time_is_set = not day_only

    def read_day(self) -> None:
        """Look at the shown day's diary anew."""
        sheet = self._sheet
        day, appointment_id = sheet.when.start().date(), sheet.appointment_id
        sheet.frame.background.read(
            lambda reader: read_day(reader, day, appointment_id), self._show_day, owner=sheet, key="day"
        )

    def picks(self) -> list[Pick]:
        """What was chosen; a home visit is in no room or chair."""
        picks = self._sheet.lines.picks()
        if not self._at_home():
            return picks
        return [replace(pick, place_id="", places=None) for pick in picks]

    def workers(self) -> list[str]:
        """Who would do each service at the time that is set, free or not."""
        visit = self._visit()
        if visit is not None:
            return list(visit.workers)
        return any_team(self.picks(), self._day.on_shift if self._day else ())

    def plan(self) -> None:
        """Free times for what was chosen, and the line that sums it all up."""
        sheet = self._sheet
        picks = sheet.lines.picks()
        sheet.home.expect(any(pick.service.at_home for pick in picks))
        sheet.repeat.set_first(sheet.when.start())
        if (
            self._day is None
            or self._day.day != sheet.when.start().date()
            or sheet.offer is None
            or not picks
        ):
            sheet.when.offer(())
            sheet.sum_up("")
            return
        found = self._starts(self._day)
        if found and not self.time_is_set:
            sheet.when.set_start(found[0])
            sheet.repeat.set_first(found[0])
        visit = self._visit()
        for row, place_id in zip(
            sheet.lines.rows(), visit.places if visit else [None] * len(picks), strict=True
        ):
            row.show_place(place_id, at_home=self._at_home())
        sheet.when.offer(found, none=self._why_none(), taken=self._why_not(visit))
        if not found and all(pick.lasts for pick in picks):
            self._look_further()
        self._sum_up()

    # ---- the day

    def _show_day(self, known: DayKnown) -> None:
        self._day = known
        self.plan()

    def _at_home(self) -> bool:
        home = self._sheet.home
        return bool(home.minutes() or home.address_text())

    def _bounds(self) -> tuple[dt.datetime, dt.datetime]:
        """From when and until when times are offered."""
        now = self._sheet.frame.clock.now()
        if self._sheet.offer is None:
            return now, now
        rules = self._sheet.offer.rules
        horizon = dt.datetime.combine(now.date() + dt.timedelta(days=rules.horizon), dt.time()) + _ONE_DAY
        return now + dt.timedelta(minutes=rules.notice), horizon

    def _starts(self, known: DayKnown) -> list[dt.datetime]:
        if self._sheet.offer is None:
            return []
        earliest, horizon = self._bounds()
        midnight = dt.datetime.combine(known.day, dt.time())
        travel = self._sheet.home.minutes()
        return starts(
            self.picks(),
            known.diary(travel),
            self._sheet.offer.rules.step,
            max(earliest, midnight),
            min(horizon, midnight + _ONE_DAY),
            travel,
        )

    def _visit(self) -> Visit | None:
        start = self._sheet.when.start()
        if self._day is None or self._day.day != start.date():
            return None
        travel = self._sheet.home.minutes()
        return visit_for(self.picks(), start, self._day.diary(travel), travel)

    def _why_none(self) -> str:
        """Why no time of the day is offered; a length that cannot be is said when it is saved."""
        if not all(pick.lasts for pick in self.picks()):
            return ""
        day, old = self._sheet.when.start().date(), self._sheet.appointment
        earliest, horizon = self._bounds()
        if day < self._sheet.frame.clock.today():
            if old is not None and day == old.start.date():
                return ""
            return self.tr("This day is past. What is booked on it is noted all the same.")
        if day >= horizon.date():
            said = self.tr("Times are offered up to {day}. One that is typed can be booked all the same.")
            return said.replace("{day}", language.full_day(horizon.date() - _ONE_DAY))
        if dt.datetime.combine(day, dt.time()) + _ONE_DAY <= earliest:
            return self.tr(
                "That is sooner than times are offered. One that is typed can be booked all the same."
            )
        return self.tr("Nothing is free on this day for this.")

    def _why_not(self, visit: Visit | None) -> str:
        """What is wrong with the time that is set."""
        start, old = self._sheet.when.start(), self._sheet.appointment
        if start < self._sheet.frame.clock.now():
            # What was agreed on for then is no news.
            return "" if old is not None and start == old.start else self.tr("This time is past.")
        return "" if visit is not None else self.tr("Not free at that time for this long.")

    # ---- later days

    def _look_further(self) -> None:
        sheet = self._sheet
        wanted = [pick.wish for pick in self.picks()]
        now, day, appointment_id = sheet.frame.clock.now(), sheet.when.start().date(), sheet.appointment_id
        travel = sheet.home.minutes()
        after = max(now, dt.datetime.combine(day, dt.time()))
        sheet.frame.background.read(
            lambda reader: read_later(reader, after, wanted, now, travel, appointment_id),
            self._show_later,
            owner=sheet,
            key="later",
        )

    def _show_later(self, later: list[dt.datetime]) -> None:
        sheet = self._sheet
        if later and not self._day_is_set:
            sheet.when.set_start(later[0])
            self.time_is_set = self._day_is_set = True
            self.read_day()
            return
        may_wait = not sheet.appointment_id and not sheet.waiting_id
        none = self._why_none()
        beyond = sheet.when.start() >= self._bounds()[1]
        if not later and not beyond:  # further on nothing was looked for
            none = " ".join([none, self.tr("Nothing later is free either.")]).strip()
        sheet.when.offer((), later, none=none, taken=self._why_not(self._visit()), may_wait=may_wait)

    def _sum_up(self) -> None:
        sheet, picks, workers = self._sheet, self.picks(), self.workers()
        start = sheet.when.start()
        if not all(workers) or sheet.offer is None or not all(pick.lasts for pick in picks):
            sheet.sum_up("")
            return
        names = {worker.id: worker.name for worker in sheet.offer.workers}
        who = language.joined([names.get(worker_id, "") for worker_id in dict.fromkeys(workers)])
        total = sum(pick.price_with(worker_id) for pick, worker_id in zip(picks, workers, strict=True))
        day = language.near_day(start.date(), sheet.frame.clock.today())
        span = language.span_text(start, visit_end(picks, workers, start))
        sheet.sum_up(f"{day} {span} · {who} · {language.money(total)}")
