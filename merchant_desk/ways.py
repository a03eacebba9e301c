"""Who leads where: from a page to a sheet or another page, the commands, and what Ctrl+K finds.

Every room's sheet is imported when it is first opened.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from merchant_desk.shell.places import Command, Keys
from merchant_desk.shell.tabs import TabbedPage

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame
    from merchant_desk.shell.page import Page
    from merchant_desk.shell.palette import Finder


def wire(frame: Frame, page: Page) -> None:
    """Every way from a page or a tab of it ("page/tab") to a sheet or another page, by its signal."""
    ways: tuple[tuple[str, str, Callable[..., object]], ...] = (
        ("desk", "checkout_wanted", lambda appointment: _check_out(frame, appointment_id=appointment)),
        ("desk", "deposit_wanted", lambda appointment: _sales().take_deposit(frame, appointment)),
        ("desk", "reopen_wanted", lambda sale: _sales().take_up(frame, sale)),
        ("desk", "walk_in_wanted", lambda: _check_out(frame)),
        ("desk", "customer_wanted", lambda customer: frame.go("customers", customer_id=customer)),
        ("desk", "palette_wanted", frame.open_palette),
        ("desk", "calendar_wanted", lambda day: _calendar_file(frame, day)),
        ("customers", "booking_wanted", lambda customer: _book(frame, customer_id=customer)),
        ("customers", "checkout_wanted", lambda customer: _check_out(frame, customer_id=customer)),
        ("customers", "sale_wanted", lambda sale: _sales().open_sale(frame, sale)),
        ("content", "import_wanted", lambda: frame.go("settings", tab="import")),
        ("charts", "sales_wanted", lambda kind, a, b: frame.go("books", kind=kind, from_day=a, to_day=b)),
        ("charts", "content_wanted", lambda c, a, b: frame.go("books", content_id=c, from_day=a, to_day=b)),
        ("books/sales", "sale_wanted", lambda sale: _sales().open_sale(frame, sale)),
        ("books/sales", "month_wanted", lambda: _month_file(frame)),
        ("books/payments", "sale_wanted", lambda sale: _sales().open_sale(frame, sale)),
        ("books/vouchers", "sale_wanted", lambda sale: _sales().open_sale(frame, sale)),
        ("books/cards", "sale_wanted", lambda sale: _sales().open_sale(frame, sale)),
        ("books/cards", "refund_wanted", lambda sale: _sales().open_refund(frame, sale)),
        ("books/cards", "customer_wanted", lambda customer: frame.go("customers", customer_id=customer)),
    )
    holders: dict[str, QObject] = {page.key: page}
    if isinstance(page, TabbedPage):
        holders |= {f"{page.key}/{tab.key}": tab for tab in page.tabs()}
    for key, name, way in ways:
        if key in holders:
            getattr(holders[key], name).connect(way)
    if page.key == "customers":
        _show_cards(frame, page)


def _show_cards(frame: Frame, page: Page) -> None:
    """Prepaid cards on the customer's card: the customers' room knows nothing of them."""
    from merchant_desk.customers.ui.customers_page import CustomersPage
    from merchant_desk.prepaid.ui.customer_cards import CustomerCards

    if not isinstance(page, CustomersPage):
        raise TypeError(page)
    cards = CustomerCards(frame)
    cards.card_wanted.connect(lambda card: _sales().open_card(frame, card))
    page.panel.shown.connect(cards.show_customer)
    page.panel.add_section(QCoreApplication.translate("ways", "Prepaid cards"), cards)


def _sales() -> ModuleType:
    """The ways from and to a sale, imported when the first of them is gone."""
    from merchant_desk.sales.ui import sale_ways

    return sale_ways


def _book(frame: Frame, customer_id: str | None = None) -> None:
    from merchant_desk.appointments.ui.booking_sheet import BookingSheet

    frame.open_sheet(BookingSheet(frame, customer_id=customer_id))


def _waiting_list(frame: Frame) -> None:
    from merchant_desk.appointments.ui.waiting_list_sheet import WaitingListSheet

    frame.open_sheet(WaitingListSheet(frame))


def _remind(frame: Frame) -> None:
    from merchant_desk.appointments.ui.reminder_sheet import ReminderSheet

    frame.open_sheet(ReminderSheet(frame))


def _calendar_file(frame: Frame, day: dt.date) -> None:
    from merchant_desk.exchange.ui.calendar_sheet import CalendarSheet

    frame.open_sheet(CalendarSheet(frame, day))


def _print(frame: Frame) -> None:
    from merchant_desk.appointments.ui.paper_sheet import PaperSheet

    frame.open_sheet(PaperSheet(frame, frame.clock.today()))


def _month_file(frame: Frame) -> None:
    from merchant_desk.exchange.ui.month_sheet import MonthSheet

    frame.open_sheet(MonthSheet(frame))


def _open_drawer(frame: Frame) -> None:
    from merchant_desk.sales.ui.receipt_print import open_drawer

    open_drawer(frame)


def _close_day(frame: Frame) -> None:
    frame.go("books", tab="day_close")


def _worked_month(frame: Frame) -> None:
    from merchant_desk.sales.ui.worked_month_sheet import WorkedMonthSheet

    frame.open_sheet(WorkedMonthSheet(frame))


def _check_out(frame: Frame, appointment_id: str | None = None, customer_id: str | None = None) -> None:
    from merchant_desk.sales.ui.checkout_sheet import CheckoutSheet

    frame.open_sheet(CheckoutSheet(frame, appointment_id=appointment_id, customer_id=customer_id))


def commands(frame: Frame) -> Sequence[Command]:
    """What can be done from anywhere, by key or by Ctrl+K."""
    words = (
        QCoreApplication.translate("ways", "New appointment"),
        QCoreApplication.translate("ways", "Walk-in"),
        QCoreApplication.translate("ways", "Waiting list"),
        QCoreApplication.translate("ways", "Tomorrow's reminders"),
        QCoreApplication.translate("ways", "Print or PDF…"),
        QCoreApplication.translate("ways", "Calendar file (.ics)…"),
        QCoreApplication.translate("ways", "Day close"),
        QCoreApplication.translate("ways", "Month file for the accountant…"),
        QCoreApplication.translate("ways", "Open the drawer"),
    )
    acts: tuple[tuple[str, str, Callable[[], object]], ...] = (
        ("plus", "Ctrl+N", partial(_book, frame)),
        ("door", "Ctrl+Shift+N", partial(_check_out, frame)),
        ("users", "", partial(_waiting_list, frame)),
        ("phone", "", partial(_remind, frame)),
        ("printer", "", partial(_print, frame)),
        ("download", "", lambda: _calendar_file(frame, frame.clock.today())),
        ("cash", "", partial(_close_day, frame)),
        ("book", "", partial(_month_file, frame)),
        ("receipt", "", partial(_open_drawer, frame)),
    )
    found = [Command(icon, text, keys, act) for text, (icon, keys, act) in zip(words, acts, strict=True)]
    month = QCoreApplication.translate("ways", "A worked month: 60 sales, reckoned by hand")
    return [*found, Command("book", month, "", partial(_worked_month, frame), to_read=True)]


def finders(frame: Frame) -> Sequence[Finder]:
    """What Ctrl+K looks through."""
    from merchant_desk.appointments.ui.finder import appointment_finder
    from merchant_desk.catalog.ui.finder import service_finder
    from merchant_desk.customers.ui.finder import customer_finder
    from merchant_desk.sources.ui.finder import content_finder

    return [find(frame) for find in (customer_finder, appointment_finder, content_finder, service_finder)]


def keys() -> Sequence[Keys]:
    """The keys of the rooms' own screens, for the guide."""
    board = (
        (QCoreApplication.translate("ways", "Day, week, month"), ("D", "W", "M")),
        (QCoreApplication.translate("ways", "Today"), ("T",)),
        (QCoreApplication.translate("ways", "Jump to a date"), ("G",)),
        (QCoreApplication.translate("ways", "Back and forward"), ("Ctrl+PgUp", "Ctrl+PgDown")),
        (QCoreApplication.translate("ways", "Larger, smaller"), ("Ctrl++", "Ctrl+-")),
        (QCoreApplication.translate("ways", "Walk over the board"), ("Up", "Down", "Left", "Right")),
        (QCoreApplication.translate("ways", "Open a card, or book the free time"), ("Return",)),
        (QCoreApplication.translate("ways", "Book a longer time"), ("Shift+Down",)),
        (
            QCoreApplication.translate("ways", "Move the card"),
            ("Alt+Up", "Alt+Down", "Alt+Left", "Alt+Right"),
        ),
        (QCoreApplication.translate("ways", "Make it longer or shorter"), ("Alt+Shift+Up", "Alt+Shift+Down")),
        (QCoreApplication.translate("ways", "Let go while dragging"), ("Esc",)),
    )
    booking = (
        (QCoreApplication.translate("ways", "Take an answer of the quick line"), ("Alt+1", "Alt+9")),
        (QCoreApplication.translate("ways", "Copy a reminder and tick it"), ("C",)),
    )
    return [
        Keys(QCoreApplication.translate("ways", "On the board"), board),
        Keys(QCoreApplication.translate("ways", "Appointments"), booking),
    ]
