"""How customers are told of on screen: their number without its middle, how often they came, birthdays."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from PySide6.QtCore import QCoreApplication, QObject

from merchant_desk.customers.model import CustomerRow
from merchant_desk.shell import language

_EXTENSION = re.compile(r"(?:转|轉|分机|分機|内线|內線|ext|#|x).*$", re.IGNORECASE)
_HEAD = 3
_TAIL = 4


def masked(phone_typed: str) -> str:
    """A number that others at the counter may see: '138****6621', '****4321' for a short one."""
    plain = unicodedata.normalize("NFKC", phone_typed)
    digits = re.sub(r"\D", "", _EXTENSION.sub("", plain))
    if re.match(r"\s*(\+|00)?\s*86", plain) and len(digits) > 11:
        digits = digits[-11:]
    if not digits:
        return ""
    head = digits[:_HEAD] if len(digits) > _HEAD + _TAIL else ""
    return f"{head}****{digits[-_TAIL:]}"


def came(row: CustomerRow, today: dt.date) -> str:
    """How often and when last: '3 visits · last 12 Aug', or that it would be the first time."""
    if row.last_day is None:
        return QCoreApplication.translate("customers", "No visit yet")
    visits = CustomerCounts().visits(row.visits)
    last = QCoreApplication.translate("customers", "last {day}")
    return f"{visits} · {last.format(day=language.near_day(row.last_day, today))}"


class CustomerCounts(QObject):
    """lupdate finds plurals in `tr` only."""

    def visits(self, count: int) -> str:
        return self.tr("%n visit(s)", "", count)

    def missed(self, no_shows: int, late_cancels: int) -> str:
        """What a customer has missed: '2 no-shows · 1 called off late', '' for nothing."""
        parts = [self.tr("%n no-show(s)", "", no_shows)] if no_shows else []
        parts += [self.tr("%n called off late", "", late_cancels)] if late_cancels else []
        return " · ".join(parts)


def birthday_text(birthday: str) -> str:
    """A kept birthday ('YYYY-MM-DD', 'MM-DD', 'YYYY') in words; '' for none."""
    if not birthday:
        return ""
    parts = [int(part) for part in birthday.split("-")]
    if len(parts) == 1:
        return birthday
    if len(parts) == 2:
        # Any leap year: 29 February must be a day.
        return language.short_day(dt.date(2000, *parts))
    return language.full_day(dt.date(*parts))


def gender_name(gender: str) -> str:
    """The word for one of customers.model.GENDERS."""
    return {
        "": QCoreApplication.translate("customers", "Not said"),
        "female": QCoreApplication.translate("customers", "Female"),
        "male": QCoreApplication.translate("customers", "Male"),
        "other": QCoreApplication.translate("customers", "Other"),
    }.get(gender, gender)
