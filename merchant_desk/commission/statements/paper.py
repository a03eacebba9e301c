"""A worker's statement as one page of HTML, for somebody outside the shop; nothing here draws."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from unicodedata import east_asian_width

from merchant_desk.commission.model import Source, Statement
from merchant_desk.commission.statements.words import StatementWords, day_text, words
from merchant_desk.commission.wording import how_much, percent, reach
from merchant_desk.core.money import format_money

# With more rules than these the rest is one row, so that it stays one page.
_MOST_RULES = 10
_WIDEST = 44  # of a name, in letters

# Of a simple kind of HTML, which is all that is turned into print: tables, and no more style than it knows.
_STYLE = """
body { color: #000000; }
h1 { font-size: 15pt; margin-top: 0px; margin-bottom: 2px; }
h2 { font-size: 17pt; margin-top: 12px; margin-bottom: 6px; }
h3 { font-size: 11pt; margin-top: 14px; margin-bottom: 4px; }
p { font-size: 9.5pt; color: #333333; margin-top: 0px; margin-bottom: 2px; }
table { border-collapse: collapse; border-style: solid; border-width: 0px; }
th { font-size: 8.5pt; color: #444444; text-align: left; border-bottom: 1px solid #000000;
    padding-top: 2px; padding-bottom: 3px; padding-right: 8px; }
td { font-size: 9.5pt; border-bottom: 1px solid #bbbbbb;
    padding-top: 3px; padding-bottom: 4px; padding-right: 8px; }
.none td { border-bottom: 0px solid #ffffff; padding-top: 1px; padding-bottom: 1px; }
"""


@dataclass(frozen=True, slots=True)
class Page:
    """What a statement is printed of: the shop's name and the lines below it, and the day it is given out.

    `own_customers` are those whom the worker's own content brought, `own_takings` what they paid.
    """

    statement: Statement
    shop: str
    head: str
    issued: dt.date
    currency: str
    own_customers: int = 0
    own_takings: int = 0


def title(page: Page, language: str) -> str:
    """The name of the document: whose and of when."""
    said = words(language, page.currency)
    return f"{said.title} {page.statement.worker} {page.statement.from_day}–{page.statement.to_day}"


def html(page: Page, language: str) -> str:
    """The page in one of `words.LANGUAGES`. Whatever was typed is written as it is."""
    said = words(language, page.currency)
    body = _head(page, said, language) + _earned(page, said) + _work(page, said) + _foot(page, said)
    return f"<html><head><style>{_STYLE}</style></head><body>{body}</body></html>"


def _head(page: Page, said: StatementWords, language: str) -> str:
    lines = "".join(f"<p>{_text(line)}</p>" for line in page.head.splitlines() if line.strip())
    first, last = page.statement.from_day, page.statement.to_day
    facts = [
        (said.name, page.statement.worker),
        (said.period, f"{day_text(language, first)} – {day_text(language, last)}"),
        (said.issued, day_text(language, page.issued)),
    ]
    rows = "".join(
        f'<tr><td width="20%">{_text(name)}</td><td><b>{_text(value)}</b></td></tr>' for name, value in facts
    )
    return (
        f"<h1>{_text(page.shop)}</h1>{lines}<h2>{_text(said.title)}</h2>"
        f'<table class="none" width="100%" cellspacing="0">{rows}</table>'
    )


def _earned(page: Page, said: StatementWords) -> str:
    statement = page.statement
    rows = _row([said.base_pay, "", _money(page, statement.base_pay)])
    for label, base, amount in _sources(statement.sources, said):
        rows += _row([label, _money(page, base), _money(page, amount)])
    if not statement.sources:
        rows += _row([said.none, "", _money(page, 0)])
    else:
        told = said.commission
        if statement.requested:
            told += " " + said.requested.format(amount=_money(page, statement.requested))
        rows += _row([told, "", _money(page, statement.commission)], bold=True)
    rows += _row([said.tips, "", _money(page, statement.tips)])
    rows += _row([said.income, "", _money(page, statement.income)], bold=True)
    head = (
        f'<tr><th width="72%">{_text(said.kind)}</th><th width="14%" align="right">{_text(said.basis)}</th>'
        f'<th width="14%" align="right">{_text(said.amount)}</th></tr>'
    )
    return f'<p>&nbsp;</p><table width="100%" cellspacing="0"><thead>{head}</thead>{rows}</table>'


def _sources(sources: Sequence[Source], said: StatementWords) -> list[tuple[str, int, int]]:
    """(words, base, amount) of each rule, the largest first."""
    ranked = sorted(sources, key=lambda source: -source.amount)
    shown = ranked if len(ranked) <= _MOST_RULES else ranked[: _MOST_RULES - 1]
    rows = [(_label(source, said), source.base, source.amount) for source in shown]
    if rest := ranked[len(shown) :]:
        told = said.more_rules.format(count=len(rest))
        rows.append((told, sum(one.base for one in rest), sum(one.amount for one in rest)))
    return rows


def _label(source: Source, said: StatementWords) -> str:
    terms = source.rule.rule.terms
    told = how_much(terms, said.rules)
    if source.rate is not None:
        # Whoever reads it is told what the steps came to, not how they go.
        told = said.by_steps.format(told=said.rules.bases[terms.basis].format(rate=percent(source.rate)))
    return f"{_short(reach(source.rule, said.rules))} · {told}"


def _short(name: str) -> str:
    """A name that leaves room for the rest of its line; a Chinese character is as wide as two letters."""
    width = 0
    for at, char in enumerate(name):
        width += 2 if east_asian_width(char) in "WF" else 1
        if width > _WIDEST:
            return name[:at] + "…"
    return name


def _work(page: Page, said: StatementWords) -> str:
    asked = page.statement.asked
    brought = said.people_money.format(count=page.own_customers, amount=_money(page, page.own_takings))
    facts = [
        (said.work, _money(page, page.statement.work)),
        (said.customers, said.people.format(count=asked.customers)),
        (said.asked_by_name, said.people.format(count=asked.requested)),
        (said.again, said.people.format(count=asked.again)),
        (said.own_content, brought),
    ]
    rows = "".join(_row([name, value]) for name, value in facts)
    return f'<h3>{_text(said.work_title)}</h3><table width="100%" cellspacing="0">{rows}</table>'


def _foot(page: Page, said: StatementWords) -> str:
    note = said.note.format(currency=said.yuan if page.currency == "CNY" else page.currency)
    line = "_" * 22
    signs = "".join(
        f'<tr><td width="40%">{_text(who)}</td><td width="35%">{line}</td>'
        f"<td>{_text(said.date)} {line[:12]}</td></tr>"
        for who in (said.shop_signs, said.worker_signs)
    )
    gap = '<p style="font-size: 8pt">&nbsp;</p>'
    spaced = signs.replace("<td", '<td style="padding-top: 18px"')
    return (
        f"<p>&nbsp;</p><p>{_text(note)}</p>{gap}"
        f'<table class="none" width="100%" cellspacing="0">{spaced}</table>'
    )


def _row(cells: Sequence[str], *, bold: bool = False) -> str:
    made = []
    for at, cell in enumerate(cells):
        inside = f"<b>{_text(cell)}</b>" if bold else _text(cell)
        made.append(f'<td align="right">{inside}</td>' if at else f"<td>{inside}</td>")
    return f"<tr>{''.join(made)}</tr>"


def _money(page: Page, minor: int) -> str:
    return format_money(minor, page.currency, "always")


def _text(typed: str) -> str:
    return escape(typed).replace("\n", "<br/>")
