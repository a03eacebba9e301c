"""A customer, what the counter types about one, and what the card shows."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

from merchant_desk.core.errors import DeskError

FIRST_YEAR = 1900
GENDERS = ("", "female", "male", "other")

_YEAR_FIRST = re.compile(r"(\d{4})[-/.年\s]+(\d{1,2})[-/.月\s]+(\d{1,2})(?:[T\s]00:00(?::00)?)?")
_EIGHT_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NO_YEAR = re.compile(r"(?:--)?(\d{1,2})[-/.月\s]+(\d{1,2})")
_YEAR = re.compile(r"\d{4}")
_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Consent:
    """What the customer agreed to, when (naive shop time), and who asked."""

    what: str
    at: dt.datetime
    by: str


@dataclass(frozen=True, slots=True)
class Customer:
    """One who comes.

    `phone` is E.164 (an extension behind an x) or '', `phone_typed` what was typed. `birthday` is
    'YYYY-MM-DD', 'MM-DD', 'YYYY' or ''.
    """

    id: str
    name: str
    phone: str
    phone_typed: str
    wechat: str
    gender: str
    birthday: str
    address: str
    note: str
    blocked: bool
    consent: Consent | None
    referred_by: str | None
    archived: bool


@dataclass(frozen=True, slots=True)
class CustomerDraft:
    """A customer as the counter types one; `gender` is one of GENDERS, `referred_by` a customer's id."""

    name: str
    phone: str = ""
    wechat: str = ""
    gender: str = ""
    birthday: str = ""
    address: str = ""
    note: str = ""
    referred_by: str | None = None


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One line of a list: days with a paid visit, the last of them, what was paid in all (minor units)."""

    id: str
    name: str
    phone_typed: str
    phone_tail: str
    note: str
    visits: int
    last_day: dt.date | None
    spent: int


@dataclass(frozen=True, slots=True)
class Visit:
    """One paid sale on the card: its services and workers in words, its total in minor units.

    `source_kind` is what brought the visit by the last touch ("returning" or "unknown" without
    one), `source_title` the content's title, or the name of a channel of the shop's own.
    """

    day: dt.date
    sale_id: str
    number: str
    services: str
    workers: str
    total: int
    source_kind: str
    source_title: str


@dataclass(frozen=True, slots=True)
class CardTouch:
    """One meeting with a content or channel, as the card shows it."""

    id: str
    at: dt.datetime
    kind: str
    title: str
    evidence: str
    strength: int
    content_id: str | None
    channel_id: str | None


@dataclass(frozen=True, slots=True)
class Upcoming:
    """An appointment that is still open: booked, confirmed or arrived."""

    appointment_id: str
    start: dt.datetime
    services: str
    workers: str
    status: str


@dataclass(frozen=True, slots=True)
class CustomerCard:
    """Everything the desk knows about one customer; `visits` and `touches` newest first."""

    customer: Customer
    visits: tuple[Visit, ...]
    touches: tuple[CardTouch, ...]
    upcoming: tuple[Upcoming, ...]
    no_shows: int
    late_cancels: int
    spent: int


def read_birthday(text: str, today: dt.date) -> str:
    """A birthday as the file keeps it: 'YYYY-MM-DD', 'MM-DD', 'YYYY', or '' for nothing.

    Taken: 1990-5-20, 1990/5/20, 1990.5.20, 1990年5月20日, 19900520, 5-20, 5月20日, 1990. 29 February
    needs a leap year, or no year. Raises DeskError "bad_birthday" (facts: text) for a date that is
    not there, not yet, before 1900, or that could be read in two ways (5/6/1990).
    """
    plain = unicodedata.normalize("NFKC", text).strip().removesuffix("日").removesuffix("号").strip()
    if not plain:
        return ""
    try:
        birthday = _birthday(plain)
    except ValueError as error:
        raise DeskError("bad_birthday", text=text) from error
    if len(birthday) != len("MM-DD") and not str(FIRST_YEAR) <= birthday <= today.isoformat():
        raise DeskError("bad_birthday", text=text)
    return birthday


def _birthday(plain: str) -> str:
    dated = _YEAR_FIRST.fullmatch(plain) or _EIGHT_DIGITS.fullmatch(plain)
    if dated:
        return dt.date(int(dated[1]), int(dated[2]), int(dated[3])).isoformat()
    yearless = _NO_YEAR.fullmatch(plain)
    if yearless:
        return dt.date(_LEAP_YEAR, int(yearless[1]), int(yearless[2])).isoformat()[5:]
    if _YEAR.fullmatch(plain.removesuffix("年")):
        return plain[:4]
    raise ValueError(plain)
