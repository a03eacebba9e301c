"""The shop's words for codes that rows hold: sources, platforms, payments, states, trades, acts."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from merchant_desk.shell import language


def source_name(kind: str) -> str:
    """A source kind: 'short video', 'passing by'. An unknown code is shown as it is."""
    return _sources(language.edition()).get(kind, kind)


def platform_name(platform: str) -> str:
    """A platform: 'Douyin', 'Xiaohongshu'."""
    return _platforms(language.edition()).get(platform, platform)


def method_name(method: str) -> str:
    """A way of paying: 'WeChat', 'cash'."""
    return _methods(language.edition()).get(method, method)


def line_kind_name(kind: str) -> str:
    """What a line of a sale is: 'Service', 'Prepaid card', 'Tip'."""
    return _line_kinds(language.edition()).get(kind, kind)


def status_name(status: str) -> str:
    """The state of an appointment, a sale or a voucher."""
    return _statuses(language.edition()).get(status, status)


def trade_name(trade: str) -> str:
    """A trade: 'Nails and lashes'."""
    return _trades(language.edition()).get(trade, trade)


def currency_name(code: str) -> str:
    """A currency behind its ISO 4217 code: 'CNY · Chinese yuan'."""
    name = _currencies(language.edition()).get(code)
    return f"{code} · {name}" if name else code


def evidence_name(evidence: str) -> str:
    """How it is known what brought a customer: 'code word', 'asked'."""
    return _evidence(language.edition()).get(evidence, evidence)


def role_name(role: str) -> str:
    """A worker's role: 'owner', 'manager', 'worker'."""
    return _roles(language.edition()).get(role, role)


def cost_name(kind: str) -> str:
    """What a content's money went to: 'ads', 'making'."""
    return _costs(language.edition()).get(kind, kind)


def verb_name(verb: str) -> str:
    """An act as a few words, for undo and the history: 'Booking'."""
    return _verbs(language.edition()).get(verb, verb)


def verbs() -> frozenset[str]:
    """The acts that have a name."""
    return frozenset(_verbs(language.edition()))


@lru_cache(maxsize=1)
def _sources(_edition: int) -> dict[str, str]:
    return {
        "short_video": QCoreApplication.translate("words", "Short video"),
        "live_stream": QCoreApplication.translate("words", "Live stream"),
        "grass_post": QCoreApplication.translate("words", "Grass post"),
        "search_map": QCoreApplication.translate("words", "Search / map"),
        "shelf": QCoreApplication.translate("words", "Platform shelf"),
        "scan": QCoreApplication.translate("words", "Scan in shop"),
        "referral": QCoreApplication.translate("words", "Referral"),
        "passing_by": QCoreApplication.translate("words", "Passing by"),
        "other": QCoreApplication.translate("words", "Other"),
        "returning": QCoreApplication.translate("words", "Returning"),
        "unknown": QCoreApplication.translate("words", "Unknown"),
    }


@lru_cache(maxsize=1)
def _platforms(_edition: int) -> dict[str, str]:
    return {
        "douyin": QCoreApplication.translate("words", "Douyin"),
        "xiaohongshu": QCoreApplication.translate("words", "Xiaohongshu"),
        "kuaishou": QCoreApplication.translate("words", "Kuaishou"),
        "wechat_channels": QCoreApplication.translate("words", "WeChat Channels"),
        "meituan": QCoreApplication.translate("words", "Meituan"),
        "dianping": QCoreApplication.translate("words", "Dianping"),
        "other": QCoreApplication.translate("words", "Other platform"),
    }


@lru_cache(maxsize=1)
def _methods(_edition: int) -> dict[str, str]:
    return {
        "wechat": QCoreApplication.translate("words", "WeChat"),
        "alipay": QCoreApplication.translate("words", "Alipay"),
        "cash": QCoreApplication.translate("words", "Cash"),
        "card": QCoreApplication.translate("words", "Bank card"),
        "transfer": QCoreApplication.translate("words", "Transfer"),
        "voucher": QCoreApplication.translate("words", "Group-buy voucher"),
        "stored_value": QCoreApplication.translate("words", "Balance card"),
        "pass": QCoreApplication.translate("words", "Pass"),
        "deposit": QCoreApplication.translate("words", "Deposit"),
    }


@lru_cache(maxsize=1)
def _line_kinds(_edition: int) -> dict[str, str]:
    return {
        "service": QCoreApplication.translate("words", "Service"),
        "add_on": QCoreApplication.translate("words", "Add-on"),
        "product": QCoreApplication.translate("words", "Product"),
        "card": QCoreApplication.translate("words", "Prepaid card"),
        "tip": QCoreApplication.translate("words", "Tip"),
        "free": QCoreApplication.translate("words", "Free line"),
        "rounding": QCoreApplication.translate("words", "Rounding"),
    }


@lru_cache(maxsize=1)
def _statuses(_edition: int) -> dict[str, str]:
    return {
        "booked": QCoreApplication.translate("words", "Booked"),
        "confirmed": QCoreApplication.translate("words", "Confirmed"),
        "arrived": QCoreApplication.translate("words", "Arrived"),
        "done": QCoreApplication.translate("words", "Done"),
        "no_show": QCoreApplication.translate("words", "No-show"),
        "cancelled": QCoreApplication.translate("words", "Cancelled"),
        "open": QCoreApplication.translate("words", "Open"),
        "paid": QCoreApplication.translate("words", "Paid"),
        "void": QCoreApplication.translate("words", "Void"),
        "issued": QCoreApplication.translate("words", "Issued"),
        "redeemed": QCoreApplication.translate("words", "Redeemed"),
        "reversed": QCoreApplication.translate("words", "Reversed"),
        "refunded": QCoreApplication.translate("words", "Refunded"),
        "expired": QCoreApplication.translate("words", "Expired"),
    }


@lru_cache(maxsize=1)
def _currencies(_edition: int) -> dict[str, str]:
    return {
        "CNY": QCoreApplication.translate("words", "Chinese yuan"),
        "HKD": QCoreApplication.translate("words", "Hong Kong dollar"),
        "TWD": QCoreApplication.translate("words", "New Taiwan dollar"),
        "SGD": QCoreApplication.translate("words", "Singapore dollar"),
        "USD": QCoreApplication.translate("words", "US dollar"),
        "EUR": QCoreApplication.translate("words", "Euro"),
        "GBP": QCoreApplication.translate("words", "Pound sterling"),
        "JPY": QCoreApplication.translate("words", "Japanese yen"),
        "KRW": QCoreApplication.translate("words", "South Korean won"),
        "VND": QCoreApplication.translate("words", "Vietnamese dong"),
        "MYR": QCoreApplication.translate("words", "Malaysian ringgit"),
        "THB": QCoreApplication.translate("words", "Thai baht"),
        "AUD": QCoreApplication.translate("words", "Australian dollar"),
        "CAD": QCoreApplication.translate("words", "Canadian dollar"),
    }


@lru_cache(maxsize=1)
def _trades(_edition: int) -> dict[str, str]:
    return {
        "nails_lashes": QCoreApplication.translate("words", "Nails and lashes"),
        "hair": QCoreApplication.translate("words", "Hair"),
        "beauty_massage": QCoreApplication.translate("words", "Beauty and massage"),
        "fitness": QCoreApplication.translate("words", "Fitness"),
        "pet_care": QCoreApplication.translate("words", "Pet care"),
        "housekeeping": QCoreApplication.translate("words", "Housekeeping"),
        "home_repair": QCoreApplication.translate("words", "Home repair"),
        "private_dining": QCoreApplication.translate("words", "Private dining"),
    }


@lru_cache(maxsize=1)
def _evidence(_edition: int) -> dict[str, str]:
    return {
        "voucher": QCoreApplication.translate("words", "Voucher"),
        "code": QCoreApplication.translate("words", "Code word"),
        "qr": QCoreApplication.translate("words", "QR code"),
        "booking_note": QCoreApplication.translate("words", "Booking note"),
        "asked": QCoreApplication.translate("words", "Asked"),
        "inferred": QCoreApplication.translate("words", "Inferred"),
    }


@lru_cache(maxsize=1)
def _roles(_edition: int) -> dict[str, str]:
    return {
        "owner": QCoreApplication.translate("words", "Owner"),
        "manager": QCoreApplication.translate("words", "Manager"),
        "worker": QCoreApplication.translate("words", "Worker"),
    }


@lru_cache(maxsize=1)
def _costs(_edition: int) -> dict[str, str]:
    return {
        "ads": QCoreApplication.translate("words", "Ads"),
        "gift": QCoreApplication.translate("words", "Gifts"),
        "making": QCoreApplication.translate("words", "Making"),
        "host": QCoreApplication.translate("words", "Host"),
        "other": QCoreApplication.translate("words", "Other cost"),
    }


@lru_cache(maxsize=1)
def _verbs(_edition: int) -> dict[str, str]:
    parts = (
        _diary_verbs,
        _other_verbs,
        _drawer_verbs,
        _commission_verbs,
        _card_verbs,
        _voucher_verbs,
    )
    return {verb: word for part in parts for verb, word in part().items()}


def _voucher_verbs() -> dict[str, str]:
    """What is done about vouchers and what platforms pay out."""
    return {
        "accept_settlement": QCoreApplication.translate("words", "Difference accepted"),
        "add_voucher_product": QCoreApplication.translate("words", "New voucher offer"),
        "archive_voucher_product": QCoreApplication.translate("words", "Voucher offer withdrawn"),
        "edit_voucher_product": QCoreApplication.translate("words", "Changed voucher offer"),
        "match_settlement": QCoreApplication.translate("words", "Payout matched"),
        "own_shops": QCoreApplication.translate("words", "This shop on the platforms"),
        "restore_voucher_product": QCoreApplication.translate("words", "Voucher offer brought back"),
        "unmatch_settlement": QCoreApplication.translate("words", "Payout unmatched"),
        "voucher_state": QCoreApplication.translate("words", "Voucher taken back"),
        "write_down_settlement": QCoreApplication.translate("words", "Payout written down as a sale"),
    }


def _diary_verbs() -> dict[str, str]:
    """What is done about appointments, series, reminders and the waiting list."""
    return {
        "add_waiting": QCoreApplication.translate("words", "Put on the waiting list"),
        "arrive": QCoreApplication.translate("words", "Arrival"),
        "book": QCoreApplication.translate("words", "Booking"),
        "book_series": QCoreApplication.translate("words", "Booked series"),
        "book_waiting": QCoreApplication.translate("words", "Booking from the waiting list"),
        "cancel": QCoreApplication.translate("words", "Cancelled appointment"),
        "cancel_series": QCoreApplication.translate("words", "Cancelled series"),
        "confirm": QCoreApplication.translate("words", "Confirmed appointment"),
        "edit_appointment": QCoreApplication.translate("words", "Changed appointment"),
        "edit_series": QCoreApplication.translate("words", "Changed series"),
        "edit_waiting": QCoreApplication.translate("words", "Changed wish on the waiting list"),
        "mark_reminded": QCoreApplication.translate("words", "Reminder sent"),
        "move": QCoreApplication.translate("words", "Moved appointment"),
        "move_series": QCoreApplication.translate("words", "Moved series"),
        "no_show": QCoreApplication.translate("words", "No-show"),
        "reopen": QCoreApplication.translate("words", "Appointment taken up again"),
        "resize": QCoreApplication.translate("words", "Changed length"),
        "unmark_reminded": QCoreApplication.translate("words", "Reminder not sent after all"),
        "withdraw_waiting": QCoreApplication.translate("words", "Taken off the waiting list"),
    }


def _other_verbs() -> dict[str, str]:
    return {
        "add_channel": QCoreApplication.translate("words", "New channel"),
        "add_closed_day": QCoreApplication.translate("words", "New closed day"),
        "add_cost": QCoreApplication.translate("words", "Cost of a content"),
        "add_customer": QCoreApplication.translate("words", "New customer"),
        "add_place": QCoreApplication.translate("words", "New room or chair"),
        "add_service": QCoreApplication.translate("words", "New service"),
        "add_time_off": QCoreApplication.translate("words", "Time off"),
        "add_views": QCoreApplication.translate("words", "Views of a content"),
        "add_worker": QCoreApplication.translate("words", "New worker"),
        "archive_content": QCoreApplication.translate("words", "Archived content"),
        "archive_customer": QCoreApplication.translate("words", "Archived customer"),
        "archive_place": QCoreApplication.translate("words", "Room or chair given up"),
        "archive_service": QCoreApplication.translate("words", "Archived service"),
        "archive_worker": QCoreApplication.translate("words", "Archived worker"),
        "check_out": QCoreApplication.translate("words", "Sale"),
        "hold": QCoreApplication.translate("words", "Sale put aside"),
        "owe": QCoreApplication.translate("words", "Sale to be paid later"),
        "refund": QCoreApplication.translate("words", "Refund"),
        "set_invoice_number": QCoreApplication.translate("words", "Invoice number"),
        "set_rounding": QCoreApplication.translate("words", "Rounding at the till"),
        "choose_holidays": QCoreApplication.translate("words", "Choice of holidays"),
        "clear_hours": QCoreApplication.translate("words", "Usual hours again"),
        "edit_content": QCoreApplication.translate("words", "Changed content"),
        "edit_customer": QCoreApplication.translate("words", "Changed customer"),
        "edit_place": QCoreApplication.translate("words", "Changed room or chair"),
        "edit_service": QCoreApplication.translate("words", "Changed service"),
        "edit_shop": QCoreApplication.translate("words", "Changed shop"),
        "edit_worker": QCoreApplication.translate("words", "Changed worker"),
        "end_time_off": QCoreApplication.translate("words", "End of repeated time off"),
        "forget_holidays": QCoreApplication.translate("words", "Removed holidays"),
        "import": QCoreApplication.translate("words", "Import"),
        "load_holidays": QCoreApplication.translate("words", "Loaded holidays"),
        "log_content": QCoreApplication.translate("words", "Logged content"),
        "record_consent": QCoreApplication.translate("words", "Consent"),
        "remove_closed_day": QCoreApplication.translate("words", "Removed closed day"),
        "remove_time_off": QCoreApplication.translate("words", "Removed time off"),
        "restore_place": QCoreApplication.translate("words", "Room or chair taken back"),
        "restore_service": QCoreApplication.translate("words", "Service taken back"),
        "restore_worker": QCoreApplication.translate("words", "Worker taken back"),
        "sample_shop": QCoreApplication.translate("words", "Sample shop"),
        "say": QCoreApplication.translate("words", "Source of a customer"),
        "set_booking_rules": QCoreApplication.translate("words", "Booking rules"),
        "set_hours": QCoreApplication.translate("words", "Hours of a date"),
        "set_opening": QCoreApplication.translate("words", "Opening hours"),
        "set_receipt": QCoreApplication.translate("words", "Receipts"),
        "set_terms": QCoreApplication.translate("words", "What a worker does"),
        "set_up": QCoreApplication.translate("words", "New shop"),
        "set_week": QCoreApplication.translate("words", "Shifts"),
        "skip_time_off": QCoreApplication.translate("words", "Time off taken back once"),
        "void": QCoreApplication.translate("words", "Voided sale"),
        "withdraw_consent": QCoreApplication.translate("words", "Withdrawn consent"),
    }


def _card_verbs() -> dict[str, str]:
    """What is done about prepaid cards."""
    return {
        "add_card_type": QCoreApplication.translate("words", "New card type"),
        "archive_card_type": QCoreApplication.translate("words", "Card type given up"),
        "correct_card": QCoreApplication.translate("words", "Card corrected"),
        "edit_card_type": QCoreApplication.translate("words", "Changed card type"),
        "extend_card": QCoreApplication.translate("words", "Card's last day changed"),
        "open_card": QCoreApplication.translate("words", "Card taken over"),
        "pause_card": QCoreApplication.translate("words", "Card paused"),
        "restore_card_type": QCoreApplication.translate("words", "Card type taken back"),
        "resume_card": QCoreApplication.translate("words", "Card goes on"),
        "transfer_card": QCoreApplication.translate("words", "Card given to another"),
    }


def _drawer_verbs() -> dict[str, str]:
    """What is done at the drawer, and about products and their stock."""
    return {
        "add_product": QCoreApplication.translate("words", "New product"),
        "archive_product": QCoreApplication.translate("words", "Product given up"),
        "close_day": QCoreApplication.translate("words", "Day close"),
        "count_stock": QCoreApplication.translate("words", "Stock counted"),
        "edit_product": QCoreApplication.translate("words", "Changed product"),
        "pay_in": QCoreApplication.translate("words", "Money put into the drawer"),
        "pay_out": QCoreApplication.translate("words", "Money taken out of the drawer"),
        "reopen_day": QCoreApplication.translate("words", "Day opened again"),
        "restore_product": QCoreApplication.translate("words", "Product taken back"),
        "set_float": QCoreApplication.translate("words", "Float in the drawer"),
        "stock_in": QCoreApplication.translate("words", "Stock taken in"),
        "stock_out": QCoreApplication.translate("words", "Stock taken out"),
        "strike_entry": QCoreApplication.translate("words", "Struck out at the drawer"),
    }


def _commission_verbs() -> dict[str, str]:
    """What is done about commission and the workers' pay."""
    return {
        "add_commission_rule": QCoreApplication.translate("words", "New rule of commission"),
        "archive_commission_rule": QCoreApplication.translate("words", "Rule of commission given up"),
        "edit_commission_rule": QCoreApplication.translate("words", "Changed rule of commission"),
        "restore_commission_rule": QCoreApplication.translate("words", "Rule of commission taken back"),
        "set_base_pay": QCoreApplication.translate("words", "Base pay"),
    }
