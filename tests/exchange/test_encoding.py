"""Which encoding a file was saved in."""

from __future__ import annotations

import pytest

from merchant_desk.core.errors import DeskError
from merchant_desk.exchange.encoding import decode, has_lost_characters, is_lost

MAINLAND = "姓名,手机,备注\n陈岚,134,喜欢靠窗\n龘靐,1,生僻字\n"
TAIWAN = "姓名,電話,備註\n陳小姐,0912,靠窗\n詹先生,09,怕痛\n"
FRENCH = "Nom,Téléphone,Notes\nZoë Müller,06,préfère la fenêtre\n"
ONE_WORD = "Name,Phone\nMüller,1\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (MAINLAND, "utf-8"),
        (MAINLAND, "utf-8-sig"),
        (MAINLAND, "utf-16"),
        (MAINLAND, "utf-16-le"),
        (MAINLAND, "utf-16-be"),
        (MAINLAND, "gb18030"),
        ("姓名,手机\n李雷,138\n", "gbk"),
        (TAIWAN, "big5"),
        (TAIWAN, "utf-8"),
        (FRENCH, "cp1252"),
        (FRENCH, "utf-8"),
        (ONE_WORD, "cp1252"),
        ("Name,Note\n王,a\n", "gbk"),
        ("plain,ascii\n1,2\n", "ascii"),
    ],
)
def test_text_comes_out_as_it_was_written(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_characters_only_gb18030_has_are_kept() -> None:
    text = "姓名,备注\n王㐂,𠮷祥物,常客\n" * 3
    assert decode(text.encode("gb18030")) == text


def test_one_byte_cut_off_loses_one_character_and_not_the_file() -> None:
    data = MAINLAND.encode("gb18030").rstrip(b"\n")
    assert decode(data[:-1]).startswith("姓名,手机,备注\n陈岚,134,喜欢靠窗\n")


@pytest.mark.parametrize("data", [b"\x81\x82\x83\x90\x8d\x8f" * 20, b"\xff\xfe\x00"])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(DeskError) as refused:
        decode(data)
    assert refused.value.code == "broken_text"


def test_zero_bytes_without_pattern_are_no_text() -> None:
    with pytest.raises(DeskError) as refused:
        decode(b"\x00" * 40 + b"abc")
    assert refused.value.code == "not_what_its_name_says"


@pytest.mark.parametrize("text", ["????", "??", "锟斤拷锟斤拷", "\ufffd\ufffd", "???-???"])
def test_lost_text_is_known(text: str) -> None:
    assert is_lost(text)
    assert has_lost_characters(text)


@pytest.mark.parametrize("text", ["why??", "陈岚", "?", "", "三分钟法式??"])
def test_a_question_is_not_lost_text(text: str) -> None:
    assert not is_lost(text)
