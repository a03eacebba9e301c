"""What the owner decides about receipts."""

from __future__ import annotations

from dataclasses import asdict

from merchant_desk.db.shop_file import ShopFile
from merchant_desk.sales.receipts.model import ReceiptSettings
from merchant_desk.sales.receipts.store import SETTING
from merchant_desk.shop.acts import write_setting


class ReceiptActs:
    """The acts on the shop's receipts."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def save(self, settings: ReceiptSettings) -> None:
        """Keep how receipts look and where they come out. Raises what `ReceiptSettings.check` raises."""
        settings.check()
        with self._file.act("set_receipt") as act:
            write_setting(act, SETTING, asdict(settings))
