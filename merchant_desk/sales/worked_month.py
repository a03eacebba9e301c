"""The month worked out by hand that the guide prints and the tests play: resources/guide/worked_month.json.

Every figure in it was written down beside the program, not by it.
"""

from __future__ import annotations

import datetime as dt
import functools
import json
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any, NamedTuple

from merchant_desk.core.paths import resource

_STYLE = """
h2 { font-size: 12pt; margin-top: 16px; margin-bottom: 4px; }
h3 { font-size: 10.5pt; margin-top: 14px; margin-bottom: 2px; }
p { font-size: 9.5pt; margin-top: 0px; margin-bottom: 3px; }
td { font-size: 9.5pt; padding-top: 3px; padding-bottom: 3px; padding-right: 8px; }
td.sum { font-weight: bold; }
"""


class GuideWords(NamedTuple):
    """What is written beside the month's own words, in the language of whoever reads it.

    `money` writes minor units, `day` a date, `method` a way of paying. The others are whole sentences or
    headings; those with braces are filled: `offer` (name, price, paid, fee, influencer, pays_out), `number`
    (n), `drawer` (expected, counted), `figures` (takings, earned), `tips` (tips), `card` (who, bonus),
    `piece` (name, n).
    """

    prices: str
    commission: str
    offer: str
    number: str
    figures: str
    tips: str
    drawer: str
    month: str
    takings: str
    earned: str
    total: str
    services: str
    requested: str
    products: str
    cards: str
    tip: str
    card: str
    piece: str
    passing: str
    money: Callable[[int], str]
    day: Callable[[dt.date], str]
    method: Callable[[str], str]


@functools.cache
def worked_month() -> Mapping[str, Any]:
    """The month as the file has it; amounts in units of money with decimals, workers and items by key."""
    found: dict[str, Any] = json.loads(resource("guide/worked_month.json").read_text(encoding="utf-8"))
    return found


def minor(amount: float) -> int:
    """An amount of the file in minor units."""
    return round(amount * 100)


def html(language: str, words: GuideWords) -> str:
    """The whole month as a page; `language` is "zh_CN" or "en"."""
    page = _Page(worked_month(), "zh" if language == "zh_CN" else "en", words)
    return f"<html><head><style>{_STYLE}</style></head><body>{''.join(page.parts())}</body></html>"


class _Page:
    def __init__(self, month: Mapping[str, Any], language: str, words: GuideWords) -> None:
        self._month = month
        self._language = language
        self._words = words

    def parts(self) -> Iterator[str]:
        month, words = self._month, self._words
        yield f"<h2>{escape(words.prices)}</h2>"
        yield _table([self._say(item), self._money(item["price"])] for item in self._priced())
        for offer in month["offers"].values():
            yield self._paragraph(self._offer(offer))
        yield f"<h2>{escape(words.commission)}</h2>"
        for rule in month["commission"]:
            yield self._paragraph(self._say(rule))
        for figures in month["expected"]["days"]:
            yield from self._day(figures)
        yield f"<h2>{escape(words.month)}</h2>"
        yield from self._totals()

    def _priced(self) -> list[Mapping[str, Any]]:
        return [item for item in self._month["items"].values() if "price" in item]

    def _offer(self, offer: Mapping[str, Any]) -> str:
        return self._words.offer.format(
            name=self._say(self._month["items"][offer["item"]]),
            price=self._money(offer["list"]),
            paid=self._money(offer["paid"]),
            fee=self._money(offer["fee"]),
            influencer=self._money(offer["influencer"]),
            pays_out=self._money(offer["pays_out"]),
        )

    def _day(self, figures: Mapping[str, Any]) -> Iterator[str]:
        words, month = self._words, self._month
        day = figures["day"]
        yield f"<h3>{escape(words.day(dt.date.fromisoformat(month['month'] + '-01').replace(day=day)))}</h3>"
        yield _table(self._entry(entry) for entry in month["entries"] if entry["day"] == day)
        for moved in month["drawer"]:
            if moved["day"] == day:
                sign = -1 if moved["kind"] == "out" else 1
                yield self._paragraph(f"{self._say(moved)} {self._money(sign * moved['amount'])}")
        yield self._paragraph(self._methods(figures["methods"]))
        told = words.figures.format(
            takings=self._money(figures["takings"]), earned=self._money(figures["earned"])
        )
        if figures["tips"]:
            told += " " + words.tips.format(tips=self._money(figures["tips"]))
        counted = self._money(figures["counted"])
        drawer = words.drawer.format(expected=self._money(figures["drawer"]), counted=counted)
        if month["expected"]["short"]["day"] == day:
            drawer += f" ({self._say(month['expected']['short'])})"
        yield self._paragraph(told)
        yield self._paragraph(drawer)

    def _entry(self, entry: Mapping[str, Any]) -> list[str]:
        who = self._say(self._month["customers"][entry["who"]]) if "who" in entry else self._words.passing
        sign = -1 if entry.get("refund_of") else 1
        paid = " + ".join(
            f"{self._words.method(payment[0])} {self._money(sign * payment[1])}" for payment in entry["pay"]
        )
        note = self._say(entry["note"]) if "note" in entry else ""
        did = ", ".join(self._line(line) for line in entry.get("lines", ()) if isinstance(line[0], str))
        about = " · ".join(part for part in (did, note) if part)
        return [self._words.number.format(n=entry["n"]), entry["time"], who, about, paid]

    def _line(self, line: list[Any]) -> str:
        item = self._say(self._month["items"][line[0]])
        return f"{item} ({self._say(self._month['workers'][line[1]])})" if line[1] else item

    def _methods(self, methods: Mapping[str, float]) -> str:
        return " · ".join(f"{self._words.method(name)} {self._money(paid)}" for name, paid in methods.items())

    def _totals(self) -> Iterator[str]:
        words, expected = self._words, self._month["expected"]
        month = expected["month"]
        rows = [
            [words.takings, month["takings"]],
            [words.earned, month["earned"]],
            [words.tip, month["tips"]],
        ]
        yield _table([name, self._money(amount)] for name, amount in rows)
        yield self._paragraph(self._methods(month["methods"]))
        for key, earned in expected["commission"].items():
            yield f"<h3>{escape(self._say(self._month['workers'][key]))}</h3>"
            named = (
                (words.services, "services"),
                (words.requested, "requested"),
                (words.products, "products"),
                (words.cards, "cards"),
                (words.tip, "tips"),
                (words.total, "total"),
            )
            yield _table([name, self._money(earned[part])] for name, part in named)
        for who, card in expected["cards"].items():
            if card.get("bonus"):
                customer = self._say(self._month["customers"][who])
                yield self._paragraph(words.card.format(who=customer, bonus=self._money(card["bonus"])))
        for key, pieces in expected["stock"].items():
            yield self._paragraph(words.piece.format(name=self._say(self._month["items"][key]), n=pieces))

    def _say(self, words: Mapping[str, Any]) -> str:
        return str(words[self._language])

    def _money(self, amount: float) -> str:
        return self._words.money(minor(amount))

    def _paragraph(self, text: str) -> str:
        return f"<p>{escape(text)}</p>"


def _table(rows: Iterator[list[str]]) -> str:
    cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    return '<table width="100%">' + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
