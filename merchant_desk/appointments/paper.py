"""The day and the week on paper: sheets as HTML, in the words they are given; nothing here draws."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from merchant_desk.appointments.period import PeriodLine

# Of a simple kind of HTML, which is all that is turned into print: tables, and no more style than it knows.
_STYLE = """
body { color: #000000; }
h1 { font-size: 15pt; margin-top: 0px; margin-bottom: 3px; }
h2 { font-size: 11pt; margin-top: 18px; margin-bottom: 4px; }
p { font-size: 9pt; color: #444444; margin-top: 0px; margin-bottom: 8px; }
table { border-collapse: collapse; border-style: solid; border-width: 0px; }
th { font-size: 8.5pt; color: #444444; text-align: left; border-bottom: 1px solid #000000;
    padding-top: 2px; padding-bottom: 3px; padding-right: 8px; }
td { font-size: 10.5pt; border-bottom: 1px solid #bbbbbb;
    padding-top: 5px; padding-bottom: 6px; padding-right: 8px; }
"""

# A heading's own distance is not kept below a table.
_GAP = '<p style="font-size: 5pt">&nbsp;</p>'


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What is written on a sheet beside the shop's own text, in the language of whoever prints it.

    `day` names a date, `printed` is the whole sentence of when it was printed, `squeezed` marks a line
    that was put in over another, `nobody` stands where there is nothing.
    """

    time: str
    customer: str
    service: str
    worker: str
    place: str
    note: str
    squeezed: str
    nobody: str
    printed: str
    day: Callable[[dt.date], str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: whose it is ("" for the whole shop), its days in order, and the lines of those days."""

    shop: str
    worker: str
    title: str
    days: Sequence[dt.date]
    lines: Sequence[PeriodLine]


def sheets(
    shop: str,
    title: str,
    days: Sequence[dt.date],
    lines: Sequence[PeriodLine],
    workers: Sequence[tuple[str, str]] = (),
) -> list[Sheet]:
    """One sheet of everybody, or with `workers` (id, name) one of each, in their order."""
    if not workers:
        return [Sheet(shop, "", title, days, lines)]
    return [
        Sheet(shop, name, title, days, [line for line in lines if line.worker_id == worker_id])
        for worker_id, name in workers
    ]


def html(parts: Sequence[Sheet], words: SheetWords) -> str:
    """The sheets one after the other, each on a page of its own. Whatever was typed is written as it is."""
    inside = "".join(_sheet(sheet, words, first=at == 0) for at, sheet in enumerate(parts))
    return f"<html><head><style>{_STYLE}</style></head><body>{inside}</body></html>"


def _sheet(sheet: Sheet, words: SheetWords, *, first: bool) -> str:
    # An own page begins at a block; a heading is the first block of each sheet.
    start = "" if first else ' style="page-break-before: always"'
    named = f"{sheet.title} · {sheet.worker}" if sheet.worker else sheet.title
    head = f"<h1{start}>{_text(named)}</h1><p>{_text(sheet.shop)} · {_text(words.printed)}</p>"
    by_day = {day: list(lines) for day, lines in groupby(sheet.lines, lambda line: line.start.date())}
    if len(sheet.days) == 1:
        return head + _table(by_day.get(sheet.days[0], []), sheet, words)
    tables = (
        f"<h2>{_text(words.day(day))}</h2>{_table(by_day.get(day, []), sheet, words)}" for day in sheet.days
    )
    return head + _GAP.join(tables)


def _table(lines: Sequence[PeriodLine], sheet: Sheet, words: SheetWords) -> str:
    if not lines:
        return f"<p>{_text(words.nobody)}</p>"
    everybody = not sheet.worker
    places = any(line.place for line in lines)
    heads = [(words.time, 13), (words.customer, 18), (words.service, 22)]
    heads += [(words.worker, 11)] if everybody else []
    heads += [(words.place, 12)] if places else []
    heads.append((words.note, 100 - sum(width for _, width in heads)))
    head = "".join(f'<th width="{width}%">{_text(title)}</th>' for title, width in heads)
    rows = "".join(f"<tr>{_row(line, words, everybody, places)}</tr>" for line in lines)
    # The head comes again on every page that the table runs on to.
    return f'<table width="100%" cellspacing="0"><thead><tr>{head}</tr></thead>{rows}</table>'


def _row(line: PeriodLine, words: SheetWords, everybody: bool, places: bool) -> str:
    tail = f"<br/><small>…{_text(line.phone_tail)}</small>" if line.phone_tail else ""
    cells = [
        f"<b>{line.start:%H:%M}</b>–{line.end:%H:%M}",
        _text(line.customer) + tail,
        _text(line.service),
    ]
    cells += [_text(line.worker)] if everybody else []
    cells += [_text(line.place)] if places else []
    cells.append("<br/>".join(_remarks(line, words)))
    return "".join(f"<td>{cell}</td>" for cell in cells)


def _remarks(line: PeriodLine, words: SheetWords) -> Iterator[str]:
    if line.address:
        yield f"<b>{_text(line.address)}</b>"
    if line.note:
        yield _text(line.note)
    if line.squeezed:
        yield f"<i>{_text(words.squeezed)}</i>"


def _text(typed: str) -> str:
    """Typed text as it is, with its own line ends."""
    return escape(typed).replace("\n", "<br/>")
