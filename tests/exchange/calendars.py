"""A salon whose calendar is filled from files, and the files other calendars write."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from merchant_desk.appointments.model import AppointmentDraft, LineDraft
from merchant_desk.catalog.model import ServiceDraft
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.desk import Desk, open_desk
from merchant_desk.exchange.calendar_in import CalendarChoice
from merchant_desk.exchange.calendar_out import CalendarWish, WrittenCalendar, calendar, save_calendar
from merchant_desk.exchange.imports import ImportActs, ImportReport, preview

NOW = dt.datetime(2025, 8, 20, 14, 24)  # a Wednesday
UTC_NOW = dt.datetime(2025, 8, 20, 6, 24, tzinfo=dt.UTC)
SERVICES = ("法式美甲", "日式美睫", "手部护理", "Lash fill")
WORKERS = ("小雨", "阿琳", "Momo")
YEAR = (dt.date(2025, 1, 1), dt.date(2026, 12, 31))


def salon(folder: Path, zone: str = "Asia/Shanghai") -> Salon:
    """A shop in a zone with three workers who do everything, open every day from ten to nine."""
    desk = open_desk(folder / "salon.desk", FixedClock(NOW, zone), Changes())
    desk.set_up("小满美甲", "private_dining", "zh_CN", WORKERS, zone=zone)
    for name in SERVICES:
        desk.catalog.add_service(ServiceDraft(name, minutes=60))
    return Salon(desk, folder)


@dataclass
class Salon:
    """The desk with shorthands: ids by name, files in and out, and what stands in the diary."""

    desk: Desk
    folder: Path

    def id(self, table: str, name: str) -> str:
        """The id of the worker, service or customer of that name."""
        found: str = self.desk.file.value(f"SELECT id FROM {table} WHERE name = :name", name=name)
        return found

    def customer(self, name: str, phone: str = "") -> str:
        """A new customer's id."""
        return self.desk.customers.add(CustomerDraft(name, phone))

    def book(
        self, customer: str, start: dt.datetime, *lines: tuple[str, str], note: str = "", address: str = ""
    ) -> str:
        """An appointment of lines (service, worker) of one hour each, one after the other."""
        drafts = tuple(
            LineDraft(
                self.id("service", service), self.id("worker", worker), start + dt.timedelta(hours=at), 60
            )
            for at, (service, worker) in enumerate(lines or (("法式美甲", "小雨"),))
        )
        return self.desk.appointments.book(
            AppointmentDraft(self.customer(customer), drafts, note=note, address=address)
        )

    def take(self, *paths: Path, choice: CalendarChoice | None = None) -> ImportReport:
        """Import files and give the first one's report."""
        return ImportActs(self.desk.file).run(paths, choice=choice)[0]

    def look(self, *paths: Path, choice: CalendarChoice | None = None) -> ImportReport:
        """The report of looking at files without importing them."""
        report = preview(self.desk.file, paths, choice=choice).files[0].report
        assert report is not None
        return report

    def give(self, worker: str = "", *, names: bool = True) -> WrittenCalendar:
        """The calendar file of two years."""
        worker_id = self.id("worker", worker) if worker else None
        return calendar(self.desk.file, CalendarWish(*YEAR, worker_id, names), UTC_NOW)

    def give_file(self, worker: str = "", *, names: bool = True, name: str = "out.ics") -> Path:
        """The same, written."""
        path = self.folder / name
        save_calendar(path, self.give(worker, names=names))
        return path

    def diary(self) -> list[tuple[str, str, str, str, str]]:
        """(start, minutes, customer, service, worker) of every live line, by time."""
        rows = self.desk.file.all(
            "SELECT l.start, l.end, c.name AS customer, s.name AS service, w.name AS worker"
            " FROM appointment_line l JOIN appointment a ON a.id = l.appointment_id"
            " JOIN customer c ON c.id = a.customer_id JOIN service s ON s.id = l.service_id"
            " JOIN worker w ON w.id = l.worker_id WHERE a.status NOT IN ('cancelled', 'no_show')"
            " ORDER BY l.start, w.name"
        )
        return [
            (row["start"][5:], row["end"][11:], row["customer"], row["service"], row["worker"])
            for row in rows
        ]

    def status(self, appointment_id: str) -> str:
        """An appointment's state."""
        found: str = self.desk.file.value("SELECT status FROM appointment WHERE id = :id", id=appointment_id)
        return found

    def ics(self, *events: str, head: str = "", name: str = "other.ics", encoding: str = "utf-8") -> Path:
        """A calendar file of these events."""
        text = "\r\n".join(
            ["BEGIN:VCALENDAR", "VERSION:2.0", *head.splitlines(), *events, "END:VCALENDAR", ""]
        )
        path = self.folder / name
        path.write_bytes(text.encode(encoding))
        return path


def event(
    uid: str = "1@other", start: str = "20250825T100000", end: str = "20250825T110000", **more: str
) -> str:
    """A VEVENT; `start` and `end` with their parameters ("TZID=...:2025..."), `more` further properties."""
    summary = more.pop("SUMMARY", "王女士 法式美甲")
    lines = ["BEGIN:VEVENT", f"UID:{uid}", _at("DTSTART", start), f"SUMMARY:{summary}"]
    if end:
        lines.append(_at("DTEND", end))
    lines += [_at(name.rstrip("_").replace("_", "-"), value) for name, value in more.items()]
    return "\r\n".join([*lines, "END:VEVENT"])


def _at(name: str, value: str) -> str:
    mark = ";" if value.startswith(("TZID=", "VALUE=", "CN=")) else ":"
    return f"{name}{mark}{value}"
