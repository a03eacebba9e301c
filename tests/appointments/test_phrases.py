"""The tables of phrases, read one by one, and what must hold for any line at all."""

from __future__ import annotations

import datetime as dt
import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from merchant_desk.appointments.phrases.days_en import WORDS
from merchant_desk.appointments.phrases.model import Lexicon, Reading
from merchant_desk.appointments.phrases.reading import read, words_to_look_up
from tests.appointments import phrases_en, phrases_zh
from tests.appointments.phrase_shop import EN, NOW, ZH, Phrase

TODAY = NOW.date()


def check(phrase: Phrase, reading: Reading) -> None:
    said = (
        reading.day,
        reading.time,
        reading.minutes or 0,
        reading.customer.id if reading.customer else "",
        tuple(service.name for service in reading.services),
        reading.worker.name if reading.worker else "",
        tuple(question.code for question in reading.questions),
        reading.left,
    )
    assert said == (
        phrase.date(),
        phrase.clock(),
        phrase.minutes,
        phrase.who,
        phrase.services,
        phrase.worker,
        phrase.asks,
        phrase.left,
    )
    if phrase.offers:
        choices = {word for choice in reading.questions[0].choices for word in (choice.value, choice.name)}
        assert set(phrase.offers) <= choices
    assert set(phrase.said) <= {remark.code for remark in reading.remarks}
    if reading.day and reading.time and not phrase.asks:
        assert reading.start == dt.datetime.combine(reading.day, reading.time)


@pytest.mark.parametrize("phrase", phrases_zh.PHRASES, ids=lambda phrase: phrase.text)
def test_chinese(phrase: Phrase) -> None:
    check(phrase, read(phrase.text, ZH, NOW))


@pytest.mark.parametrize("phrase", phrases_en.PHRASES, ids=lambda phrase: phrase.text)
def test_english(phrase: Phrase) -> None:
    check(phrase, read(phrase.text, EN, NOW))


def test_the_tables_are_as_long_as_they_should_be() -> None:
    assert len({phrase.text for phrase in phrases_zh.PHRASES}) >= 80
    assert len({phrase.text for phrase in phrases_en.PHRASES}) >= 80


# ---- what must hold for any line

_PARTS = (
    *(
        "明天",
        "今天",
        "下",
        "周",
        "三",
        "3",
        "月",
        "号",
        "点",
        "半",
        "一刻",
        "下午",
        "晚上",
        "初",
        "八",
        "十",
        "分钟",
        "个",
        "小时",
    ),
    *(
        "后",
        "到",
        "-",
        "/",
        ".",
        ":",
        " ",
        " ",
        "王",
        "女士",
        "小雨",
        "法式",
        "美甲",
        "+",
        "和",
        "做",
        "的",
        "两",
        "零",
        "百",
    ),
    *(
        "fri",
        "next ",
        "mon",
        "4",
        "pm",
        "to ",
        "in ",
        "for ",
        "half past ",
        "with ",
        "@",
        "ana",
        "lash",
        "mar ",
        "31",
        "th",
    ),
    *(
        "quarter ",
        "hour",
        "min",
        "and a half",
        "0",
        "2026",
        "29",
        "feb",
        "'s",
        "each ",
        "１",
        "：",
        "點",
        "\u200b",
        "🙂",
    ),
)
_LINES = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(_PARTS), max_size=14).map("".join),
    st.lists(st.sampled_from(_PARTS), max_size=12).map(" ".join),
)
_MOMENTS = st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2120, 12, 31))


@given(_LINES, _MOMENTS, st.sampled_from((ZH, EN)))
def test_any_line_can_be_read_and_nothing_of_it_is_dropped(
    typed: str, now: dt.datetime, lexicon: Lexicon
) -> None:
    reading = read(typed, lexicon, now)
    at = 0
    for piece in reading.pieces:
        assert not reading.text[at : piece.start].strip()
        assert at <= piece.start < piece.end
        at = piece.end
    assert not reading.text[at:].strip()
    for piece in reading.pieces:
        if piece.kind == "left":
            assert any(piece.text.strip() in words for words in reading.left)
    assert len(words_to_look_up(typed, lexicon, now)) <= 3


@given(_LINES, _MOMENTS)
def test_every_choice_of_a_question_can_be_taken(typed: str, now: dt.datetime) -> None:
    reading = read(typed, ZH, now)
    for question in (*reading.questions, *reading.remarks):
        for choice in question.choices:
            after = read(typed, ZH, now, {question.about: choice})
            asked = {other.about for other in after.questions}
            assert question.about not in asked, (question, choice)


@given(_LINES, _MOMENTS)
def test_today_is_inferred_only_where_every_word_is_understood(typed: str, now: dt.datetime) -> None:
    reading = read(typed, EN, now)
    if any(remark.code == "today" for remark in reading.remarks):
        assert not any(character.isalnum() for word in reading.left for character in word)
        assert reading.start is not None
        assert reading.start > now


@given(st.sampled_from(WORDS), st.integers(0, 8), st.sampled_from(string.ascii_lowercase), st.booleans())
def test_a_mistyped_day_is_never_today(word: str, at: int, letter: str, more: bool) -> None:
    typed = word[:at] + letter + word[at if more else at + 1 :]
    alone = read(typed, EN, NOW)
    assume(alone.day is None and not alone.services and alone.customer is None)
    for line in (
        f"{typed} 4pm Ana lash fill",
        f"Ana 4pm {typed}",
        f"4pm for Ana lash fill {typed} with Momo",
    ):
        reading = read(line, EN, NOW)
        assert reading.day is None, line
        assert reading.start is None


@given(st.text(alphabet="腊冬闰廿旬夭昍朋翌晌曰目冃晨旦阴", min_size=1, max_size=4))
def test_a_strange_chinese_day_is_never_today(word: str) -> None:
    assume(read(word, ZH, NOW).time is None)
    for line in (f"{word} 下午3点 李悦 单色美甲", f"{word}下午3点 李悦", f"李悦下午3点{word}"):
        reading = read(line, ZH, NOW)
        assert reading.day is None, line


@given(
    st.permutations(["明天", "下午三点半", "王女士", "法式美甲", "小雨", "90分钟"]),
    st.sampled_from([" ", "  ", "，", "、"]),
)
def test_chinese_words_may_come_in_any_order(words: list[str], blank: str) -> None:
    reading = read(blank.join(words), ZH, NOW)
    assert reading.start == dt.datetime(2026, 3, 5, 15, 30)
    assert reading.minutes == 90
    assert reading.customer is not None
    assert reading.customer.name == "王女士"
    assert [service.name for service in reading.services] == ["法式美甲"]
    assert reading.worker is not None
    assert reading.worker.name == "小雨"
    assert (reading.questions, reading.left) == ((), ())
