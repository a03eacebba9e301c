"""What is said about a day on its screens and on paper, in the language in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from merchant_desk.drawer.paper import DayWords
from merchant_desk.shell import language, words

if TYPE_CHECKING:
    import datetime as dt

    from merchant_desk.drawer.model import Day


def open_sales_text(day: Day) -> str:
    """That there are sales which are not paid, "" where there are none. It keeps no day from being closed."""
    parts = []
    if day.open_sales.held:
        told = QCoreApplication.translate("day close", "Put aside: {n}")
        parts.append(told.format(n=day.open_sales.held))
    if day.open_sales.owed:
        told = QCoreApplication.translate("day close", "To be paid later: {n}")
        parts.append(told.format(n=day.open_sales.owed))
    if not parts:
        return ""
    told = QCoreApplication.translate(
        "day close", "Open sales. {counts}. They count on the day they are paid."
    )
    return told.format(counts=" · ".join(parts))


def unclosed_text(day: Day) -> str:
    """Which earlier days were never closed, "" where there are none."""
    if not day.unclosed:
        return ""
    told = QCoreApplication.translate("day close", "Not closed yet: {days}")
    return told.format(days=language.joined([language.short_day(one) for one in day.unclosed]))


def closed_text(day: Day) -> str:
    """When a day was closed and by whom, "" for an open one."""
    if day.close is None:
        return ""
    at = day.close.closed_at
    moment = f"{language.full_day(at.date())} {language.time_text(at)}"
    if day.close.who:
        told = QCoreApplication.translate("day close", "Closed on {moment} by {who}")
        return told.format(moment=moment, who=day.close.who)
    return QCoreApplication.translate("day close", "Closed on {moment}").format(moment=moment)


def paper_words(day: Day, now: dt.datetime) -> DayWords:
    """All the words that a day's sheet of paper needs."""
    title = QCoreApplication.translate("day close", "Day close {day}")
    printed = QCoreApplication.translate("day close", "printed on {day} at {time}")
    return DayWords(
        title=title.format(day=language.full_day(day.day)),
        printed=printed.format(day=language.full_day(now.date()), time=language.time_text(now)),
        closed=closed_text(day),
        not_closed=QCoreApplication.translate("day close", "Not closed yet"),
        sales=QCoreApplication.translate("day close", "Sales"),
        takings=QCoreApplication.translate("day close", "Takings"),
        tips=QCoreApplication.translate("day close", "Tips"),
        drawer=QCoreApplication.translate("day close", "Cash in the drawer"),
        float=QCoreApplication.translate("day close", "Float"),
        cash_paid=QCoreApplication.translate("day close", "Cash payments, less refunds"),
        put_in=QCoreApplication.translate("day close", "In"),
        taken_out=QCoreApplication.translate("day close", "Out"),
        expected=QCoreApplication.translate("day close", "Expected"),
        counted=QCoreApplication.translate("day close", "Counted"),
        difference=QCoreApplication.translate("day close", "Difference"),
        kept=QCoreApplication.translate("day close", "Stays in the drawer"),
        handed_over=QCoreApplication.translate("day close", "Taken out"),
        others=QCoreApplication.translate("day close", "Other ways to pay"),
        cards=QCoreApplication.translate("day close", "Paid with the shop's own cards"),
        signature=QCoreApplication.translate("day close", "Signature: ______________"),
        money=lambda minor: language.money(minor, "always"),
        piece=language.money,
        method=words.method_name,
    )
