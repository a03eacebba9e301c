"""A day's close on paper: what is said on it, line by line, and the same as HTML; nothing here draws."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from merchant_desk.drawer.model import CASH, Day, DayClose, MethodCount
from merchant_desk.prepaid.model import PREPAID_METHODS

# Of a simple kind of HTML, which is all that is turned into print.
_STYLE = """
body {{ color: #000000; }}
.title {{ font-size: {head}pt; font-weight: bold; margin-top: 0px; margin-bottom: 4px; }}
.heading {{ font-size: {base}pt; font-weight: bold; margin-top: 12px; margin-bottom: 3px; }}
.text {{ font-size: {small}pt; color: #444444; margin-top: 0px; margin-bottom: 6px; }}
table {{ border-collapse: collapse; border-style: solid; border-width: 0px; }}
td {{ font-size: {base}pt; padding-top: 2px; padding-bottom: 2px; border-bottom: 1px solid #bbbbbb; }}
"""
_A4 = {"head": 15, "base": 10.5, "small": 9}
_ROLL = {"head": 11, "base": 8.5, "small": 7.5}


@dataclass(frozen=True, slots=True)
class DayWords:
    """What is written on it beside the shop's own text, in the language of whoever prints it.

    `title` is the sheet's whole title, `printed` the sentence of when it was printed.
    """

    title: str
    printed: str
    closed: str
    not_closed: str
    sales: str
    takings: str
    tips: str
    drawer: str
    float: str
    cash_paid: str
    put_in: str
    taken_out: str
    expected: str
    counted: str
    difference: str
    kept: str
    handed_over: str
    others: str
    cards: str
    signature: str
    money: Callable[[int], str]
    piece: Callable[[int], str]
    method: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line: `kind` is "title", "heading", "text" or "row"; a row has an amount at its right."""

    kind: str
    left: str
    right: str = ""
    strong: bool = False


def lines(shop: str, day: Day, words: DayWords) -> list[PaperLine]:
    """The whole sheet of a day, closed or not, from top to bottom."""
    return [
        PaperLine("title", words.title),
        PaperLine("text", shop),
        PaperLine("text", words.not_closed if day.close is None else words.closed),
        PaperLine("row", words.sales, str(day.sales)),
        PaperLine("row", words.takings, words.money(day.takings), strong=True),
        *([PaperLine("row", words.tips, words.money(day.tips))] if day.tips else []),
        *_drawer(day, words),
        *_others(day, words),
        *([PaperLine("text", day.close.note)] if day.close and day.close.note else []),
        PaperLine("text", words.signature),
        PaperLine("text", words.printed),
    ]


def html(sheet: Sequence[PaperLine], *, roll: bool = False) -> str:
    """The lines for A4 or, with `roll`, for narrow paper. Whatever was typed is written as it is."""
    parts: list[str] = []
    rows: list[PaperLine] = []
    for line in (*sheet, PaperLine("end", "")):
        if line.kind == "row":
            rows.append(line)
            continue
        if rows:
            parts.append(_table(rows))
            rows = []
        if line.left:
            parts.append(f'<p class="{line.kind}">{_text(line.left)}</p>')
    style = _STYLE.format(**(_ROLL if roll else _A4))
    return f"<html><head><style>{style}</style></head><body>{''.join(parts)}</body></html>"


def _drawer(day: Day, words: DayWords) -> Iterator[PaperLine]:
    money = words.money
    paid = next((one.amount for one in day.sums if one.method == CASH), 0)
    yield PaperLine("heading", words.drawer)
    yield PaperLine("row", words.float, money(day.float))
    yield PaperLine("row", words.cash_paid, money(paid))
    for entry in day.entries:
        if entry.kind != "float":
            put = entry.kind == "in"
            told = f"{words.put_in if put else words.taken_out} {_clock(entry.at)} {entry.reason}"
            yield PaperLine("row", told, money(entry.amount if put else -entry.amount))
    yield PaperLine("row", words.expected, money(day.expected[CASH]), strong=True)
    if day.close is None:
        return
    cash = next(one for one in day.close.counts if one.method == CASH)
    yield from _pieces(day.close, words)
    yield PaperLine("row", words.counted, money(cash.counted), strong=True)
    yield from _apart(cash, words)
    yield PaperLine("row", words.kept, money(day.close.kept))
    yield PaperLine("row", words.handed_over, money(day.close.handed_over))


def _pieces(close: DayClose, words: DayWords) -> Iterator[PaperLine]:
    for value, many in close.pieces:
        yield PaperLine("row", f"{words.piece(value)} × {many}", words.money(value * many))


def _others(day: Day, words: DayWords) -> Iterator[PaperLine]:
    counts = _counts(day)
    for heading, of_cards in ((words.others, False), (words.cards, True)):
        told = [one for one in counts if one.method != CASH and (one.method in PREPAID_METHODS) == of_cards]
        if told:
            yield PaperLine("heading", heading)
        for one in told:
            yield PaperLine("row", words.method(one.method), words.money(one.expected))
            if one.difference:
                yield PaperLine("row", words.counted, words.money(one.counted))
            yield from _apart(one, words)


def _counts(day: Day) -> Sequence[MethodCount]:
    if day.close is not None:
        return day.close.counts
    return [MethodCount(one.method, one.amount, one.amount) for one in day.sums]


def _apart(one: MethodCount, words: DayWords) -> Iterator[PaperLine]:
    if one.difference:
        yield PaperLine("row", f"{words.difference} · {one.reason}", words.money(one.difference), strong=True)


def _table(rows: Sequence[PaperLine]) -> str:
    inside = "".join(
        f'<tr><td width="68%">{_bold(row.left, row)}</td>'
        f'<td width="32%" align="right">{_bold(row.right, row)}</td></tr>'
        for row in rows
    )
    return f'<table width="100%" cellspacing="0">{inside}</table>'


def _bold(text: str, row: PaperLine) -> str:
    return f"<b>{_text(text)}</b>" if row.strong else _text(text)


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br/>")


def _clock(at: dt.datetime) -> str:
    return f"{at:%H:%M}"
