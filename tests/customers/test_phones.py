"""Telephone numbers in every form they are typed in, and the forms that are refused."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.core.errors import DeskError
from merchant_desk.customers.phones import Phone, read_phone, region_of, search_words, shown, typed_digits

MOBILE = "+8613812345678"


@pytest.mark.parametrize(
    "typed",
    [
        "13812345678",
        "138 1234 5678",
        "138-1234-5678",
        "138.1234.5678",
        "+86 138 1234 5678",
        "+86-13812345678",
        "+8613812345678",
        "(+86) 138 1234 5678",
        "0086 138-1234-5678",
        "008613812345678",
        "8613812345678",
        "\uff11\uff13\uff18\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18",
        "\uff0b\uff18\uff16 138\u30001234\u30005678",
        "\uff08+86\uff0913812345678",
        "138\u20131234\u20145678",
        "138\u22121234\u22125678",
        " 138\xa01234\xa05678 ",
        "\u202d138 1234 5678\u202c",
        "0 138 1234 5678",
    ],
)
def test_one_mobile_in_every_form(typed: str) -> None:
    phone = read_phone(typed)
    assert phone is not None
    assert (phone.e164, phone.tail) == (MOBILE, "5678")


@pytest.mark.parametrize(
    ("typed", "e164", "tail", "seen"),
    [
        ("021-87654321", "+862187654321", "4321", "021 8765 4321"),
        ("(021) 8765 4321", "+862187654321", "4321", "021 8765 4321"),
        ("0755-8888 8888", "+8675588888888", "8888", "0755 8888 8888"),
        ("+86 10 8765 4321", "+861087654321", "4321", "010 8765 4321"),
        ("021-87654321转123", "+862187654321x123", "4321", "021 8765 4321 x123"),
        ("021-87654321 轉 123", "+862187654321x123", "4321", "021 8765 4321 x123"),
        ("021-87654321（分机12）", "+862187654321x12", "4321", "021 8765 4321 x12"),
        ("021 8765 4321 ext. 9", "+862187654321x9", "4321", "021 8765 4321 x9"),
        ("021-87654321-801", "+862187654321x801", "4321", "021 8765 4321 x801"),
        ("0571-8765-4321", "+8657187654321", "4321", "0571 8765 4321"),
        ("400-820-8820", "+864008208820", "8820", "400 820 8820"),
        ("17412248244", "+8617412248244", "8244", "174 1224 8244"),
        ("+1 (415) 555-0000", "+14155550000", "0000", "+1 415-555-0000"),
        ("001 415 555 0000", "+14155550000", "0000", "+1 415-555-0000"),
        ("+44 20 7946 0958", "+442079460958", "0958", "+44 20 7946 0958"),
        ("+852 5123 4567", "+85251234567", "4567", "+852 5123 4567"),
    ],
)
def test_landlines_extensions_and_numbers_from_abroad(typed: str, e164: str, tail: str, seen: str) -> None:
    assert read_phone(typed) == Phone(e164, typed, tail)
    assert shown(e164) == seen


@pytest.mark.parametrize("blank", ["", "  ", "\u3000", "\u202d\u202c"])
def test_nothing_typed_is_no_number(blank: str) -> None:
    assert read_phone(blank) is None


@pytest.mark.parametrize(
    "typed",
    [
        "138****8000",
        "138 **** 8000",
        "138＊＊＊＊8000",
        "138xxxx8000",
        "138XXXX8000",
        "138××××8000",
        "138••••8000",
        "1381234****",
    ],
)
def test_a_masked_number_is_refused_as_such(typed: str) -> None:
    with pytest.raises(DeskError, match="masked_phone") as refusal:
        read_phone(typed)
    assert refusal.value.facts == {"phone": typed}


@pytest.mark.parametrize(
    "typed",
    [
        "12345",
        "1381234567",
        "138123456789",
        "12812345678",
        "87654321",
        "abc",
        "微信 abc",
        "1.38E+10",
        "13812345678.0",
        "13812345678/13912345678",
        "13812345678 13912345678",
        "+999 1234 5678",
        "+1 415 555",
        "٠١٢٣٤٥٦٧٨٩٠",
        "-",
        "+",
        "转123",
        "<b>13812345678</b>",
        "1" * 5000,
    ],
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(DeskError, match="bad_phone") as refusal:
        read_phone(typed)
    assert refusal.value.facts == {"phone": typed}


def test_a_shop_abroad_reads_its_own_numbers() -> None:
    assert read_phone("(415) 555-0000", "US") == Phone("+14155550000", "(415) 555-0000", "0000")
    assert shown("+14155550000", "US") == "(415) 555-0000"
    assert shown(MOBILE, "US") == "+86 138 1234 5678"
    phone = read_phone("+86 138 1234 5678", "US")
    assert phone is not None
    assert phone.e164 == MOBILE
    with pytest.raises(DeskError, match="bad_phone"):
        read_phone("555-0000", "US")


@pytest.mark.parametrize(
    ("zone", "region"),
    [
        ("Asia/Shanghai", "CN"),
        ("Asia/Urumqi", "CN"),
        ("America/New_York", "US"),
        ("Europe/London", "GB"),
        ("Australia/Sydney", "AU"),
        ("Asia/Hong_Kong", "HK"),
        ("UTC", "CN"),
    ],
)
def test_the_zone_says_the_country(zone: str, region: str) -> None:
    assert region_of(zone) == region


def test_a_number_is_found_as_dialled_at_home_and_from_abroad() -> None:
    assert search_words(MOBILE) == ("13812345678",)
    assert search_words("+862187654321x12") == ("02187654321", "862187654321")
    assert search_words("+442079460958") == ("02079460958", "442079460958")
    assert search_words("") == ()


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("138", "138"),
        ("138-12", "13812"),
        ("+86 138", "138"),
        ("0086138", "138"),
        ("+1 415", "1415"),
        ("021", "021"),
        ("1", ""),
        ("wang 138", ""),
        ("", ""),
        ("%", ""),
    ],
)
def test_half_a_number_is_digits(typed: str, digits: str) -> None:
    assert typed_digits(typed) == digits


def test_a_chinese_mobile_needs_no_library() -> None:
    code = (
        "import sys\n"
        "from merchant_desk.customers import acts, store\n"
        "from merchant_desk.customers.phones import read_phone, region_of, search_words, shown\n"
        "phone = read_phone('+86 138 1234 5678', region_of('Asia/Shanghai'))\n"
        "assert shown(phone.e164) and search_words(phone.e164)\n"
        "print([name for name in sys.modules if name.startswith('phonenumbers')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True), st.sampled_from(["{}", "+86{}", "0086 {}", "86{}"]))
def test_what_is_shown_reads_as_the_same_number(mobile: str, form: str) -> None:
    phone = read_phone(form.format(mobile))
    assert phone is not None
    assert phone.e164 == f"+86{mobile}"
    assert read_phone(shown(phone.e164)) == Phone(phone.e164, shown(phone.e164), mobile[-4:])


@given(st.text(max_size=25))
def test_any_text_is_a_number_nothing_or_a_refusal(text: str) -> None:
    try:
        phone = read_phone(text)
        code = ""
    except DeskError as refusal:
        phone, code = None, refusal.code
    assert code in {"", "bad_phone", "masked_phone"}
    assert phone is None or (phone.e164.startswith("+") and phone.tail.isdigit())
