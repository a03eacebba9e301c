"""What the cards beside the day board tell of today, read after the board itself stands on the screen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from merchant_desk.appointments import store
from merchant_desk.appointments.ui.unknown_card import Unknowns
from merchant_desk.appointments.waiting import store as waiting_store
from merchant_desk.insights import queries
from merchant_desk.sales import store as sale_store
from merchant_desk.sources import store as source_store
from merchant_desk.stock import store as stock_store

if TYPE_CHECKING:
    from merchant_desk.appointments.model import BoardLine
    from merchant_desk.appointments.waiting.model import Opening
    from merchant_desk.db.records import Reader
    from merchant_desk.insights.model import TodayFigures
    from merchant_desk.sales.model import OpenSale
    from merchant_desk.stock.model import Product

_NEXT = 6
_LIKELY = 6


@dataclass(frozen=True, slots=True)
class SideRows:
    """Today's takings, whom to ask for the source, what is next, what is free for those who wait, which
    sales are still open, and what is running low.
    """

    today: TodayFigures
    unknowns: Unknowns
    next_up: tuple[BoardLine, ...]
    openings: tuple[Opening, ...] = ()
    open_sales: tuple[OpenSale, ...] = ()
    low: tuple[Product, ...] = ()


def read_side(reader: Reader, now: dt.datetime) -> SideRows:
    """Today as it is at `now`, naive shop time."""
    people = tuple(source_store.unknown_today(reader, now.date()))
    unknowns = Unknowns()
    if people:
        likely = tuple(source_store.likely(reader, now, limit=_LIKELY))
        unknowns = Unknowns(people, likely, tuple(source_store.channels(reader)))
    return SideRows(
        today=queries.today(reader, now.date()),
        unknowns=unknowns,
        next_up=tuple(store.next_up(reader, now, _NEXT)),
        openings=tuple(waiting_store.fitting(reader, now)),
        open_sales=tuple(sale_store.open_sales(reader)),
        low=tuple(stock_store.low(reader)),
    )
