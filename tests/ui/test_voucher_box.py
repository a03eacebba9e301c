"""The box that takes a voucher at the till: known offers, used codes, codes that are none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from merchant_desk.desk import Desk
from merchant_desk.sales.ui.voucher_box import VoucherBox
from merchant_desk.sales.vouchers.model import VoucherDraft
from merchant_desk.shell.frame import Frame
from tests.ui.counter import Counter, Hand, focused, show
from tests.ui.plain_text import MARKUP, assert_plain, texts
from tests.ui.vouchers import offer, redeemed

Key = Qt.Key


@pytest.fixture
def counter(desk: Desk) -> Counter:
    return Counter(desk)


class Box:
    """The box on screen, and what it gave."""

    def __init__(self, qtbot: QtBot, frame: Frame, *taken: VoucherDraft) -> None:
        self.box = VoucherBox(frame)
        self.got: list[VoucherDraft] = []
        self.closed = 0
        self.box.added.connect(self.got.append)
        self.box.closed.connect(self._close)
        show(qtbot, self.box, 500, 320)
        self.box.start(taken)
        self.hand = Hand()

    def _close(self) -> None:
        self.closed += 1


def test_escape_gives_up_the_voucher_alone(qtbot: QtBot, page_frame: Frame) -> None:
    one = Box(qtbot, page_frame)
    one.hand.type("1098")
    one.hand.key(Key.Key_Escape)
    assert (one.closed, one.box.isVisible(), one.got) == (1, False, [])


def test_a_known_offer_needs_its_code_and_one_press(
    qtbot: QtBot, page_frame: Frame, counter: Counter
) -> None:
    service = counter.services[0].id
    offer(counter, service_id=service)
    offer(counter, "双人", 239_00)
    one = Box(qtbot, page_frame)
    assert focused() is one.box.code
    one.hand.type("1098 2210 4471")
    one.hand.click(one.box.offers.chips()[0])
    assert focused() is one.box.add
    assert "platform fee −¥7.74 · pays out ¥121.26" in texts(one.box)
    one.hand.key(Key.Key_Space)
    assert one.hand.count == 3
    (draft,) = one.got
    assert (draft.code, draft.platform, draft.customer_paid) == ("109822104471", "douyin", 129_00)
    assert (draft.list_price, draft.platform_fee, draft.pays_out, draft.service_id) == (
        198_00,
        7_74,
        121_26,
        service,
    )
    assert one.box.isHidden()


def test_the_only_offer_is_chosen_and_enter_takes_it(
    qtbot: QtBot, page_frame: Frame, counter: Counter
) -> None:
    offer(counter)
    one = Box(qtbot, page_frame)
    one.hand.type("１０９８２２１０")
    one.hand.key(Key.Key_Return)
    assert [draft.code for draft in one.got] == ["10982210"]


def test_without_offers_the_amount_is_typed(qtbot: QtBot, page_frame: Frame) -> None:
    one = Box(qtbot, page_frame)
    one.box.platform.choose("xiaohongshu")
    one.hand.type("XH8A2")
    one.hand.key(Key.Key_Return)
    assert "what the customer paid" in one.box.paid_field.error.text()
    one.hand.type("88.50", one.box.paid)
    one.hand.key(Key.Key_Return)
    (draft,) = one.got
    assert (draft.platform, draft.customer_paid, draft.pays_out, draft.product) == (
        "xiaohongshu",
        88_50,
        88_50,
        "",
    )


def test_a_used_code_says_so_while_it_is_typed(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    offer(counter)
    redeemed(counter, customer_id=counter.customer())
    one = Box(qtbot, page_frame)
    one.hand.type("1098-2210-4471")
    said = one.box.code_field.error.text()
    assert "李悦" in said
    assert "20250820-0001" in said
    one.hand.key(Key.Key_Return)
    assert one.got == []
    one.hand.key(Key.Key_Backspace)
    assert one.box.code_field.error.text() == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1.09822E+13", "lost digits"),
        ("1098****4471", "hides some digits"),
        ("https://x.cn/1", "no voucher code"),
        (" ", "Type or paste"),
    ],
)
def test_what_is_no_code_is_refused_in_words(
    qtbot: QtBot, page_frame: Frame, counter: Counter, typed: str, said: str
) -> None:
    offer(counter)
    one = Box(qtbot, page_frame)
    one.hand.type(typed)
    one.hand.key(Key.Key_Return)
    assert said in one.box.code_field.error.text()
    assert one.got == []
    assert focused() is one.box.code


def test_one_that_is_on_the_sale_already_is_refused(
    qtbot: QtBot, page_frame: Frame, counter: Counter
) -> None:
    offer(counter)
    one = Box(qtbot, page_frame, VoucherDraft("douyin", "10982210", 129_00))
    one.hand.type("1098 2210")
    one.hand.key(Key.Key_Return)
    assert "on this sale already" in one.box.code_field.error.text()


def test_a_service_no_longer_sold_is_replaced(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    gone, other = counter.services[:2]
    offer(counter, service_id=gone.id)
    counter.desk.catalog.archive_service(gone.id)
    one = Box(qtbot, page_frame)
    assert one.box.instead.isVisible()
    assert f"“{gone.name}” is no longer sold. Instead:" in texts(one.box)
    one.box.instead.choose(other.id)
    one.hand.type("10982210")
    one.hand.key(Key.Key_Return)
    assert one.got[0].service_id == other.id


def test_cancel_says_that_nobody_wants_one(qtbot: QtBot, page_frame: Frame) -> None:
    one = Box(qtbot, page_frame)
    one.hand.click(one.box.cancel)
    assert (one.closed, one.box.isHidden(), one.got) == (1, True, [])


def test_an_offers_name_is_never_markup(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    offer(counter, MARKUP)
    assert_plain(Box(qtbot, page_frame).box)
