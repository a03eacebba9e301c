"""A rule in the words of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from merchant_desk.commission.model import RuleRow
from merchant_desk.commission.wording import RuleWords
from merchant_desk.shell import language


def rule_words() -> RuleWords:
    """What rules are said with, in the language in use now."""
    return RuleWords(
        all_services=QCoreApplication.translate("commission", "All services"),
        products=QCoreApplication.translate("commission", "Products sold"),
        cards=QCoreApplication.translate("commission", "Prepaid cards sold"),
        bases={
            "paid": QCoreApplication.translate("commission", "{rate} of what is paid"),
            "list": QCoreApplication.translate("commission", "{rate} of the list price"),
            "after_fee": QCoreApplication.translate("commission", "{rate} after platform fees"),
        },
        each=QCoreApplication.translate("commission", "{amount} each time"),
        step=QCoreApplication.translate("commission", "{rate} from {amount}"),
        steps={
            False: QCoreApplication.translate("commission", "by parts {steps}"),
            True: QCoreApplication.translate("commission", "by the month {steps}"),
        },
        without_prepaid=QCoreApplication.translate("commission", "without prepaid"),
        requested=QCoreApplication.translate("commission", "+{more} when asked for"),
        since=QCoreApplication.translate("commission", "from {day}"),
        until=QCoreApplication.translate("commission", "until {day}"),
        comma=QCoreApplication.translate("commission", ", "),
        money=language.money,
        day=language.full_day,
    )


def whose(row: RuleRow) -> str:
    """For whom the rule is."""
    return row.worker or QCoreApplication.translate("commission", "Everybody")
