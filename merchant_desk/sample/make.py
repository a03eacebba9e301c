"""Makes the sample shop: a few days at a time into a new file, so that a million sales need little memory."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Final

from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock, SystemClock
from merchant_desk.db.open import create_shop
from merchant_desk.db.records import Act
from merchant_desk.sample.book import Book
from merchant_desk.sample.diary import Diary
from merchant_desk.sample.dice import Dice
from merchant_desk.sample.house import House
from merchant_desk.sample.ledgers import Ledgers
from merchant_desk.sample.library import Library
from merchant_desk.sample.people import People
from merchant_desk.sample.plan import make_plan
from merchant_desk.sample.today import CARDS, CAST_WORKERS, Present

Progress = Callable[[float], object]

SALES: Final = 6_000
MONTHS: Final = 24
_CUSTOMERS: Final = 900  # for each SALES
_CONTENTS: Final = 150  # for each MONTHS of SALES
_WORKER_SALES: Final = SALES / MONTHS / CAST_WORKERS  # in a month
_BATCH: Final = 10_000
_TIME_OF_DAY: Final = dt.time(14, 24)
_MET_SHARE: Final = 0.985


def make_sample_shop(
    path: Path,
    seed: int = 1,
    months: int = MONTHS,
    sales: int = SALES,
    until: dt.date | None = None,
    progress: Progress | None = None,
) -> None:
    """Make a new file with an invented salon: about `sales` sales over `months` months up to `until`.

    `until` is the shop's today; as a datetime it says the time of day too (naive shop time, otherwise
    14:24), None is now. The same arguments give the same rows. More sales mean more workers and
    customers. `progress` hears how far it is, from 0 to 1, and may raise to give up; then no file is
    left. Raises ValueError for months or sales below 1, and DeskError as `create_shop` does.
    """
    if months < 1 or sales < 1:
        raise ValueError("a sample shop has at least one month and one sale")
    moment = _moment(until)
    file = create_shop(path, FixedClock(moment), Changes())
    try:
        with file.bulk("sample_shop") as act:
            _fill(act, seed, moment, months, sales, progress or (lambda _share: None))
    except BaseException:
        file.close()
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        raise
    file.close()


def _moment(until: dt.date | None) -> dt.datetime:
    if until is None:
        return SystemClock().now().replace(second=0)
    if isinstance(until, dt.datetime):
        return until.replace(second=0, microsecond=0)
    return dt.datetime.combine(until, _TIME_OF_DAY)


def _fill(
    act: Act,
    seed: int,
    moment: dt.datetime,
    months: int,
    sales: int,
    progress: Progress,
) -> None:
    dice = Dice(seed)
    book = Book(dice)
    first = _months_before(moment.date(), months)
    team = max(CAST_WORKERS, round(sales / months / _WORKER_SALES))
    house = House(dice, book, first, moment, team)
    house.furnish()
    ledgers = Ledgers(Dice(seed, " ledgers"), book, house)
    ledgers.furnish()
    library = Library(dice, book, house)
    library.fill(max(round(_CONTENTS * (months / MONTHS) ** 0.6 * (sales / SALES) ** 0.4), 6))
    people = People(dice, book, first, kept={card.name for card in CARDS})
    customers = max(round(_CUSTOMERS * sales / SALES), len(CARDS))
    plan = make_plan(house, dice, sales)
    # Today's faces and those who have only booked yet are new customers too.
    met = max(round(customers * _MET_SHARE) - len(CARDS), 0)
    diary = Diary(dice, book, house, library, people, plan, ledgers, met)
    present = Present(dice, house, library, people, diary, plan)
    for number, day in enumerate(plan.visits):
        progress(number / len(plan.visits))
        diary.day(day, present.guests(day))
        if len(book) > _BATCH:
            book.write(act)
    book.write(act)
    diary.allow(customers)
    present.today()
    present.ahead()
    while people.count < customers:
        # Somebody who asked for the price list and has not come yet.
        people.new("unknown", moment - dt.timedelta(minutes=dice.between(60, 60 * 24 * 60)))
    book.write(act)
    progress(1.0)


def _months_before(day: dt.date, months: int) -> dt.date:
    """The same day that many months earlier, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    length = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, length))
