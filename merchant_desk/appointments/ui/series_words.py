"""Series in words: where an appointment stands in its own, and why a date does not fit."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from merchant_desk.shell import language, notices
from merchant_desk.shell.repeat_words import pattern_words

if TYPE_CHECKING:
    from merchant_desk.appointments.series.store import Standing
    from merchant_desk.core.errors import DeskError


def series_line(standing: Standing) -> str:
    """Where an appointment stands: 'every 2 weeks on Tuesday · 3 of 10'."""
    text = QCoreApplication.translate("series", "{every} · {number} of {count}")
    parts = [
        text.format(
            every=pattern_words(standing.rule, standing.start), number=standing.number, count=standing.count
        )
    ]
    if standing.moved:
        parts.append(QCoreApplication.translate("series", "moved by hand"))
    return " · ".join(parts)


def clash_words(clash: DeskError) -> str:
    """Why a date does not fit, in a few words; the whole sentence is the notices'."""
    facts = {name: str(value) for name, value in clash.facts.items()}
    start, end = clash.facts.get("start"), clash.facts.get("end")
    if clash.code == "clash" and isinstance(start, dt.datetime) and isinstance(end, dt.datetime):
        text = QCoreApplication.translate("series", "{worker} has {customer} ({service}), {time}")
        return text.format_map({**facts, "time": language.span_text(start, end)})
    if clash.code == "off_shift":
        return QCoreApplication.translate("series", "{worker} does not work then").format_map(facts)
    if clash.code in {"place_full", "no_place"}:
        return QCoreApplication.translate("series", "no room or chair is free then")
    return notices.sentence(clash)
