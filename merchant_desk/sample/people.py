"""The customers: who they are, when they come again, and who never does."""

from __future__ import annotations

import datetime as dt
import heapq
import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from merchant_desk.customers.acts import search_column
from merchant_desk.sample import words
from merchant_desk.sample.book import Book
from merchant_desk.sample.dice import Dice, Weighted

# Mobile numbers whose middle is 0000 are valid in form and belong to nobody one would meet.
_PREFIXES: Final = (138, 139, 136, 137, 135, 158, 159, 188, 186, 187, 150, 151, 152, 157, 182, 183)
_MORE_PREFIXES: Final = (130, 131, 132, 133, 134, 153, 155, 156, 176, 177, 178, 180, 181, 185, 189, 199)
_TAILS: Final = 10_000
_TAIL_STEP: Final = 6_997  # without a common divisor with 10,000: every tail once

# How often a customer of that first source comes a second time.
_SECOND: Final = {
    "short_video": 0.66,
    "live_stream": 0.34,
    "grass_post": 0.74,
    "search_map": 0.58,
    "referral": 0.78,
    "passing_by": 0.44,
    "scan": 0.54,
    "shelf": 0.50,
}
_SECOND_ELSE: Final = 0.52
_THIRD: Final = 0.82
_LATER: Final = 0.94
_REGULAR: Final = 0.93
_GAP_DAYS: Final = 24.0
_GAP_SPREAD: Final = 0.42
_FEWEST_DAYS: Final = 8
_EARLY_DAYS: Final = 4
_AT_A_PINCH_DAYS: Final = 15
_FORGOTTEN_DAYS: Final = 45
_GUESSES: Final = 12
_GIVEN_UP_DAYS: Final = 70
_TASTES: Final = Weighted({"美甲": 0.66, "美睫": 0.24, "护理": 0.10})


@dataclass(slots=True, eq=False)
class Person:
    """A customer as the sample remembers them between two visits.

    `cast` marks the faces of today's board, whose visits are fixed beforehand.
    """

    id: str
    name: str
    kind: str
    taste: str
    regular: bool
    worker: int = -1
    visits: int = 0
    last: dt.datetime | None = None
    cast: bool = False


class People:
    """All customers: makes new ones, and knows who is due to come again.

    `kept` are names that are only given when asked for.
    """

    def __init__(self, dice: Dice, book: Book, first: dt.date, kept: Collection[str] = ()) -> None:
        self._dice = dice
        self._kept = frozenset(kept)
        self._book = book
        self._first = first
        self._due: list[tuple[int, int, Person]] = []
        self._gone: list[Person] = []
        self._names: set[str] = set()
        self.met: list[str] = []
        self.count = 0

    def new(self, kind: str, at: dt.datetime, *, name: str = "", note: str = "") -> Person:
        """Somebody nobody knew until that wall time, brought by a source of that kind."""
        dice = self._dice
        regular = (at.date() - self._first).days < 60 and dice.chance(0.6)
        person = Person(
            id=dice.id(at),
            name=name or self._name(),
            kind=kind,
            taste=dice.draw(_TASTES),
            regular=regular,
            cast=bool(name),
        )
        referrer = dice.one(self.met) if kind == "referral" and self.met else None
        self._row(person, at, note, referrer)
        self.count += 1
        return person

    def leave(self, person: Person, at: dt.datetime) -> None:
        """The customer has been served and goes; decides whether and when they come again."""
        if person.visits == 0:
            self.met.append(person.id)
        person.visits += 1
        person.last = at
        if not person.cast and self._comes_again(person):
            gap = max(self._dice.around(_GAP_DAYS, _GAP_SPREAD), _FEWEST_DAYS + _EARLY_DAYS)
            self.expect(person, at.date() + dt.timedelta(days=round(gap)))
        elif not person.cast:
            self._gone.append(person)

    def expect(self, person: Person, due: dt.date) -> None:
        """That customer will come on or about that day."""
        heapq.heappush(self._due, (due.toordinal(), self._dice.random.getrandbits(40), person))

    def due(self, day: dt.date, early_days: int = _EARLY_DAYS) -> Person | None:
        """Whoever has waited longest for this day, or None; who was put off for too long is gone."""
        today = day.toordinal()
        while self._due and self._due[0][0] <= today + early_days:
            entry = heapq.heappop(self._due)
            person = entry[2]
            if today - entry[0] >= _GIVEN_UP_DAYS:
                self._gone.append(person)
            elif person.last and (day - person.last.date()).days < _FEWEST_DAYS:
                heapq.heappush(self._due, entry)
                return None
            else:
                return person
        return None

    def at_a_pinch(self, day: dt.date) -> Person | None:
        """Who fills an idle day: somebody a little early, or one who had not been seen for long."""
        person = self.due(day, _AT_A_PINCH_DAYS)
        for _ in range(_GUESSES if person is None else 0):
            if not self._gone:
                break
            at = self._dice.between(0, len(self._gone) - 1)
            last = self._gone[at].last
            if last and (day - last.date()).days > _FORGOTTEN_DAYS:
                self._gone[at], self._gone[-1] = self._gone[-1], self._gone[at]
                return self._gone.pop()
        return person

    def _comes_again(self, person: Person) -> bool:
        if person.regular:
            return self._dice.chance(_REGULAR)
        if person.visits == 1:
            return self._dice.chance(_SECOND.get(person.kind, _SECOND_ELSE))
        return self._dice.chance(_THIRD if person.visits == 2 else _LATER)

    def _name(self) -> str:
        dice = self._dice
        name = dice.one(words.LATIN_NAMES) if dice.chance(0.03) else self._chinese_name()
        for _ in range(_GUESSES):
            if name not in self._names and name not in self._kept:
                break
            name = self._chinese_name()
        self._names.add(name)
        return name

    def _chinese_name(self) -> str:
        dice = self._dice
        surname = dice.one(words.SURNAMES[:24] if dice.chance(0.6) else words.SURNAMES)
        return surname + "".join(dice.one(words.GIVEN) for _ in range(1 if dice.chance(0.45) else 2))

    def _row(self, person: Person, at: dt.datetime, note: str, referrer: str | None) -> None:
        dice = self._dice
        phone = "" if dice.chance(0.04) else _phone(self.count)
        wechat = f"wx_{dice.random.getrandbits(32):08x}" if not phone or dice.chance(0.25) else ""
        birthday = ""
        if dice.chance(0.2):
            born = dt.date(at.year - dice.between(19, 48), 1, 1) + dt.timedelta(days=dice.between(0, 364))
            birthday = born.isoformat()
        consent = None
        if dice.chance(0.3):
            consent = json.dumps({"what": "messages", "at": f"{at:%Y-%m-%dT%H:%M}", "by": ""})
        self._book.add(
            "customer",
            at,
            id=person.id,
            name=person.name,
            phone=f"+86{phone}" if phone else None,
            phone_typed=f"{phone[:3]} {phone[3:7]} {phone[7:]}" if phone else "",
            phone_tail=phone[-4:],
            wechat=wechat,
            gender="male" if dice.chance(0.03) else "female",
            birthday=birthday,
            note=note or (dice.one(words.CUSTOMER_NOTES) if dice.chance(0.1) else ""),
            search=search_column(person.name, wechat, f"+86{phone}" if phone else ""),
            referred_by=referrer,
            consent=consent,
        )


def _phone(index: int) -> str:
    """The mobile number of the index-th customer, each once."""
    prefixes = _PREFIXES + _MORE_PREFIXES
    tail, which = (index * _TAIL_STEP + 6_621) % _TAILS, index // _TAILS
    # Within ten thousand customers the tails are all different; prefixes go round so that lists look alive.
    return f"{prefixes[(which + index * 5) % len(prefixes)]}0000{tail:04d}"
