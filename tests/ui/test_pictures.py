"""Every screen in both languages, looks and sizes: saved as pictures to look at, and nothing cut off.

The pictures are in tests/pictures, which git ignores.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.app import HOUSE
from merchant_desk.appointments.model import AppointmentDraft, LineDraft
from merchant_desk.appointments.ui.appointment_sheet import AppointmentSheet
from merchant_desk.appointments.ui.booking_sheet import BookingSheet
from merchant_desk.appointments.ui.paper_sheet import PaperSheet
from merchant_desk.appointments.ui.reminder_sheet import ReminderSheet
from merchant_desk.appointments.ui.series_sheet import SeriesSheet
from merchant_desk.appointments.ui.waiting_list_sheet import WaitingListSheet
from merchant_desk.appointments.ui.waiting_sheet import WaitingSheet
from merchant_desk.catalog.ui.place_sheet import PlaceSheet
from merchant_desk.catalog.ui.service_sheet import ServiceSheet
from merchant_desk.commission.ui.base_pay_sheet import BasePaySheet
from merchant_desk.commission.ui.rule_sheet import RuleSheet
from merchant_desk.commission.ui.statement_sheet import StatementSheet
from merchant_desk.core.clock import FixedClock
from merchant_desk.customers.ui.customer_sheet import CustomerSheet
from merchant_desk.drawer.ui.close_sheet import CloseSheet
from merchant_desk.drawer.ui.day_paper_sheet import DayPaperSheet
from merchant_desk.drawer.ui.entry_sheet import EntrySheet
from merchant_desk.exchange.ui.calendar_sheet import CalendarSheet
from merchant_desk.prepaid.ui.card_sheet import CardSheet
from merchant_desk.prepaid.ui.card_type_sheet import CardTypeSheet
from merchant_desk.prepaid.ui.opening_sheet import OpeningSheet
from merchant_desk.sales.ui.checkout_sheet import CheckoutSheet
from merchant_desk.sales.ui.receipt_sheet import ReceiptSheet
from merchant_desk.sales.ui.refund_sheet import RefundSheet
from merchant_desk.sales.ui.sale_sheet import SaleSheet
from merchant_desk.sales.ui.voucher_offer_sheet import VoucherOfferSheet
from merchant_desk.sales.ui.voucher_offers_sheet import VoucherOffersSheet
from merchant_desk.sales.ui.voucher_sheet import VoucherSheet
from merchant_desk.sales.ui.worked_month_sheet import WorkedMonthSheet
from merchant_desk.sample.make import make_sample_shop
from merchant_desk.shell import language, theme
from merchant_desk.shell.frame import Frame
from merchant_desk.shell.preferences import Preferences
from merchant_desk.shell.program import Program
from merchant_desk.shell.sheet import Sheet
from merchant_desk.sources.ui.content_sheet import ContentSheet
from merchant_desk.stock.ui.product_sheet import ProductSheet
from merchant_desk.team.ui.worker_sheet import WorkerSheet
from merchant_desk.widgets.labels import ElidedLabel

PICTURES = Path(__file__).resolve().parents[1] / "pictures"
NOW = dt.datetime(2025, 8, 20, 14, 24)
SIZES = ((1180, 720), (1440, 900))
PLACES: tuple[tuple[str, dict[str, str]], ...] = (
    ("desk", {}),
    ("desk", {"view": "week"}),
    ("desk", {"view": "month"}),
    ("desk", {"view": "day", "by": "place"}),
    ("customers", {}),
    ("content", {}),
    ("charts", {}),
    ("services", {"tab": "services"}),
    ("services", {"tab": "team"}),
    ("services", {"tab": "places"}),
    ("services", {"tab": "products"}),
    ("services", {"tab": "card_types"}),
    ("services", {"tab": "commission"}),
    ("books", {"tab": "sales"}),
    ("books", {"tab": "payments"}),
    ("books", {"tab": "vouchers"}),
    ("books", {"tab": "cards"}),
    ("books", {"tab": "commission"}),
    ("books", {"tab": "day_close"}),
    ("settings", {"tab": "shop"}),
    ("settings", {"tab": "look"}),
    ("settings", {"tab": "receipts"}),
    ("settings", {"tab": "import"}),
    ("settings", {"tab": "backups"}),
    ("settings", {"tab": "about"}),
)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample shop as of NOW."""
    path = tmp_path_factory.mktemp("sample") / "sample.desk"
    make_sample_shop(path, until=NOW)
    return path


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[Callable[..., Program]]:
    """Opens the program on a file, in a language, a look and a size."""
    opened: list[Program] = []

    def make(path: Path, lang: str, look: theme.Look, size: tuple[int, int]) -> Program:
        preferences = Preferences()
        preferences.language = lang
        preferences.look = look
        language.install(qapp, lang)
        theme.apply(qapp, look)
        program = Program(qapp, preferences, HOUSE, FixedClock(NOW), inline=True)
        opened.append(program)
        qtbot.addWidget(program.window)
        assert program.start(path)
        program.window.resize(*size)
        qtbot.waitExposed(program.window)
        settle(program)
        return program

    yield make
    for program in opened:
        program.close()
        program.window.close()
        shiboken6.delete(program.window)  # before the look changes: it would dress all these widgets anew
    language.install(qapp, "en")
    theme.apply(qapp, "light")


def settle(program: Program) -> None:
    for _ in range(4):
        QApplication.processEvents()
    assert program.session is not None


def cut_off(window: QWidget) -> list[str]:
    """The texts of labels and buttons that do not fit into their widgets."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.visibleRegion().boundingRect().isValid():
            continue
        if isinstance(widget, QLabel):
            if widget.wordWrap() or isinstance(widget, ElidedLabel) or not widget.text():
                continue
            needed = max(widget.fontMetrics().horizontalAdvance(line) for line in widget.text().splitlines())
        elif isinstance(widget, QAbstractButton) and widget.text():
            needed = widget.fontMetrics().horizontalAdvance(widget.text().replace("&&", "&"))
        else:
            continue
        if needed > widget.width() + 1:
            found.append(f"{type(widget).__name__} {widget.text()!r}: {needed} > {widget.width()}")
    return found


def picture(program: Program, name: str) -> list[str]:
    settle(program)
    PICTURES.mkdir(exist_ok=True)
    # Packed lightly: hundreds of pictures took longer to pack than to paint.
    assert program.window.grab().save(str(PICTURES / f"{name}.png"), "PNG", 80)
    return [f"{name}: {text}" for text in cut_off(program.window)]


def sheets(frame: Frame) -> dict[str, Callable[[], Sheet]]:
    """Every sheet, filled with what the sample shop has on the day."""
    ids: dict[str, str] = {}
    questions = {
        "appointment": "SELECT a.id FROM appointment a JOIN appointment_line l ON l.appointment_id = a.id"
        " WHERE a.status = 'arrived' AND l.start LIKE '2025-08-20%' ORDER BY l.start LIMIT 1",
        "sale": "SELECT id FROM sale WHERE status = 'paid' ORDER BY sold_at DESC LIMIT 1",
        "customer": "SELECT customer_id FROM sale WHERE customer_id <> '' ORDER BY sold_at DESC LIMIT 1",
        "service": "SELECT id FROM service ORDER BY seq LIMIT 1",
        "worker": "SELECT id FROM worker ORDER BY seq LIMIT 1",
        "content": "SELECT id FROM content ORDER BY published_at DESC LIMIT 1",
        "place": "SELECT id FROM place ORDER BY seq LIMIT 1",
        "card": "SELECT id FROM card ORDER BY sold_on DESC, id DESC LIMIT 1",
        "voucher": "SELECT id FROM voucher ORDER BY redeemed_at DESC LIMIT 1",
        "product": "SELECT id FROM product ORDER BY seq LIMIT 1",
        "holder": "SELECT customer_id FROM card ORDER BY sold_on DESC, id DESC LIMIT 1",
        "repeated": "SELECT id FROM appointment WHERE series_id <> '' ORDER BY series_at DESC LIMIT 1",
    }
    frame.background.read(
        lambda reader: {name: reader.value(sql) for name, sql in questions.items()}, ids.update
    )
    return {
        **money_sheets(frame, ids),
        "booking": lambda: BookingSheet(frame, customer_id=ids["customer"], service_id=ids["service"]),
        "appointment": lambda: AppointmentSheet(frame, ids["appointment"]),
        "checkout": lambda: CheckoutSheet(frame, appointment_id=ids["appointment"]),
        "walk-in": lambda: CheckoutSheet(frame),
        "sale": lambda: SaleSheet(frame, ids["sale"]),
        "customer": lambda: CustomerSheet(frame, ids["customer"]),
        "service": lambda: ServiceSheet(frame, ids["service"]),
        "worker": lambda: WorkerSheet(frame, ids["worker"]),
        "worker-away": lambda: WorkerSheet(frame, ids["worker"], section="away"),
        "worker-services": lambda: WorkerSheet(frame, ids["worker"], section="services"),
        "place": lambda: PlaceSheet(frame, ids["place"]),
        "content": lambda: ContentSheet(frame),
        "quick": lambda: typed(BookingSheet(frame), "下周三 下午三点半 王女士 法式美甲 小雨"),
        "asked": lambda: typed(BookingSheet(frame), "腊月二十八 3点 王 美甲"),
        "repeated": lambda: AppointmentSheet(frame, ids["repeated"]),
        "series": lambda: SeriesSheet(frame, every_week(ids), "FREQ=WEEKLY;COUNT=8"),
        "waiting": lambda: WaitingSheet(frame, customer_id=ids["customer"], service_id=ids["service"]),
        "waiting-list": lambda: WaitingListSheet(frame),
        "reminders": lambda: ReminderSheet(frame),
        "paper": lambda: PaperSheet(frame, NOW.date()),
        "calendar": lambda: CalendarSheet(frame, NOW.date()),
    }


def money_sheets(frame: Frame, ids: Mapping[str, str]) -> dict[str, Callable[[], Sheet]]:
    """The sheets of money; `ids` name what the sample shop has."""
    return {
        "refund": lambda: RefundSheet(frame, ids["sale"]),
        "card-holder": lambda: CheckoutSheet(frame, customer_id=ids["holder"]),
        "deposit": lambda: CheckoutSheet(frame, deposit_for=ids["appointment"]),
        "card": lambda: CardSheet(frame, ids["card"]),
        "card-from-before": lambda: OpeningSheet(frame, ids["customer"]),
        "card-type": lambda: CardTypeSheet(frame),
        "voucher": lambda: VoucherSheet(frame, ids["voucher"]),
        "voucher-offers": lambda: VoucherOffersSheet(frame),
        "voucher-offer": lambda: VoucherOfferSheet(frame),
        "product": lambda: ProductSheet(frame, ids["product"]),
        "commission-rule": lambda: RuleSheet(frame),
        "day-close": lambda: CloseSheet(frame, NOW.date()),
        "money-out": lambda: EntrySheet(frame, "out", NOW.date()),
        "day-paper": lambda: DayPaperSheet(frame, NOW.date() - dt.timedelta(days=1)),
        "statement": lambda: StatementSheet(frame, ids["worker"], NOW.date().replace(day=1), NOW.date()),
        "base-pay": lambda: BasePaySheet(frame, ids["worker"], "小雨"),
        "receipt": lambda: ReceiptSheet(frame, ids["sale"]),
        "worked-month": lambda: WorkedMonthSheet(frame),
    }


def typed(sheet: BookingSheet, text: str) -> BookingSheet:
    """The booking sheet with something on its quick line."""
    sheet.quick.set_text(text)
    return sheet


def understood(sheet: BookingSheet) -> bool:
    """Whether the quick line has been read."""
    return sheet.quick.reading() is not None


def every_week(ids: Mapping[str, str]) -> AppointmentDraft:
    """A visit tomorrow at ten, to be repeated."""
    start = dt.datetime.combine(NOW.date() + dt.timedelta(days=1), dt.time(10))
    return AppointmentDraft(ids["customer"], (LineDraft(ids["service"], ids["worker"], start, 60),))


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_every_screen_stands_whole(
    open_window: Callable[..., Program],
    qtbot: QtBot,
    sample: Path,
    home: Path,
    lang: str,
    look: theme.Look,
    size: tuple[int, int],
) -> None:
    path = home / "shop.desk"
    shutil.copyfile(sample, path)
    program = open_window(path, lang, look, size)
    bench = program.window.bench()
    assert bench is not None
    about = f"{lang}-{look}-{size[0]}"
    cut: list[str] = []
    for place, where in PLACES:
        assert bench.go(place, where)
        cut += picture(program, "-".join([place, *where.values(), about]))
    bench.go("desk", {"view": "day", "by": "team"})
    assert program.session is not None
    for name, make in sheets(program.session.frame).items():
        program.session.frame.open_sheet(opened := make())
        if isinstance(opened, BookingSheet) and opened.quick.text():
            qtbot.waitUntil(partial(understood, opened))
        cut += picture(program, f"sheet-{name}-{about}")
        sheet = bench.sheets.current()
        assert sheet is not None
        sheet.shut()
    bench.open_palette("法式")
    cut += picture(program, f"palette-{about}")
    assert cut == []


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_the_first_start_stands_whole(
    open_window: Callable[..., Program], home: Path, lang: str, size: tuple[int, int]
) -> None:
    program = open_window(home / "shop.desk", lang, "light", size)
    cut = picture(program, f"welcome-{lang}-{size[0]}")
    nails = next(b for b in program.window.findChildren(QPushButton) if b.property("role") == "chip")
    nails.click()
    cut += picture(program, f"welcome-chosen-{lang}-{size[0]}")
    assert cut == []


def test_a_text_without_room_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel("a long text without room", window)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFixedWidth(20)
    window.show()
    assert len(cut_off(window)) == 1
    label.setFixedWidth(400)
    assert cut_off(window) == []
