"""Names are found however they are typed: characters, pinyin, initials, other cases and widths."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts import pinyin_table
from merchant_desk.core.pinyin import MOST_SPELLINGS, fold, search_key, syllables


def test_the_table_is_what_its_script_makes() -> None:
    assert pinyin_table.TABLE.read_text(encoding="utf-8") == pinyin_table.table()


@pytest.mark.parametrize(
    ("char", "readings"),
    [
        ("王", ("wang",)),
        ("吕", ("lv",)),
        ("茜", ("qian", "xi")),
        ("长", ("chang", "zhang")),
        ("娜", ("na", "nuo")),
        ("佛", ("fo",)),
        ("國", ("guo",)),
        ("〇", ("ling",)),
        ("喆", ("zhe",)),
        ("a", ()),
        ("1", ()),
        ("の", ()),
        ("김", ()),
        ("😀", ()),
        ("", ()),
    ],
)
def test_readings_of_a_character(char: str, readings: tuple[str, ...]) -> None:
    assert syllables(char) == readings


@pytest.mark.parametrize(
    ("name", "pinyin", "initials"),
    [
        ("王小雨", "wangxiaoyu", "wxy"),
        ("单小姐", "shanxiaojie", "sxj"),
        ("曾静", "zengjing", "zj"),
        ("仇敏", "qiumin", "qm"),
        ("朴女士", "piaonvshi", "pns"),
        ("查良", "zhaliang", "zl"),
        ("解晓东", "xiexiaodong", "xxd"),
        ("任静", "renjing", "rj"),
        ("华晨", "huachen", "hc"),
        ("盖丽", "geli", "gl"),
        ("区丽", "ouli", "ol"),
        ("尉迟敬", "yuchijing", "ycj"),
        ("万俟静", "moqijing", "mqj"),
        ("长孙雪", "zhangsunxue", "zsx"),
        ("單小姐", "shanxiaojie", "sxj"),
        ("Momo李", "momoli", "ml"),
        ("李 Momo", "limomo", "lm"),
    ],
)
def test_pinyin_comes_second_and_the_surname_is_read_as_one(name: str, pinyin: str, initials: str) -> None:
    key = search_key(name)
    assert key.startswith(f"{fold(name)} {pinyin} ")
    assert initials in key.split(" ")


def test_a_surname_character_is_also_read_as_it_is_elsewhere() -> None:
    assert {"dansemeijia", "dsmj", "shansemeijia"} <= set(search_key("单色美甲").split(" "))


def test_a_double_surname_is_read_in_one_way_only() -> None:
    assert "wansi" not in search_key("万俟静")
    assert "changsun" not in search_key("长孙雪")


@pytest.mark.parametrize(
    ("name", "typed"),
    [("胡茜", "huqian"), ("胡茜", "huxi"), ("吕静", "lvjing"), ("吕静", "lujing"), ("王乐", "wangyue")],
)
def test_every_common_reading_is_found(name: str, typed: str) -> None:
    assert typed in search_key(name).split(" ")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Ana García", {"ana", "garcía", "garcia", "ag"}),
        ("Zoë", {"zoë", "zoe"}),
        ("Nguyễn", {"nguyễn", "nguyen"}),
        ("<b>x</b>", {"<b>x</b>"}),
        ("100%_\\", {"100%_\\"}),
        ("김민수", {"김민수"}),
        ("さくら", {"さくら"}),
        ("😀", {"😀"}),
    ],
)
def test_names_of_any_script_stay_what_they_are(name: str, words: set[str]) -> None:
    assert set(search_key(name).split(" ")) == words


def test_more_words_are_folded_and_stand_behind() -> None:
    assert search_key("王静", "WX_Jing", "", "13812345678") == "王静 wangjing wj wx_jing 13812345678"


def test_a_name_full_of_odd_readings_keeps_its_key_short() -> None:
    words = search_key("乐茜行重阿长调行").split(" ")
    assert len(words) <= 1 + 2 * MOST_SPELLINGS


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Ana\t García\n", "ana garcía"),
        ("ＡＮＡ　１２", "ana 12"),
        ("王\u3000女士", "王 女士"),
        ("Straße", "strasse"),
        ("ﬁona", "fiona"),
        ("\u202d138\u202c\u200b", "138"),
        ("", ""),
        ("\u200b \n", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_and_leaves_single_blanks(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert "  " not in once
    assert once == once.strip()


@given(st.text(min_size=1, max_size=20))
def test_a_key_starts_with_the_folded_name(name: str) -> None:
    assert search_key(name).startswith(fold(name))
