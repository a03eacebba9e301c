"""A small salon on a real file, for tests of appointments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from merchant_desk.appointments import offers, store
from merchant_desk.appointments.acts import AppointmentActs
from merchant_desk.appointments.model import Appointment, AppointmentDraft, LineDraft, Offer
from merchant_desk.catalog.acts import CatalogActs
from merchant_desk.catalog.model import ServiceDraft
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.customers.acts import CustomerActs
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.db.open import open_shop
from merchant_desk.db.records import Reader
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop.acts import ShopActs
from merchant_desk.team.acts import TeamActs
from tests.blank import closed_bytes, new_shop

# A Thursday; the shop is open from 10:00 to 20:00 every day.
DAY = dt.date(2026, 8, 20)


def at(text: str, day: dt.date = DAY) -> dt.datetime:
    """'14:30' on the day."""
    return dt.datetime.combine(day, dt.time.fromisoformat(text.zfill(5)))


@dataclass
class Salon:
    """Yu and Lin do everything; only Momo does lashes. Ana and Bo are customers."""

    file: ShopFile
    clock: FixedClock
    acts: AppointmentActs
    yu: str
    lin: str
    momo: str
    gel: str  # 60 minutes
    lash: str  # 90 minutes, 10 before, 15 after
    ana: str
    bo: str

    def line(self, start: str, minutes: int = 60, **facts: Any) -> LineDraft:
        """Gel with Yu on the day, unless told otherwise."""
        day = facts.pop("day", DAY)
        told = {"service_id": self.gel, "worker_id": self.yu, **facts}
        return LineDraft(start=at(start, day), minutes=minutes, **told)

    def draft(self, *lines: LineDraft, **facts: Any) -> AppointmentDraft:
        """Ana's visit, unless told otherwise."""
        return AppointmentDraft(**{"customer_id": self.ana, "lines": lines, **facts})

    def book(self, start: str, minutes: int = 60, **facts: Any) -> str:
        """One line: Ana's gel with Yu, unless told otherwise."""
        visit = {
            "customer_id",
            "squeeze",
            "note",
            "travel_minutes",
            "content_id",
            "channel_id",
        } & facts.keys()
        around = {name: facts.pop(name) for name in visit}
        return self.acts.book(self.draft(self.line(start, minutes, **facts), **around))

    def appointment(self, appointment_id: str) -> Appointment:
        """It must be there."""
        found = store.appointment(self.file, appointment_id)
        assert found is not None
        return found

    def times(self, appointment_id: str) -> list[str]:
        """The lines as '10:00-11:00 Yu'."""
        lines = self.appointment(appointment_id).lines
        return [f"{line.start:%H:%M}-{line.end:%H:%M} {line.worker}" for line in lines]

    def busy(self, appointment_id: str) -> list[str]:
        """The lines' busy spans as '10:00-11:00'."""
        lines = self.appointment(appointment_id).lines
        return [f"{line.busy_from:%H:%M}-{line.busy_to:%H:%M}" for line in lines]


def next_free(r: Reader, now: dt.datetime, services: Sequence[str], **how: Any) -> list[Offer]:
    """The offers for a visit of these services, one after another, with `worker_id` where one is named."""
    wanted = offers.wishes(r, services, how.pop("worker_id", None))
    return offers.offers(r, now, wanted, now=now, **how)


def open_salon(path: Path, clock: FixedClock) -> Salon:
    """A new file with the salon in it."""
    made, *ids = _made(clock.now(), clock._zone.key)
    path.write_bytes(made)
    file = open_shop(path, clock, Changes())
    return Salon(file, clock, AppointmentActs(file), *ids)


@cache
def _made(now: dt.datetime, zone: str) -> tuple[bytes, str, str, str, str, str, str, str]:
    """The file's bytes, and the ids of its people and services in the order of Salon."""
    with TemporaryDirectory() as folder:
        file = new_shop(Path(folder) / "salon.desk", FixedClock(now, zone))
        ids = _fill(file)
        return closed_bytes(file), *ids


def _fill(file: ShopFile) -> tuple[str, str, str, str, str, str, str]:
    shop, team, catalog, people = ShopActs(file), TeamActs(file), CatalogActs(file), CustomerActs(file)
    shop.set_up("Small", "nails_lashes")
    with file.act("hours") as act:
        for row in file.all("SELECT id FROM opening"):
            act.update("opening", row["id"], start="10:00", end="20:00")
    yu, lin, momo = (team.add_worker(name) for name in ("Yu", "Lin", "Momo"))
    gel = catalog.add_service(ServiceDraft("Gel", minutes=60, price=100))
    lash = catalog.add_service(
        ServiceDraft("Lash", minutes=90, before=10, after=15, price=200, worker_ids=(momo,))
    )
    ana, bo = (people.add(CustomerDraft(name)) for name in ("Ana", "Bo"))
    return yu, lin, momo, gel, lash, ana, bo
