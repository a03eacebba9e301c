"""What happens in the team: somebody comes, leaves, changes the week, takes time off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from merchant_desk.core.clock import wall
from merchant_desk.core.errors import DeskError
from merchant_desk.db.records import Act
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop.model import read_name, read_week
from merchant_desk.shop.store import opening
from merchant_desk.team.model import Role, WeekSpan, next_colour
from merchant_desk.team.store import worker

_ALWAYS = "0001-01-01"

Spell = tuple[int, str, str]


class TeamActs:
    """The acts on workers, their weeks and their time off."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def add_worker(
        self,
        name: str,
        role: Role = "worker",
        colour: str = "",
        week: Sequence[WeekSpan] | None = None,
        breaks: Sequence[WeekSpan] = (),
    ) -> str:
        """Take somebody on and give the new id; without a week they work whenever the shop is open.

        An empty `colour` takes one that nobody has. Raises DeskError "no_name" and what `set_week` raises.
        """
        with self._file.act("add_worker", subject=name.strip()) as act:
            worker_id = insert_worker(act, name, role, colour, week)
            _write_breaks(act, worker_id, _plan(breaks))
            return worker_id

    def edit_worker(
        self,
        worker_id: str,
        *,
        name: str | None = None,
        role: Role | None = None,
        colour: str | None = None,
        week: Sequence[WeekSpan] | None = None,
        breaks: Sequence[WeekSpan] | None = None,
    ) -> None:
        """Change what is given; a new week holds from today on.

        Raises DeskError "no_name", "gone" and what `set_week` raises.
        """
        given: dict[str, object] = {"role": role, "colour": colour}
        changed = {key: value for key, value in given.items() if value is not None}
        if name is not None:
            changed["name"] = read_name(name)
        with self._file.act("edit_worker", subject=self._name(worker_id)) as act:
            act.update("worker", worker_id, **changed)
            if week is not None:
                _write_shifts(act, worker_id, _plan(week), self._file.clock.today())
            if breaks is not None:
                _write_breaks(act, worker_id, _plan(breaks))

    def archive_worker(self, worker_id: str) -> None:
        """Let somebody go: hidden from new bookings from now on.

        What they are already booked for stays on the board, to be kept or moved one by one, and
        what they earned stays in the books. Raises DeskError "gone".
        """
        with self._file.act("archive_worker", subject=self._name(worker_id)) as act:
            act.update("worker", worker_id, archived_at=act.now_ms)

    def restore_worker(self, worker_id: str) -> None:
        """Take somebody back, with the week they had. Raises DeskError "gone"."""
        with self._file.act("restore_worker", subject=self._name(worker_id)) as act:
            act.update("worker", worker_id, archived_at=None)

    def set_week(
        self,
        worker_id: str,
        spans: Iterable[WeekSpan],
        breaks: Iterable[WeekSpan] = (),
        from_day: dt.date | None = None,
    ) -> None:
        """Make these the weekly shifts from `from_day` (today when None) on; earlier days keep theirs.

        Breaks hold for every day. Raises DeskError "gone", "bad_time", "end_before_start",
        "over_midnight".
        """
        plan, pauses = _plan(spans), _plan(breaks)
        with self._file.act("set_week", subject=self._name(worker_id)) as act:
            _write_shifts(act, worker_id, plan, from_day or self._file.clock.today())
            _write_breaks(act, worker_id, pauses)

    def add_time_off(self, worker_id: str, start: dt.datetime, end: dt.datetime, reason: str = "") -> str:
        """Note that somebody is away and give the note's id; what is booked then stays on the board.

        Raises DeskError "gone", "end_before_start".
        """
        if wall(end) <= wall(start):
            raise DeskError("end_before_start", start=start, end=end)
        with self._file.act("add_time_off", subject=self._name(worker_id)) as act:
            row = {"worker_id": worker_id, "start": wall(start), "end": wall(end), "reason": reason.strip()}
            return act.insert("time_off", row)

    def remove_time_off(self, time_off_id: str) -> None:
        """Take a note of time off away. Raises DeskError "gone"."""
        worker_id = self._file.value("SELECT worker_id FROM time_off WHERE id = :id", id=time_off_id)
        if worker_id is None:
            raise DeskError("gone", table="time_off", id=time_off_id)
        with self._file.act("remove_time_off", subject=self._name(worker_id)) as act:
            act.delete("time_off", time_off_id)

    def _name(self, worker_id: str) -> str:
        found = worker(self._file, worker_id)
        if found is None:
            raise DeskError("gone", table="worker", id=worker_id)
        return found.name


def insert_worker(
    act: Act, name: str, role: Role = "worker", colour: str = "", week: Sequence[WeekSpan] | None = None
) -> str:
    """Write a new worker inside an open act and give the id; see `TeamActs.add_worker`."""
    taken = [row["colour"] for row in act.all("SELECT colour FROM worker WHERE archived_at IS NULL")]
    spans = opening(act) if week is None else week
    plan = read_week((span.weekday, span.start, span.end) for span in spans)
    last = act.value("SELECT coalesce(max(seq), 0) FROM worker")
    row = {"name": read_name(name), "role": role, "colour": colour or next_colour(taken), "seq": last + 1}
    worker_id = act.insert("worker", row)
    _insert_spans(act, "shift", plan, worker_id=worker_id, valid_from=_ALWAYS)
    return worker_id


def _plan(spans: Iterable[WeekSpan]) -> list[Spell]:
    return read_week((span.weekday, span.start, span.end) for span in spans)


def _write_shifts(act: Act, worker_id: str, plan: list[Spell], since: dt.date) -> None:
    """Let the shifts of the old plan end the day before, and the new ones begin; what stays, stays."""
    missing = set(plan)
    day_before = (since - dt.timedelta(days=1)).isoformat()
    for row in act.all(
        "SELECT id, weekday, start, end, valid_from, valid_to FROM shift"
        " WHERE worker_id = :worker AND valid_to >= :since",
        worker=worker_id,
        since=since.isoformat(),
    ):
        span = (row["weekday"], row["start"], row["end"])
        if span in missing and row["valid_from"] <= since.isoformat() and row["valid_to"] == "9999-12-31":
            missing.remove(span)
        elif row["valid_from"] <= day_before:
            act.update("shift", row["id"], valid_to=day_before)
        else:
            act.delete("shift", row["id"])
    _insert_spans(act, "shift", missing, worker_id=worker_id, valid_from=since.isoformat())


def _write_breaks(act: Act, worker_id: str, pauses: list[Spell]) -> None:
    missing = set(pauses)
    for row in act.all(
        "SELECT id, weekday, start, end FROM shift_break WHERE worker_id = :worker", worker=worker_id
    ):
        span = (row["weekday"], row["start"], row["end"])
        if span in missing:
            missing.remove(span)
        else:
            act.delete("shift_break", row["id"])
    _insert_spans(act, "shift_break", missing, worker_id=worker_id)


def _insert_spans(act: Act, table: str, spans: Iterable[Spell], **columns: object) -> None:
    for weekday, start, end in sorted(spans):
        act.insert(table, {"weekday": weekday, "start": start, "end": end, **columns})
