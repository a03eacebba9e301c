"""Reads the waiting list, and which free times are for those who wait."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from merchant_desk.appointments import offers
from merchant_desk.appointments.availability import Diary, in_a_row, visit_starts
from merchant_desk.appointments.model import Offer
from merchant_desk.appointments.waiting.model import Opening, Waiting, WaitingDraft
from merchant_desk.catalog import store as catalog_store
from merchant_desk.core.clock import parse_day
from merchant_desk.core.spans import Span, overlap
from merchant_desk.shop import store as shop_store
from merchant_desk.team import store as team_store

if TYPE_CHECKING:
    import sqlite3

    from merchant_desk.db.records import Reader

_ONE_DAY = dt.timedelta(days=1)
# So many days are read first.
_SOON = 14
_WAITING = (
    "SELECT waiting.*, customer.name AS customer, customer.phone_typed, service.name AS service,"
    " coalesce(worker.name, '') AS worker FROM waiting"
    " JOIN customer ON customer.id = waiting.customer_id JOIN service ON service.id = waiting.service_id"
    " LEFT JOIN worker ON worker.id = waiting.worker_id "
)


def waiting(r: Reader, waiting_id: str) -> Waiting | None:
    """One entry of the list, whatever became of it."""
    row = r.one(_WAITING + "WHERE waiting.id = :id", id=waiting_id)
    return None if row is None else _entry(row, _zone(r))


def entries(r: Reader) -> list[Waiting]:
    """Everybody who waits, oldest first; also those whose days are over."""
    zone = _zone(r)
    rows = r.all(_WAITING + "WHERE waiting.state = 'waiting' ORDER BY waiting.created_at, waiting.id")
    return [_entry(row, zone) for row in rows]


def fitting(r: Reader, now: dt.datetime) -> list[Opening]:
    """Who waits and could come, each with the first free time that fits; who waits longest comes first.

    `now` is naive shop time. Looks no nearer than the shop's notice and no further than its horizon.
    """
    waits = _live(r, lambda one: one.last_day >= now.date())
    found: dict[str, Opening] = {}
    for first, last in _stretches(now.date(), max((one.last_day for one in waits), default=now.date())):
        still = [one for one in waits if one.id not in found and one.overlaps(first, last)]
        if still:
            found |= {one.waiting.id: one for one in _Search(r, now, still, first, last).openings()}
    return [found[one.id] for one in waits if one.id in found]


def first_fit(r: Reader, draft: WaitingDraft, now: dt.datetime) -> Offer | None:
    """The first free time for a wish that is not on the list yet, or None. Raises DeskError "gone"."""
    one = Waiting(
        *("", draft.customer_id, "", "", draft.service_id, "", draft.worker_id, ""),
        *(draft.first_day, draft.last_day, draft.from_time, draft.to_time, "", "waiting", None, now),
    )
    for first, last in _stretches(max(now.date(), draft.first_day), draft.last_day):
        for opening in _Search(r, now, [one], first, last).openings():
            return opening.offer
    return None


def opened_by(r: Reader, freed: Sequence[tuple[str, Span]], now: dt.datetime) -> list[Waiting]:
    """Who waits, oldest first, for a time that takes some of what has been freed: (worker id, busy span)."""
    days = [day for _, span in freed for day in (span.start.date(), span.end.date())]
    if not days:
        return []
    first, last = min(days), max(days)
    waits = _live(r, lambda one: one.overlaps(first, last))
    return _Search(r, now, waits, first, last).taking(freed) if waits else []


def _live(r: Reader, wanted: Callable[[Waiting], bool]) -> list[Waiting]:
    """Those `wanted` whose service is still sold."""
    waits = [one for one in entries(r) if wanted(one)]
    sold = {service.id for service in catalog_store.services(r)} if waits else set()
    return [one for one in waits if one.service_id in sold]


class _Search:
    """The free time from a first to a last day, read once for all who wait for some of it."""

    def __init__(
        self, r: Reader, now: dt.datetime, waits: Sequence[Waiting], first: dt.date, last: dt.date
    ) -> None:
        self._waits = waits
        self._step = shop_store.booking_rules(r).step
        self._names = {worker.id: worker.name for worker in team_store.workers(r)}
        wanted = {(one.service_id, one.worker_id) for one in waits}
        self._wishes = {key: offers.wishes(r, [key[0]], key[1])[0] for key in wanted}
        self._bounds = offers.bounds(r, now)
        self._first = max(first, self._bounds.earliest.date())
        self._last = min(last, (self._bounds.until - _ONE_DAY).date())
        self._diaries = self._read(r)

    def openings(self) -> list[Opening]:
        """The first free time of each, where there is one."""
        found = ((one, next(self._offers(one), None)) for one in self._waits)
        return [Opening(one, offer) for one, offer in found if offer is not None]

    def taking(self, freed: Sequence[tuple[str, Span]]) -> list[Waiting]:
        """Who could be served by one of these workers in one of these spans."""
        return [
            one for one in self._waits if any(self._takes(one, offer, freed) for offer in self._offers(one))
        ]

    def _read(self, r: Reader) -> dict[dt.date, Diary]:
        """Each day's own part of the diary; a span over midnight is on both days, whole."""
        wanted = [wish for wish in self._wishes.values() if wish.workers]
        if self._last < self._first or not wanted:
            return {}
        whole = offers.read_diary(r, wanted, self._first, self._last)
        free: dict[dt.date, dict[str, list[Span]]] = {}
        for worker_id, spans in whole.free.items():
            for span in spans:
                for day in _days(span.start.date(), span.end.date()):
                    free.setdefault(day, {}).setdefault(worker_id, []).append(span)
        return {day: Diary(mine, whole.full) for day, mine in free.items()}

    def _offers(self, one: Waiting) -> Iterator[Offer]:
        """Every free time for them, earliest first."""
        wish = self._wishes[one.service_id, one.worker_id]
        for day in _days(max(one.first_day, self._first), min(one.last_day, self._last)):
            here, diary = one.between(day), self._diaries.get(day)
            if diary is None:
                continue
            since = max(here.start, self._bounds.earliest)
            for visit in visit_starts([wish], diary, self._step, since, until=here.end):
                worker_id = visit.workers[0]
                if one.suits(visit.start, wish.step(worker_id).minutes):
                    yield Offer(worker_id, self._names[worker_id], visit.start, visit.workers, visit.places)

    def _takes(self, one: Waiting, offer: Offer, freed: Sequence[tuple[str, Span]]) -> bool:
        step = self._wishes[one.service_id, one.worker_id].step(offer.worker_id)
        busy = in_a_row(offer.start, [step])[0].busy
        return any(worker_id == offer.worker_id and overlap(busy, span) for worker_id, span in freed)


def _stretches(first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    """The next days alone, where most answers lie; then all the others."""
    soon = first + dt.timedelta(days=_SOON - 1)
    yield first, min(soon, last)
    if soon < last:
        yield soon + _ONE_DAY, last


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    for count in range((last - first).days + 1):
        yield first + dt.timedelta(days=count)


def _zone(r: Reader) -> ZoneInfo:
    return ZoneInfo(shop_store.zone(r))


def _entry(row: sqlite3.Row, zone: ZoneInfo) -> Waiting:
    since = dt.datetime.fromtimestamp(row["created_at"] / 1000, zone)
    return Waiting(
        id=row["id"],
        customer_id=row["customer_id"],
        customer=row["customer"],
        phone_typed=row["phone_typed"],
        service_id=row["service_id"],
        service=row["service"],
        worker_id=row["worker_id"],
        worker=row["worker"],
        first_day=parse_day(row["first_day"]),
        last_day=parse_day(row["last_day"]),
        from_time=row["from_time"],
        to_time=row["to_time"],
        note=row["note"],
        state=row["state"],
        appointment_id=row["appointment_id"],
        since=since.replace(tzinfo=None, second=0, microsecond=0),
    )
