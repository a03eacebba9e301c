"""The whole desk without a screen: one open file and every room's acts.

The window and the tests use exactly this.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from merchant_desk.appointments.acts import AppointmentActs
from merchant_desk.appointments.reminders.acts import ReminderActs
from merchant_desk.appointments.series.acts import SeriesActs
from merchant_desk.appointments.waiting.acts import WaitingActs
from merchant_desk.catalog.acts import CatalogActs, insert_service, write_terms
from merchant_desk.catalog.model import ServiceDraft, Terms
from merchant_desk.commission.acts import CommissionActs
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import DEFAULT_ZONE, Clock, SystemClock
from merchant_desk.core.errors import DeskError
from merchant_desk.customers.acts import CustomerActs
from merchant_desk.db import history
from merchant_desk.db.open import create_shop, open_shop
from merchant_desk.db.records import Act
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.drawer.acts import DrawerActs
from merchant_desk.prepaid.keeping import PrepaidActs
from merchant_desk.sales.acts import SaleActs
from merchant_desk.sales.receipts.acts import ReceiptActs
from merchant_desk.sales.vouchers.back_office import VoucherActs
from merchant_desk.shop import store as shop_store
from merchant_desk.shop.acts import ShopActs
from merchant_desk.shop.presets import PresetService, preset
from merchant_desk.sources.acts import SourceActs
from merchant_desk.stock.acts import StockActs
from merchant_desk.team import store as team_store
from merchant_desk.team.acts import TeamActs, change_worker, insert_worker, take_on
from merchant_desk.team.model import WorkerChange


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
        self.commission = CommissionActs(file)
        self.sales = SaleActs(file)
        self.vouchers = VoucherActs(file)
        self.prepaid = PrepaidActs(file)
        self.receipts = ReceiptActs(file)
        self.stock = StockActs(file)
        self.drawer = DrawerActs(file)

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

    def save_worker(
        self, worker_id: str | None, change: WorkerChange, does: Mapping[str, Terms] | None = None
    ) -> str:
        """Take somebody on, or change a worker, together with what they do, in one act; gives the id.

        A new worker needs a name. Raises what `TeamActs.add_worker`, `TeamActs.edit_worker` and
        `CatalogActs.set_terms` raise, with nothing written.
        """
        known = None if worker_id is None else team_store.worker(self.file, worker_id)
        if worker_id is not None and known is None:
            raise DeskError("gone", table="worker", id=worker_id)
        verb, name = ("edit_worker", known.name) if known else ("add_worker", (change.name or "").strip())
        with self.file.act(verb, subject=name) as act:
            if worker_id is None:
                worker_id = take_on(act, change)
            else:
                change_worker(act, worker_id, change)
            if does is not None:
                write_terms(act, worker_id, does)
        return worker_id


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
