"""The question at the counter: chips, channels, the code word, and all the rest."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from merchant_desk.desk import Desk
from merchant_desk.shell.frame import Frame
from merchant_desk.sources.ui.source_picker import Said, SourcePicker
from tests.ui.counter import Counter, Hand, focused, show
from tests.ui.plain_text import MARKUP, assert_plain

Key = Qt.Key


@pytest.fixture
def counter(desk: Desk) -> Counter:
    return Counter(desk)


@pytest.fixture
def videos(counter: Counter) -> list[str]:
    """Six contents of the last month, the newest first."""
    kinds = ("short_video", "live_stream", "grass_post", "short_video", "short_video", "live_stream")
    return [counter.content(f"标题 {n}", kind, days_ago=n + 1) for n, kind in enumerate(kinds)]


class Asked:
    """A picker on screen and what it said."""

    def __init__(self, qtbot: QtBot, frame: Frame, **more: str) -> None:
        self.picker = SourcePicker(frame, **more)
        self.said: list[Said | None] = []
        self.picker.said.connect(self.said.append)
        show(qtbot, self.picker, height=500)
        self.hand = Hand()

    def texts(self) -> list[str]:
        return [chip.text() for chip in self.picker.chips.chips()]

    def press(self, key: str) -> None:
        chip = self.picker.chips.chip(key) or self.picker.results.chip(key)
        assert chip is not None, key
        self.hand.click(chip)


@pytest.fixture
def asked(qtbot: QtBot, page_frame: Frame, videos: list[str]) -> Asked:
    return Asked(qtbot, page_frame)


# ---------------------------------------------------------------- chips


def test_the_likeliest_contents_come_first_then_the_channels(asked: Asked) -> None:
    assert asked.texts() == [
        "Short video “标题 0” 19 Aug",
        "Live stream “标题 1” 18 Aug",
        "Grass post “标题 2” 17 Aug",
        "Short video “标题 3” 16 Aug",
        "Referral",
        "Search / map",
        "Passing by",
        "More…",
    ]


def test_one_touch_says_it(asked: Asked, videos: list[str]) -> None:
    asked.press(f"content:{videos[1]}")
    assert asked.hand.count == 1
    assert asked.said == [(videos[1], None, "asked")]
    assert asked.picker.value() == asked.picker.new_value() == (videos[1], None, "asked")


def test_a_channel_is_an_answer(asked: Asked) -> None:
    asked.press("channel:referral")
    assert asked.said == [(None, "referral", "asked")]


def test_one_answer_takes_the_place_of_another(asked: Asked, videos: list[str]) -> None:
    asked.press("channel:referral")
    asked.press(f"content:{videos[0]}")
    assert asked.picker.value() == (videos[0], None, "asked")
    assert [chip.key for chip in asked.picker.chips.chips() if chip.isChecked()] == [f"content:{videos[0]}"]


def test_pressing_a_chosen_chip_clears_it(asked: Asked) -> None:
    asked.press("channel:referral")
    asked.press("channel:referral")
    assert asked.said == [(None, "referral", "asked"), None]
    assert asked.picker.value() is None
    assert asked.picker.chips.current() == ""


def test_what_promotes_the_service_comes_first(
    qtbot: QtBot, page_frame: Frame, counter: Counter, videos: list[str]
) -> None:
    service = counter.services[0].id
    old = counter.content("单色特辑", days_ago=20, service_id=service)
    asked = Asked(qtbot, page_frame, service_id=service)
    assert asked.picker.chips.chips()[0].key == f"content:{old}"


def test_what_this_customer_named_before_comes_first(
    qtbot: QtBot, page_frame: Frame, counter: Counter, videos: list[str]
) -> None:
    customer = counter.customer()
    counter.desk.sources.say(content_id=videos[5], customer_id=customer)
    asked = Asked(qtbot, page_frame, customer_id=customer)
    assert asked.picker.chips.chips()[0].key == f"content:{videos[5]}"


def test_another_service_orders_the_chips_anew_and_keeps_the_answer(
    asked: Asked, counter: Counter, videos: list[str]
) -> None:
    service = counter.services[0].id
    old = counter.content("单色特辑", days_ago=20, service_id=service)
    asked.press(f"content:{videos[3]}")
    asked.picker.set_subject(service_id=service)
    # The answer, which is no longer among the likeliest, and then what promotes the service.
    assert [chip.key for chip in asked.picker.chips.chips()[:2]] == [f"content:{videos[3]}", f"content:{old}"]
    assert asked.picker.value() == (videos[3], None, "asked")
    assert asked.picker.chips.current() == f"content:{videos[3]}"
    assert len(asked.said) == 1


# ---------------------------------------------------------------- the keyboard


def test_one_stop_of_tab_for_all_chips(asked: Asked) -> None:
    asked.picker.code.setFocus()
    QTest.keyClick(focused(), Key.Key_Tab)
    assert focused() is asked.picker.chips.chips()[0]
    tabbed = [chip for chip in asked.picker.chips.chips() if chip.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert tabbed == [asked.picker.chips.chips()[0]]


def test_arrows_and_space(asked: Asked, videos: list[str]) -> None:
    asked.picker.chips.take_focus()
    asked.hand.key(Key.Key_Right)
    asked.hand.key(Key.Key_Right)
    asked.hand.key(Key.Key_Left)
    asked.hand.key(Key.Key_Space)
    assert asked.picker.value() == (videos[1], None, "asked")
    asked.hand.key(Key.Key_Return)
    assert asked.picker.value() is None


def test_down_goes_to_the_row_below_and_up_comes_back(asked: Asked) -> None:
    first = asked.picker.chips.chips()[0]
    asked.picker.chips.take_focus()
    asked.hand.key(Key.Key_Down)
    below = focused()
    assert below.y() > first.y()
    assert below.x() == first.x()
    asked.hand.key(Key.Key_Up)
    assert focused() is first
    asked.hand.key(Key.Key_Up)
    assert focused() is first


def test_left_from_the_first_goes_to_the_last(asked: Asked) -> None:
    asked.picker.chips.take_focus()
    asked.hand.key(Key.Key_Left)
    assert focused().accessibleName() == "More…"


# ---------------------------------------------------------------- code words


@pytest.mark.parametrize("dress", [str.lower, str.upper, lambda word: f" {word[:2]} {word[2:].lower()} "])
def test_a_code_word_in_any_dress_is_chosen_at_once(
    asked: Asked, counter: Counter, videos: list[str], dress: object
) -> None:
    word = dress(counter.code(videos[4]))  # type: ignore[operator]
    asked.hand.type(word, asked.picker.code)
    assert asked.picker.value() == (videos[4], None, "code")
    chip = asked.picker.chips.chips()[0]
    assert (chip.key, chip.isChecked()) == (f"content:{videos[4]}", True)


def slip(word: str) -> str:
    """The word with its last character wrong."""
    return word[:-1] + ("2" if word[-1] != "2" else "3")


def test_one_wrong_character_is_asked_about_and_never_guessed(
    asked: Asked, counter: Counter, videos: list[str]
) -> None:
    word = counter.code(videos[2])
    asked.hand.type(slip(word), asked.picker.code)
    assert asked.picker.value() is None
    assert not asked.picker.yes.isVisible()
    asked.hand.key(Key.Key_Return)
    assert asked.picker.value() is None
    assert asked.picker._asked.text() == f"Did you mean {word} “标题 2”?"
    asked.hand.click(asked.picker.yes)
    assert asked.said == [(videos[2], None, "code")]
    assert asked.picker.code.text() == word
    assert not asked.picker.yes.isVisible()
    assert focused() is asked.picker.chips.chip(f"content:{videos[2]}")


def test_leaving_the_field_asks_too(asked: Asked, counter: Counter, videos: list[str]) -> None:
    asked.hand.type(slip(counter.code(videos[2])), asked.picker.code)
    asked.hand.key(Key.Key_Tab)
    assert asked.picker.yes.isVisible()


def test_an_unknown_word_names_the_nearest(asked: Asked, counter: Counter, videos: list[str]) -> None:
    asked.hand.type("!!888888", asked.picker.code)
    asked.hand.key(Key.Key_Return)
    told = asked.picker._asked.text()
    assert "888888" in told
    assert any(counter.code(video) in told for video in videos)
    assert asked.picker.value() is None
    assert asked.picker.code.text() == "!!888888"


def test_where_there_are_no_codes_there_is_no_nearest(qtbot: QtBot, page_frame: Frame) -> None:
    asked = Asked(qtbot, page_frame)
    asked.hand.type("A7K2", asked.picker.code)
    asked.hand.key(Key.Key_Return)
    assert "A7K2" in asked.picker._asked.text()
    assert not asked.picker.yes.isVisible()


def test_typing_on_takes_the_choice_back(asked: Asked, counter: Counter, videos: list[str]) -> None:
    asked.hand.type(counter.code(videos[4]), asked.picker.code)
    QTest.keyClicks(asked.picker.code, "X")
    assert asked.picker.value() is None
    assert asked.said == [(videos[4], None, "code"), None]


def test_a_chip_empties_the_code_field(asked: Asked, counter: Counter, videos: list[str]) -> None:
    asked.hand.type(counter.code(videos[4]), asked.picker.code)
    asked.press("channel:passing_by")
    assert asked.picker.code.text() == ""
    assert asked.picker.value() == (None, "passing_by", "asked")


def test_a_word_that_names_nothing_is_not_settled(asked: Asked, counter: Counter, videos: list[str]) -> None:
    assert asked.picker.settled()
    asked.hand.type(slip(counter.code(videos[2])), asked.picker.code)
    assert not asked.picker.settled()
    assert asked.picker.yes.isVisible()
    asked.hand.click(asked.picker.yes)
    assert asked.picker.settled()


# ---------------------------------------------------------------- the rest


def test_more_shows_every_channel_and_doesnt_remember_last(asked: Asked, counter: Counter) -> None:
    counter.desk.sources.add_channel("隔壁咖啡店")
    asked.picker._load()
    asked.press("more")
    texts = asked.texts()
    assert texts[-1] == "Doesn't remember"
    assert "隔壁咖啡店" in texts
    assert "Short video, not known which" in texts
    assert "More…" not in texts
    assert sum("标题" in text for text in texts) == 6
    assert focused() is asked.picker.search
    asked.press("channel:unknown")
    assert asked.picker.value() == (None, "unknown", "asked")


def test_every_content_can_be_searched_for(asked: Asked, counter: Counter) -> None:
    old = counter.content("去年的圣诞款", days_ago=240)
    asked.press("more")
    asked.hand.type("shengdan")
    assert [chip.key for chip in asked.picker.results.chips()] == [f"content:{old}"]
    asked.hand.key(Key.Key_Return)
    assert asked.picker.value() == (old, None, "asked")
    assert asked.picker.chips.current() == f"content:{old}"


def test_down_from_the_search_goes_to_what_was_found(asked: Asked, counter: Counter) -> None:
    old = counter.content("去年的圣诞款", days_ago=240)
    asked.press("more")
    asked.hand.type("qunian")
    asked.hand.key(Key.Key_Down)
    asked.hand.key(Key.Key_Space)
    assert asked.picker.value() == (old, None, "asked")


def test_a_search_that_finds_nothing_says_so(asked: Asked) -> None:
    asked.press("more")
    asked.hand.type("xyzxyz")
    assert asked.picker._none_found.isVisible()
    assert asked.picker.results.chips() == []


# ---------------------------------------------------------------- what is known already


def test_what_is_known_is_shown_and_is_no_news(asked: Asked, videos: list[str]) -> None:
    asked.picker.know((videos[5], None, "code"), "known already: Code word")
    assert asked.picker.value() == (videos[5], None, "code")
    assert asked.picker.new_value() is None
    assert asked.picker.chips.current() == f"content:{videos[5]}"
    assert asked.said == []
    assert asked.picker._how.isVisible()
    asked.press("channel:referral")
    assert not asked.picker._how.isVisible(), "that was the evidence of the other one"


def test_saying_the_same_again_is_no_news(asked: Asked, videos: list[str]) -> None:
    asked.picker.know((videos[0], None, "code"))
    asked.press("channel:referral")
    assert asked.picker.new_value() == (None, "referral", "asked")
    asked.press(f"content:{videos[0]}")
    assert asked.picker.value() == (videos[0], None, "code")
    assert asked.picker.new_value() is None


def test_a_code_word_said_now_is_news_though_the_content_is_known(
    asked: Asked, counter: Counter, videos: list[str]
) -> None:
    asked.picker.know((videos[0], None, "asked"))
    asked.hand.type(counter.code(videos[0]), asked.picker.code)
    assert asked.picker.new_value() == (videos[0], None, "code")


def test_a_word_that_names_nothing_is_asked_about_where_the_source_is_known_by_code_too(
    asked: Asked, counter: Counter, videos: list[str]
) -> None:
    asked.picker.know((videos[0], None, "code"))
    asked.hand.type("ZZZZ", asked.picker.code)
    assert not asked.picker.settled()
    asked.hand.type(counter.code(videos[0]), asked.picker.code)
    assert asked.picker.settled()


def test_what_is_no_code_word_may_be_meant_for_something_else(asked: Asked) -> None:
    asked.picker.elsewhere = "6901234567892".__eq__
    asked.hand.type("6901234567892", asked.picker.code)
    asked.hand.key(Key.Key_Return)
    assert (asked.picker.code.text(), asked.picker._asked.isVisible()) == ("", False)
    assert asked.picker.settled()


def test_what_was_said_here_stays_when_more_becomes_known(asked: Asked, videos: list[str]) -> None:
    asked.press("channel:referral")
    asked.picker.know((videos[0], None, "code"))
    assert asked.picker.value() == (None, "referral", "asked")


def test_another_customer_takes_what_was_known_along(asked: Asked, videos: list[str]) -> None:
    asked.picker.know((videos[0], None, "code"))
    asked.picker.know(None)
    assert asked.picker.value() is None


def test_titles_are_plain_text(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    content = counter.content(MARKUP)
    asked = Asked(qtbot, page_frame)
    asked.hand.type(slip(counter.code(content)), asked.picker.code)
    asked.hand.key(Key.Key_Return)
    assert MARKUP in asked.picker._asked.text()
    assert_plain(asked.picker)
    assert all("&" not in chip.text().replace("&&", "") for chip in asked.picker.chips.chips())


def test_an_ampersand_is_shown_as_one(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    counter.content("A & B")
    asked = Asked(qtbot, page_frame)
    assert asked.picker.chips.chips()[0].accessibleName().startswith("Short video “A & B”")
    assert "A && B" in asked.texts()[0]
