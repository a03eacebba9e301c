"""A receipt before it is paper: how the shop wants it, and what is said on it (pure)."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

from merchant_desk.core.errors import DeskError

# The width of the paper in millimetres; the last one is A4.
A4 = 210
PAPERS = (58, 80, A4)
LANGUAGES = ("zh_CN", "en")
PORT = 9100  # where receipt printers listen
LONGEST_TEXT = 500
# In bytes of UTF-8: a denser code does not come out of a 58 mm printer readable.
LONGEST_QR = 200

_HOST = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?\.?)+|\[[0-9A-Fa-f:.]+(?:%\w+)?\]")


@dataclass(frozen=True, slots=True)
class ReceiptSettings:
    """How the shop's receipts look and where they come out.

    `paper` is one of PAPERS, `language` one of LANGUAGES. `head` stands below the shop's name, `foot` at the
    end, `qr` is what the code at the end says; "" is none. `printer` is a network printer's address, "" where
    there is none. `kick` opens the drawer when cash changes hands.
    """

    paper: int = 58
    language: str = "zh_CN"
    head: str = ""
    foot: str = ""
    qr: str = ""
    printer: str = ""
    kick: bool = False

    def check(self) -> None:
        """Raise DeskError "bad_printer" (fact `text`), "receipt_too_long" or "qr_too_long" (fact `most`).

        Raises ValueError for a paper or language that no screen offers.
        """
        if self.paper not in PAPERS or self.language not in LANGUAGES:
            raise ValueError(f"no such receipt: {self.paper} {self.language}")
        if max(len(self.head), len(self.foot)) > LONGEST_TEXT:
            raise DeskError("receipt_too_long", most=LONGEST_TEXT)
        if len(self.qr.encode()) > LONGEST_QR:
            raise DeskError("qr_too_long", most=LONGEST_QR)
        if self.printer:
            read_address(self.printer)


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One thing on a receipt: `quantity` times `unit_price` less `discount` is `amount`, in minor units."""

    kind: str
    title: str
    workers: tuple[str, ...]
    quantity: int
    unit_price: int
    discount: int
    amount: int


@dataclass(frozen=True, slots=True)
class ReceiptPayment:
    """One payment: `given` is the cash handed over, `detail` a voucher's end or a card's number."""

    method: str
    amount: int
    at: dt.datetime
    given: int | None = None
    platform: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class CardLeft:
    """What a prepaid card had left after this sale: money in minor units, or uses by service."""

    name: str
    number: str
    balance: int
    counters: tuple[tuple[str, int], ...]
    expires_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """A sale as its receipt tells it; money in minor units of `currency`, times naive shop time.

    `refund_of` is the number of the sale that this one gives back, "" for none.
    """

    shop: str
    currency: str
    number: str
    status: str
    held: bool
    sold_at: dt.datetime
    customer: str
    cashier: str
    refund_of: str
    refund_reason: str
    invoice_number: str
    lines: tuple[ReceiptLine, ...]
    payments: tuple[ReceiptPayment, ...]
    cards: tuple[CardLeft, ...]

    @property
    def things(self) -> tuple[ReceiptLine, ...]:
        """The lines but those that round the total."""
        return tuple(line for line in self.lines if line.kind != "rounding")

    @property
    def gross(self) -> int:
        """What the lines come to before any discount."""
        return sum(line.quantity * line.unit_price for line in self.things)

    @property
    def discount(self) -> int:
        """What is taken off the lines."""
        return sum(line.discount for line in self.things)

    @property
    def rounding(self) -> int:
        """What rounding adds, as a rule less than nothing."""
        return sum(line.amount for line in self.lines if line.kind == "rounding")

    @property
    def total(self) -> int:
        """What all lines come to."""
        return sum(line.amount for line in self.lines)

    @property
    def paid(self) -> int:
        """What has been paid."""
        return sum(payment.amount for payment in self.payments)

    @property
    def change(self) -> int:
        """The cash that went back over the counter."""
        return sum(one.given - one.amount for one in self.payments if one.given is not None)

    @property
    def with_cash(self) -> bool:
        """Whether the drawer has to open for it."""
        return self.status != "void" and any(payment.method == "cash" for payment in self.payments)


def read_address(text: str) -> tuple[str, int]:
    """Host and port of '192.168.1.50', 'printer.local:9100', '[fe80::1]:9100'.

    Raises DeskError "bad_printer" (fact `text`).
    """
    plain = unicodedata.normalize("NFKC", text).replace("。", ".").strip()
    host, colon, port = plain.rpartition(":")
    if not colon or (plain.startswith("[") and plain.endswith("]")):
        host, port = plain, str(PORT)
    good = _HOST.fullmatch(host) and port.isascii() and port.isdecimal() and 0 < int(port) < 1 << 16
    if not good or (host.replace(".", "").isdecimal() and not _is_ipv4(host)):
        raise DeskError("bad_printer", text=text.strip())
    return host.strip("[]"), int(port)


def _is_ipv4(host: str) -> bool:
    parts = host.split(".")
    return len(parts) == 4 and all(part and int(part) < 256 for part in parts)
