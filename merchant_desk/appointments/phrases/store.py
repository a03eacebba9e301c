"""Reads the names that a typed line is understood with, and the line with them."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from merchant_desk.appointments.phrases.line import alike
from merchant_desk.appointments.phrases.model import (
    Answers,
    Hand,
    Lexicon,
    Offered,
    Person,
    Reading,
    Spans,
)
from merchant_desk.appointments.phrases.reading import read, words_to_look_up
from merchant_desk.catalog import store as catalog_store
from merchant_desk.core.pinyin import fold
from merchant_desk.customers import store as customer_store
from merchant_desk.db.records import Reader
from merchant_desk.shop import store as shop_store
from merchant_desk.team import store as team_store

# Of each word that may name somebody so many customers are looked at; more are no choice any more.
_EACH = 12
_AHEAD = dt.timedelta(days=366)


def read_line(
    r: Reader, typed: str, now: dt.datetime, month_first: bool, answers: Answers | None = None
) -> Reading:
    """What a typed line says to this shop at `now`, naive shop time; `answers` as in `reading.read`."""
    names = _names(r, now.date(), month_first)
    return read(typed, replace(names, people=_people(r, typed, names, now)), now, answers)


def _names(r: Reader, today: dt.date, month_first: bool) -> Lexicon:
    """Everything but the customers: of those there may be too many to read them all."""
    doers = catalog_store.workers_of(r)
    return Lexicon(
        services=tuple(
            Offered(one.id, one.name, one.category, doers.get(one.id)) for one in catalog_store.services(r)
        ),
        workers=tuple(Hand(one.id, one.name) for one in team_store.workers(r)),
        opening=_opening(r),
        named_days=_named_days(r, today),
        month_first=month_first,
    )


def _people(r: Reader, typed: str, names: Lexicon, now: dt.datetime) -> tuple[Person, ...]:
    """The customers who may be meant: whose name stands in the line, and whom its unknown words find."""
    # As it was typed, and as it is compared: the name may be kept in either of the two scripts.
    texts = dict.fromkeys((fold(typed), alike(fold(typed))))
    found = [row for text in texts for row in customer_store.named_in(r, text)]
    for word in words_to_look_up(typed, names, now):
        found += customer_store.search(r, word, _EACH)
    rows = {row.id: row for row in found}
    return tuple(
        Person(row.id, row.name, row.phone_tail, re.sub(r"[^0-9]", "", row.phone_typed))
        for row in rows.values()
    )


def _opening(r: Reader) -> Mapping[int, Spans]:
    spans: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for span in shop_store.opening(r):
        spans[span.weekday].append((span.start, span.end))
    return {weekday: tuple(day) for weekday, day in spans.items()}


def _named_days(r: Reader, today: dt.date) -> Mapping[str, tuple[dt.date, ...]]:
    """The days off of each coming holiday, as it is called without 节."""
    days: dict[str, list[dt.date]] = defaultdict(list)
    for holiday in shop_store.holidays(r, today, today + _AHEAD):
        if not holiday.works:
            for name in holiday.name.split("、"):
                days[name.removesuffix("节")].append(holiday.day)
    return {name: tuple(dates[:8]) for name, dates in days.items()}
