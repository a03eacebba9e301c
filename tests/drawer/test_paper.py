"""A day on paper: all that was counted is on it, its rows add up, and what was typed stays what it is."""

from __future__ import annotations

import datetime as dt

import pytest

from merchant_desk.core.money import format_money
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.drawer import store
from merchant_desk.drawer.acts import DrawerActs
from merchant_desk.drawer.model import CloseDraft, Day
from merchant_desk.drawer.paper import DayWords, PaperLine, html, lines
from merchant_desk.drawer.ui.day_roll import blocks
from merchant_desk.sales.receipts.escpos import CELLS, receipt_bytes, width
from tests.conftest import NOW
from tests.drawer.till import pay

WORDS = DayWords(
    title="Day close",
    printed="printed",
    closed="closed",
    not_closed="open",
    sales="Sales",
    takings="Takings",
    tips="Tips",
    drawer="Drawer",
    float="Float",
    cash_paid="Cash",
    put_in="In",
    taken_out="Out",
    expected="Expected",
    counted="Counted",
    difference="Difference",
    kept="Kept",
    handed_over="Taken out",
    others="Others",
    cards="Cards",
    signature="Signature",
    money=lambda minor: format_money(minor, cents="always"),
    piece=format_money,
    method=str.upper,
)


@pytest.fixture
def day(desk_file: ShopFile) -> Day:
    """300 to begin with, 198 + 20 tip in cash, 60 by Alipay, 5 out; 3 missing in the drawer, 1 at Alipay."""
    acts = DrawerActs(desk_file)
    acts.set_float(300_00)
    pay(desk_file, [("cash", 218_00)], tip=20_00)
    pay(desk_file, [("alipay", 60_00)])
    acts.pay_out(5_00, "棉片 <b>& 酒精")
    reasons = {"cash": "找错零", "alipay": "还没到"}
    there = {100_00: 5, 5_00: 2}
    acts.close_day(
        CloseDraft(NOW.date(), {"cash": 510_00, "alipay": 59_00}, there, reasons, kept=300_00, note="下雨")
    )
    return store.day(desk_file, NOW.date())


def rows(sheet: list[PaperLine]) -> list[tuple[str, str]]:
    return [(line.left, line.right) for line in sheet if line.kind == "row"]


def test_everything_that_was_counted_is_on_it(day: Day) -> None:
    assert rows(lines("小满美甲", day, WORDS)) == [
        ("Sales", "2"),
        ("Takings", "¥258.00"),
        ("Tips", "¥20.00"),
        ("Float", "¥300.00"),
        ("Cash", "¥218.00"),
        ("Out 14:00 棉片 <b>& 酒精", "−¥5.00"),
        ("Expected", "¥513.00"),
        ("¥100 × 5", "¥500.00"),
        ("¥5 × 2", "¥10.00"),
        ("Counted", "¥510.00"),
        ("Difference · 找错零", "−¥3.00"),
        ("Kept", "¥300.00"),
        ("Taken out", "¥210.00"),
        ("ALIPAY", "¥60.00"),
        ("Counted", "¥59.00"),
        ("Difference · 还没到", "−¥1.00"),
    ]


def test_an_open_day_has_no_count_on_it(desk_file: ShopFile) -> None:
    pay(desk_file, [("wechat", 60_00)])
    sheet = lines("小满美甲", store.day(desk_file, NOW.date()), WORDS)
    told = [line.left for line in sheet]
    assert "open" in told
    assert "Counted" not in told
    assert ("WECHAT", "¥60.00") in rows(sheet)


@pytest.mark.parametrize("roll", [False, True])
def test_what_was_typed_is_no_markup(day: Day, roll: bool) -> None:
    made = html(lines("<i>小满</i>", day, WORDS), roll=roll)
    assert "棉片 &lt;b&gt;&amp; 酒精" in made
    assert "&lt;i&gt;小满&lt;/i&gt;" in made
    assert "下雨" in made


@pytest.mark.parametrize("paper", [58, 80])
def test_a_receipt_printer_gets_all_of_it_within_its_paper(day: Day, paper: int) -> None:
    sheet = lines("小满美甲", day, WORDS)
    told = receipt_bytes(blocks(sheet), paper)
    text = told.decode("gb18030", "replace")
    for word in ("小满美甲", "￥513.00", "-￥3.00", "找错零", "下雨"):
        assert word in text
    plain = [line for line in text.split("\n") if "￥" in line and "\x1b" not in line]
    assert plain
    assert all(width(line) <= CELLS[paper] for line in plain)


def test_a_day_long_past_is_printed_as_it_was(desk_file: ShopFile, day: Day) -> None:
    pay(desk_file, [("cash", 1_00)], NOW + dt.timedelta(days=1))
    assert lines("x", store.day(desk_file, NOW.date()), WORDS) == lines("x", day, WORDS)
