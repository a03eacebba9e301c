"""What a receipt printer is told, read back the way it reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.sales.receipts.escpos import CELLS, KICK, plain, receipt_bytes, width, wrapped
from merchant_desk.sales.receipts.layout import Code, Row, Rule, Text, blocks
from merchant_desk.sales.receipts.model import ReceiptSettings
from tests.sales.receipts.papers import SOLD, printed

CUT = b"\x1bd\x04\x1dVB\x00"


@pytest.mark.parametrize("paper", [58, 80])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_whole_receipt_keeps_to_the_paper(paper: int, language: str) -> None:
    settings = ReceiptSettings(paper, language, "西湖区湖滨路 12 号", "欢迎再来", "https://example.com")
    told = printed(receipt_bytes(blocks(SOLD, settings), paper))
    assert told.orders[0] == b"\x1b@"
    assert told.orders[1] == b"\x1c&"
    assert told.orders[-2:] == [b"\x1bd\x04", b"\x1dVB\x00"]
    for line, cells in told.lines:
        assert cells <= CELLS[paper], line
    # Amounts end where the paper does.
    amounts = [(line, cells) for line, cells in told.lines if line.endswith((".00", ".40", ".60"))]
    ends = [cells for line, cells in amounts if "×" not in line]
    assert set(ends) == {CELLS[paper]}


def test_amounts_carry_the_sign_that_gbk_has() -> None:
    data = receipt_bytes([Row("合计", "¥1,325.40", bold=True)], 58)
    assert "￥1,325.40".encode("gb18030") in data
    assert "合计".encode("gbk") in data
    assert "¥".encode("gb18030") not in data


def test_less_than_nothing_is_an_ascii_minus() -> None:
    assert b"-20.00" in receipt_bytes([Row("优惠", "−20.00")], 58)


def test_the_drawer_opens_only_when_asked() -> None:
    assert KICK not in receipt_bytes([Text("a")], 58)
    data = receipt_bytes([Text("a")], 58, kick=True)
    assert data.count(KICK) == 1
    assert data.index(KICK) < data.index(b"a\n")


def test_what_was_typed_gives_no_orders() -> None:
    typed = "\x1bp\x00\x19\xfa Ana \x1dV\x00\x10\x04\x01 \x1b@ \u202e\u200b"
    data = receipt_bytes([Text(typed), Row(typed, typed)], 58)
    body = data.removeprefix(b"\x1b@\x1c&").removesuffix(CUT)
    assert not set(body) & (set(range(32)) - {0x0A})


def test_what_no_printer_has_is_left_out() -> None:
    assert plain("小满😀 café ¥5 – £3\u00a0𠮷㐀") == "小满 café ￥5 - ￡3 㐀"


def test_the_code_says_what_it_should() -> None:
    text = "https://example.com/小满"
    data = receipt_bytes([Code(text)], 58)
    stored = text.encode()
    length = len(stored) + 3
    assert b"\x1d(k" + bytes((length & 255, length >> 8)) + b"1P0" + stored in data
    assert data.index(b"\x1d(k\x04\x001A2\x00") < data.index(b"\x1d(k\x03\x001C")
    assert b"\x1d(k\x03\x001E1" in data
    assert b"\x1d(k\x03\x001Q0" in data


@pytest.mark.parametrize("length", [1, 50, 200])
@pytest.mark.parametrize("paper", [58, 80])
def test_a_code_fits_on_the_paper(length: int, paper: int) -> None:
    import segno

    text = "a" * length
    data = receipt_bytes([Code(text)], paper)
    at = data.index(b"1C") + 2
    modules = segno.make(text, micro=False, error="m", mode="byte").symbol_size(border=4)[0]
    assert data[at] >= 3
    assert modules * data[at] <= (384 if paper == 58 else 576)


def test_a_long_name_goes_on_below_and_the_amount_with_it() -> None:
    told = printed(receipt_bytes([Row("法式渐变美甲（含卸甲、修型与手部护理）", "198.00")], 58))
    assert [line for line, _ in told.lines] == [
        "法式渐变美甲（含卸甲、修",
        "型与手部护理）            198.00",
    ]


def test_words_are_not_torn() -> None:
    assert wrapped("French gel manicure with removal", 16) == ["French gel", "manicure with", "removal"]
    assert wrapped("Donaudampfschifffahrt", 8) == ["Donaudam", "pfschiff", "fahrt"]


def test_big_letters_take_twice_the_room() -> None:
    data = receipt_bytes([Row("Given back", "¥1,178.00", bold=True, big=True)], 58)
    lines = [line for line, _ in printed(data).lines]
    assert lines == ["Given back", "      ￥1,178.00"]
    assert data.count(b"\x1d!\x11") == data.count(b"\x1d!\x00") == 1


def test_a_rule_is_as_wide_as_the_paper() -> None:
    assert [line for line, _ in printed(receipt_bytes([Rule()], 80)).lines] == ["-" * 48]


@given(st.text(), st.integers(4, 48))
def test_no_line_is_wider_and_nothing_is_lost(text: str, cells: int) -> None:
    shown = plain(text)
    lines = wrapped(shown, cells)
    assert lines
    assert all(width(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(shown.split())


@given(st.text(), st.text(max_size=12))
def test_every_row_is_text_that_the_printer_reads_back(left: str, right: str) -> None:
    told = printed(receipt_bytes([Row(left, right)], 58))
    assert all(cells <= 32 for _, cells in told.lines)
    kept = "".join("".join(line for line, _ in told.lines).split())
    assert kept == "".join((plain(left) + plain(right)).split())
