"""Voucher codes as they are typed, pasted and scanned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.core.errors import DeskError
from merchant_desk.sales.vouchers.codes import clean_code, family, fits, grouped


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1098 2210 4471", "109822104471"),
        ("1098-2210-4471", "109822104471"),
        ("１０９８　２２１０　４４７１", "109822104471"),
        ("  0098\u20112210\t4471\n", "009822104471"),
        ("券码：1098 2210 4471", "109822104471"),
        ("券号: 1098-2210", "10982210"),
        ("MT8A-7k2b", "MT8A7k2b"),
        ("'1098221044710000001", "1098221044710000001"),
        ("\ufeff1098\u200b2210", "10982210"),
    ],
)
def test_a_code_is_text_without_gaps(typed: str, code: str) -> None:
    assert clean_code(typed) == code


@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        ("", "no_code"),
        ("  　", "no_code"),
        ("---", "no_code"),
        ("1.09822E+13", "code_lost_digits"),
        ("1.09822e13", "code_lost_digits"),
        ("１.０９Ｅ＋１３", "code_lost_digits"),
        ("1098****4471", "code_masked"),
        ("1098＊＊＊＊", "code_masked"),
        ("1098 •••• 4471", "code_masked"),
        ("https://v.douyin.com/abc/", "bad_code"),
        ("没有码", "bad_code"),
        ("1" * 65, "bad_code"),
    ],
)
def test_what_is_no_whole_code_is_refused(typed: str, refused: str) -> None:
    with pytest.raises(DeskError) as error:
        clean_code(typed)
    assert error.value.code == refused


@given(st.from_regex(r"\A[0-9]{8,20}\Z"), st.sampled_from([" ", "-", "\u3000", "–", ""]))
def test_digits_come_through_however_they_are_grouped(code: str, gap: str) -> None:
    told = gap.join(code[at : at + 4] for at in range(0, len(code), 4))
    assert clean_code(told) == code
    assert clean_code(grouped(code)) == code


def test_a_hidden_code_fits_what_shows_the_same_digits() -> None:
    assert fits("1723********", "172364539154")
    assert fits("1092892772161211718/1723****54", "172364539154")
    assert not fits("1723********", "182364539154")
    assert not fits("1723********", "1723*****")
    assert not fits("1723****9154", "17239")


def test_meituan_and_dianping_share_their_vouchers() -> None:
    assert set(family("dianping")) == {"meituan", "dianping"}
    assert family("douyin") == ("douyin",)
