"""The whole desk without a screen: one open file and every room's acts.

The window and the tests use exactly this.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from merchant_desk.appointments.acts import AppointmentActs
from merchant_desk.appointments.reminders.acts import ReminderActs
from merchant_desk.appointments.series.acts import SeriesActs
from merchant_desk.appointments.waiting.acts import WaitingActs
from merchant_desk.catalog.acts import CatalogActs, insert_service
from merchant_desk.catalog.model import ServiceDraft
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import DEFAULT_ZONE, Clock, SystemClock
from merchant_desk.customers.acts import CustomerActs
from merchant_desk.db import history
from merchant_desk.db.open import create_shop, open_shop
from merchant_desk.db.records import Act
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.sales.acts import SaleActs
from merchant_desk.shop import store as shop_store
from merchant_desk.shop.acts import ShopActs
from merchant_desk.shop.presets import PresetService, preset
from merchant_desk.sources.acts import SourceActs
from merchant_desk.team.acts import TeamActs, insert_worker


class Desk:
    """The rooms' acts on one open file; lives on the thread that opened it."""

    def __init__(self, file: ShopFile) -> None:
        self.file = file
        self.shop = ShopActs(file)
        self.team = TeamActs(file)
        self.catalog = CatalogActs(file)
        self.customers = CustomerActs(file)
        self.sources = SourceActs(file)
        self.appointments = AppointmentActs(file)
        self.series = SeriesActs(file)
        self.waiting = WaitingActs(file)
        self.reminders = ReminderActs(file)
        self.sales = SaleActs(file)

    @property
    def clock(self) -> Clock:
        """The shop's clock."""
        return self.file.clock

    def undo(self) -> history.Undone:
        """Turn the last act around. Raises DeskError "nothing_to_undo", "undo_stands_on", "undo_is_kept"."""
        return history.undo(self.file)

    def redo(self) -> history.Undone:
        """Do again what the last undo took back. Raises DeskError "nothing_to_redo"."""
        return history.redo(self.file)

    def set_up(
        self,
        name: str,
        trade: str,
        language: str,
        workers: Sequence[str],
        *,
        currency: str = "CNY",
        zone: str = DEFAULT_ZONE,
    ) -> None:
        """Found the shop: its name, its trade's usual services, and its workers.

        Raises DeskError "no_name" before anything is written.
        """

        def furnish(act: Act) -> None:
            for worker in workers:
                if worker.strip():
                    insert_worker(act, worker)
            for service in preset(trade, language):
                insert_service(act, _offered(service))

        self.shop.set_up(name, trade, currency=currency, zone=zone, furnish=furnish)


def open_desk(path: Path, clock: Clock | None = None, changes: Changes | None = None) -> Desk:
    """Open the shop's file, or make it where there is none. Raises the DeskErrors of `open_shop`."""
    clock = clock or SystemClock()
    changes = changes or Changes()
    opener = open_shop if path.exists() else create_shop
    desk = Desk(opener(path, clock, changes))
    shop = shop_store.shop(desk.file)
    if shop is not None:
        clock.move_to(shop.zone)
    return desk


def _offered(service: PresetService) -> ServiceDraft:
    return ServiceDraft(
        name=service.name,
        category=service.category,
        minutes=service.minutes,
        before=service.before,
        after=service.after,
        price=service.price,
        material_cost=service.material_cost,
        at_home=service.at_home,
    )
