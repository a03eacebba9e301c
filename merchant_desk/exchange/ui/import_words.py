"""What a file is, and why a row of it could not be used, in the owner's words."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from PySide6.QtCore import QCoreApplication

from merchant_desk.core.errors import DeskError
from merchant_desk.exchange.formats import CALENDAR, FORMATS
from merchant_desk.shell import notices

FORMAT_KEYS = tuple(known.key for known in (*FORMATS, CALENDAR))


def format_name(key: str) -> str:
    """A recognised format; one without a name is shown by its key."""
    names = {
        "customer_list": QCoreApplication.translate("import", "customer list"),
        "douyin_works": QCoreApplication.translate("import", "Douyin: list of works"),
        "douyin_redemptions": QCoreApplication.translate("import", "Douyin: redeemed vouchers"),
        "douyin_settlement": QCoreApplication.translate("import", "Douyin: payouts"),
        "meituan_settlement": QCoreApplication.translate("import", "Meituan, Dianping: payouts"),
        "calendar": QCoreApplication.translate("import", "calendar (.ics)"),
    }
    return names.get(key, key)


def column_name(header: str) -> str:
    """A column as the file calls it, but for a calendar's, which no owner has ever seen."""
    names = {
        "DTSTART": QCoreApplication.translate("import", "Start"),
        "SUMMARY": QCoreApplication.translate("import", "Title"),
        "DESCRIPTION": QCoreApplication.translate("import", "Description"),
    }
    return names.get(header, header)


def reason_sentence(code: str, facts: Mapping[str, object]) -> str:
    """Why a row could not be used; plain text."""
    sentence = _reasons().get(code)
    named = {name for _, name, _, _ in Formatter().parse(sentence or "") if name}
    if sentence is None or not named <= facts.keys():
        return notices.sentence(DeskError(code, **facts))
    return sentence.format_map({name: str(facts[name]) for name in named})


def _reasons() -> dict[str, str]:
    return {
        "bad_value": QCoreApplication.translate(
            "import", "“{text}” makes no sense in the column “{header}”."
        ),
        "unknown_word": QCoreApplication.translate(
            "import", "“{text}” in the column “{header}” is a word this desk does not know."
        ),
        "missing": QCoreApplication.translate("import", "The column “{header}” is empty."),
        "no_name": QCoreApplication.translate("import", "The name is empty."),
        "broken_text": QCoreApplication.translate(
            "import", "The text was lost before it came here: “{text}”."
        ),
        "not_published": QCoreApplication.translate("import", "“{title}” is not public on the platform."),
        "other_shop": QCoreApplication.translate(
            "import",
            "Redeemed at “{shop}”, which is not this shop. Say in Books, Vouchers how the platforms call it.",
        ),
        "not_settled": QCoreApplication.translate(
            "import", "Not paid out yet (“{text}”). It comes with a later file."
        ),
        "no_time": QCoreApplication.translate("import", "The row does not say when."),
        "open_sale": QCoreApplication.translate(
            "import", "It pays a part of sale {number}, which is still open. Finish that and import again."
        ),
        "today_closed": QCoreApplication.translate(
            "import", "Its day is closed in the books, and so is today. Import the file again tomorrow."
        ),
        "refund_today_closed": QCoreApplication.translate(
            "import", "Its sale is given back by a refund of today, and today is closed. Import it tomorrow."
        ),
        "masked_code": QCoreApplication.translate(
            "import", "The platform hides the code {code}, and nothing else says which voucher it is."
        ),
    }
