"""The two small shops that the tables of phrases are read in, and what a line of a table says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from merchant_desk.appointments.phrases.model import Hand, Lexicon, Offered, Person

# A Wednesday.
NOW = dt.datetime(2026, 3, 4, 10, 20)
YEAR = NOW.year


@dataclass(frozen=True)
class Phrase:
    """What somebody types, and what is to be understood of it.

    `day` is 'MM-DD' of 2026 or a whole date, `time` 'HH:MM', `who` and `worker` are ids (their names, with
    the phone's tail where two have one name), `services` names. `asks` are the codes of all questions,
    `offers` what the first of them offers at least, `said` remarks that must be among those made, `left`
    the words that nobody understood.
    """

    text: str
    day: str = ""
    time: str = ""
    minutes: int = 0
    who: str = ""
    services: tuple[str, ...] = ()
    worker: str = ""
    asks: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    def date(self) -> dt.date | None:
        """The expected day."""
        if not self.day:
            return None
        return dt.date.fromisoformat(self.day if len(self.day) == 10 else f"{YEAR}-{self.day}")

    def clock(self) -> dt.time | None:
        """The expected time."""
        return dt.time.fromisoformat(self.time) if self.time else None


# Name, phone tail.
PEOPLE_ZH = (
    ("王女士", "1203"),
    ("王丽", "6621"),
    ("王小美", "8888"),
    ("李悦", "0071"),
    ("陈晓", "0082"),
    ("张伟", "1111"),
    ("张伟", "2222"),
    ("周一鸣", "0093"),
    ("林小雨", "0064"),
    ("欧阳娜娜", "0075"),
    ("Amy", "0086"),
    ("单小姐", "0077"),
    ("何静", "0068"),
)
# Name, minutes, who does it (nobody named: everybody).
SERVICES_ZH = (
    ("单色美甲", 60, ()),
    ("法式美甲", 75, ()),
    ("猫眼美甲", 75, ()),
    ("卸甲", 30, ()),
    ("手部护理", 45, ()),
    ("足部护理", 60, ()),
    ("日式美睫", 90, ("阿琳", "Momo")),
    ("睫毛补接", 60, ("Momo",)),
    ("眉形设计", 30, ()),
    ("60分钟肩颈按摩", 60, ()),
)
TEAM_ZH = ("小雨", "阿琳", "Momo")

PEOPLE_EN = (
    ("Ana", "0071"),
    ("Bea Stone", "1111"),
    ("Bea Miller", "2222"),
    ("Zoë", "0073"),
    ("May", "0084"),
    ("Mary-Jane O'Neil", "0095"),
    ("Christine", "0066"),
    ("Tom", "6621"),
)
SERVICES_EN = (
    ("Lash fill", 45, ("Momo", "Lin")),
    ("Lash removal", 30, ("Momo", "Lin")),
    ("Natural lash extensions", 75, ("Momo",)),
    ("Single-colour gel manicure", 60, ()),
    ("French manicure", 75, ()),
    ("Gel removal", 30, ()),
    ("Hand care", 45, ()),
    ("Foot care", 60, ()),
    ("Brow shaping", 30, ()),
    ("90 min massage", 90, ()),
)
TEAM_EN = ("Momo", "Lin", "Yuki")


def lexicon(
    people: Sequence[tuple[str, str]],
    services: Sequence[tuple[str, int, Sequence[str]]],
    team: Sequence[str],
    month_first: bool = False,
) -> Lexicon:
    """The names of a shop that is open from 10:00 to 21:00 every day."""
    names = [name for name, _ in people]
    return Lexicon(
        people=tuple(
            Person(f"{name}-{tail}" if names.count(name) > 1 else name, name, tail) for name, tail in people
        ),
        services=tuple(
            Offered(name, name, doers=frozenset(doers) or None) for name, _minutes, doers in services
        ),
        workers=tuple(Hand(name, name) for name in team),
        opening=dict.fromkeys(range(7), (("10:00", "21:00"),)),
        month_first=month_first,
    )


ZH = lexicon(PEOPLE_ZH, SERVICES_ZH, TEAM_ZH, month_first=True)
EN = lexicon(PEOPLE_EN, SERVICES_EN, TEAM_EN)
