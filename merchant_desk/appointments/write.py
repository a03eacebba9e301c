"""Writes appointments within an open act: one way for the desk, series, the waiting list and calendar files.

Whoever calls has checked the lines (`rules.check_lines`, `rules.misfit`); the database refuses by itself what
nobody may write.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from merchant_desk.appointments import home_ways
from merchant_desk.appointments.busy import Busy, kept
from merchant_desk.appointments.model import OFF, Appointment, AppointmentDraft
from merchant_desk.core.clock import wall
from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span
from merchant_desk.db.records import Act
from merchant_desk.sources.acts import add_touch


def insert_appointment(
    act: Act,
    draft: AppointmentDraft,
    lines: Sequence[Busy],
    *,
    series_id: str | None = None,
    series_at: dt.datetime | None = None,
    uid: str | None = None,
    status: str = "booked",
) -> str:
    """A new appointment with `lines` (from `rules.laid_out`), and what brought the customer; gives its id.

    `series_at` is when the rule of its series has it, naive shop time; `uid` the iCalendar UID it came
    with. Raises DeskError "clash" and "place_full" without facts where the database refuses.
    """
    if status not in OFF:
        _make_way(act, lines, None)
    made = act.insert(
        "appointment",
        {
            "customer_id": draft.customer_id,
            "status": status,
            "series_id": series_id,
            "series_at": None if series_at is None else wall(series_at),
            "uid": uid,
            **columns(draft),
        },
    )
    for seq, line in enumerate(lines):
        act.insert("appointment_line", {"appointment_id": made, "seq": seq, **line.columns()})
    note_source(act, made, draft)
    return made


def rewrite_appointment(act: Act, known: Appointment, draft: AppointmentDraft, lines: Sequence[Busy]) -> None:
    """Make a known appointment what the draft and its `lines` say.

    Raises DeskError "changed_meanwhile" where it is not any more what the draft's `sequence` knew, and what
    `insert_appointment` does.
    """
    check_sequence(act, known.id, draft.sequence)
    act.update("appointment", known.id, customer_id=draft.customer_id, **columns(draft))
    rewrite_lines(act, known, lines)
    if (draft.content_id, draft.channel_id) != (known.content_id, known.channel_id):
        note_source(act, known.id, draft)


def rewrite_lines(act: Act, known: Appointment, lines: Sequence[Busy]) -> None:
    """Bring a known appointment's lines to what they should be, one row after the other."""
    if known.reminded_at is not None and min(line.span.start for line in lines) != known.start:
        # They were told of another time.
        act.update("appointment", known.id, reminded_at=None)
    ids = [line.id for line in known.lines]
    for line_id in ids[len(lines) :]:
        act.delete("appointment_line", line_id)
    for line_id, line in zip(ids, lines, strict=False):
        act.update("appointment_line", line_id, **line.columns())
    last = act.value("SELECT max(seq) FROM appointment_line WHERE appointment_id = :id", id=known.id)
    for seq, line in enumerate(lines[len(ids) :], start=last + 1):
        act.insert("appointment_line", {"appointment_id": known.id, "seq": seq, **line.columns()})
    if known.travel_minutes:
        _mend(act, known)


def check_sequence(act: Act, appointment_id: str, sequence: int | None) -> None:
    """Refuse with DeskError "changed_meanwhile" where the appointment was changed since that `sequence`."""
    if sequence is None:
        return
    now = act.value("SELECT sequence FROM appointment WHERE id = :id", id=appointment_id)
    if now != sequence:
        raise DeskError("changed_meanwhile", sequence=now)


def set_status(act: Act, known: Appointment, status: str, **more: object) -> None:
    """Bring a known appointment to another status, with `more` of its columns.

    Raises DeskError "wrong_status" where somebody else has changed it meanwhile, and "clash" or
    "place_full" without facts where it takes its time up again and somebody has it.
    """
    now = act.value("SELECT status FROM appointment WHERE id = :id", id=known.id)
    if now != known.status:
        raise DeskError("wrong_status", status=now, wanted=status)
    if known.travel_minutes and known.status in OFF and status not in OFF:
        lines = [kept(line, known.travel_minutes) for line in known.lines]
        _make_way(act, lines, known.id)
    act.update("appointment", known.id, status=status, **more)
    if known.travel_minutes:
        _mend(act, known)


def note_source(act: Act, appointment_id: str, draft: AppointmentDraft) -> None:
    """Keep what the draft says brought the customer, if it says so."""
    if draft.content_id or draft.channel_id:
        add_touch(
            act,
            content_id=draft.content_id,
            channel_id=draft.channel_id,
            customer_id=draft.customer_id,
            appointment_id=appointment_id,
            evidence=draft.evidence,
            at=act.now,
        )


def columns(draft: AppointmentDraft) -> dict[str, object]:
    """The appointment's own columns that a draft sets."""
    return {
        "note": draft.note.strip(),
        "address": draft.address.strip(),
        "travel_minutes": draft.travel_minutes,
        "deposit": draft.deposit,
    }


def _make_way(act: Act, lines: Sequence[Busy], own: str | None) -> None:
    """Let workers come to a home visit straight from the one before."""
    met: set[str] = set()
    for line in lines:
        if line.travel and not line.squeezed and line.worker_id not in met:
            home_ways.make_way(act, line.worker_id, line.busy.start, own)
        met.add(line.worker_id)


def _mend(act: Act, known: Appointment) -> None:
    """Give the ways back around a home visit that was moved or called off their whole length again."""
    spans = [Span(line.busy_from, line.busy_to) for line in known.lines]
    home_ways.mend(act, {line.worker_id for line in known.lines}, spans)
