"""The window put together: look and language, and the shop's pages; who leads where is in ways.py."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import merchant_desk.shell.plain_imports  # noqa: F401 - before anything else of the window

# isort: split
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from merchant_desk import ways
from merchant_desk.core.paths import default_shop
from merchant_desk.shell import crash, language, since_start, theme
from merchant_desk.shell.background import Unfurnished
from merchant_desk.shell.places import Place
from merchant_desk.shell.preferences import Preferences
from merchant_desk.shell.program import Facts, House, Program
from merchant_desk.shell.tabs import TabbedPage

if TYPE_CHECKING:
    from merchant_desk.core.changes import Changes
    from merchant_desk.core.clock import Clock
    from merchant_desk.db.records import Reader
    from merchant_desk.db.shop_file import ShopFile
    from merchant_desk.desk import Desk
    from merchant_desk.shell.frame import Frame
    from merchant_desk.shell.page import Page


def run(shop: Path | None = None, time_start: bool = False) -> int:
    """Open the window on `shop` (default: the one opened last) and stay until it is closed.

    `time_start` tells how long the day board took, and leaves. Gives the exit code: 1 without a board.
    """
    crash.install()
    app = theme.application(sys.argv[:1])
    preferences = Preferences()
    language.install(app, preferences.language)
    theme.apply(app, preferences.look)
    program = Program(app, preferences, HOUSE)
    if not program.start((shop or preferences.shop or default_shop()).absolute()):
        return 1 if time_start else 0
    code = since_start.tell(app, program) if time_start else app.exec()
    program.close()
    return code


def _places(frame: Frame) -> Sequence[Place]:
    places = (
        ("desk", QCoreApplication.translate("app", "Desk"), "calendar"),
        ("customers", QCoreApplication.translate("app", "Customers"), "users"),
        ("content", QCoreApplication.translate("app", "Content"), "video"),
        ("charts", QCoreApplication.translate("app", "Charts"), "chart"),
        ("services", QCoreApplication.translate("app", "Services & Team"), "scissors"),
        ("books", QCoreApplication.translate("app", "Books"), "receipt"),
        ("settings", QCoreApplication.translate("app", "Settings"), "settings"),
    )
    keys = (*(f"Ctrl+{number}" for number in range(1, 7)), "Ctrl+,")
    return [
        Place(key, words, icon, shortcut, partial(_page, frame, key, words), key == "settings")
        for (key, words, icon), shortcut in zip(places, keys, strict=True)
    ]


def _page(frame: Frame, key: str, title: str) -> Page:
    """The page of a place; its room is imported now, at the first visit."""
    match key:
        case "desk":
            from merchant_desk.appointments.ui.desk_page import DeskPage

            return DeskPage(frame)
        case "customers":
            from merchant_desk.customers.ui.customers_page import CustomersPage

            return CustomersPage(frame)
        case "content":
            from merchant_desk.sources.ui.content_page import ContentPage

            return ContentPage(frame)
        case "charts":
            from merchant_desk.insights.ui.charts_page import ChartsPage

            return ChartsPage(frame)
        case "services":
            from merchant_desk.catalog.ui.places_tab import PlacesTab
            from merchant_desk.catalog.ui.services_tab import ServicesTab
            from merchant_desk.commission.ui.rules_tab import CommissionTab
            from merchant_desk.prepaid.ui.card_types_tab import CardTypesTab
            from merchant_desk.stock.ui.products_tab import ProductsTab
            from merchant_desk.team.ui.team_tab import TeamTab

            tabs = (ServicesTab, TeamTab, PlacesTab, ProductsTab, CardTypesTab, CommissionTab)
            return TabbedPage(frame, key, title, tabs)
        case "books":
            from merchant_desk.commission.ui.statements_tab import StatementsTab
            from merchant_desk.drawer.ui.day_close_tab import DayCloseTab
            from merchant_desk.prepaid.ui.cards_tab import CardsTab
            from merchant_desk.sales.ui.payments_tab import PaymentsTab
            from merchant_desk.sales.ui.sales_tab import SalesTab
            from merchant_desk.sales.ui.vouchers_tab import VouchersTab

            books = (SalesTab, PaymentsTab, VouchersTab, CardsTab, StatementsTab, DayCloseTab)
            return TabbedPage(frame, key, title, books)
        case _:
            from merchant_desk.exchange.ui.import_tab import ImportTab
            from merchant_desk.sales.ui.receipt_tab import ReceiptTab
            from merchant_desk.shop.ui.backups_tab import BackupsTab
            from merchant_desk.shop.ui.settings_tabs import AboutTab, LookTab
            from merchant_desk.shop.ui.shop_tab import ShopTab

            settings = (ShopTab, LookTab, ReceiptTab, ImportTab, BackupsTab, AboutTab)
            return TabbedPage(frame, key, title, settings)


def _welcome(frame: Frame, done: Callable[[], None]) -> QWidget:
    from merchant_desk.shop.ui.welcome import Welcome

    welcome = Welcome(frame)
    welcome.done.connect(done)
    return welcome


def _open_desk(path: Path, clock: Clock, changes: Changes) -> Unfurnished:
    from merchant_desk.db.open import create_shop, open_shop

    file = (open_shop if path.exists() else create_shop)(path, clock, changes)

    def furnish() -> Desk:
        from merchant_desk.desk import Desk

        return Desk(file)

    return Unfurnished(file, furnish)


def _open_file(path: Path, clock: Clock, changes: Changes) -> ShopFile:
    from merchant_desk.db.open import open_shop

    return open_shop(path, clock, changes, read_only=True)


def _facts(reader: Reader) -> Facts | None:
    from merchant_desk.shop import store

    shop = store.shop(reader)
    return None if shop is None else Facts(shop.name, shop.currency, shop.zone)


HOUSE = House(
    *(_open_desk, _open_file, _facts, _places, ways.commands, ways.finders, ways.wire, _welcome, ways.keys),
    warm_up=partial(importlib.import_module, "merchant_desk.insights.figures"),  # and so matplotlib
)
