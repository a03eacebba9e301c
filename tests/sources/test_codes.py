from __future__ import annotations

import itertools
import random
import re

import pytest

from merchant_desk.core.errors import DeskError
from merchant_desk.sources import codes


def differing(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def test_a_code_word_is_letter_digit_letter_digit_of_the_unmistakable_ones() -> None:
    dice = random.Random(1)
    for _ in range(300):
        word = codes.new_code((), dice)
        assert re.fullmatch(r"[A-Z][0-9][A-Z][0-9]", word)
        assert not set(word) & set("0O1ILB8")


def test_the_same_dice_give_the_same_word() -> None:
    assert codes.new_code(["A7K2"], random.Random(5)) == codes.new_code(["A7K2"], random.Random(5))


def test_words_in_use_stay_two_slips_apart_while_there_is_room() -> None:
    dice = random.Random(2)
    used: list[str] = []
    for _ in range(150):
        used.append(codes.new_code(used, dice))
    assert len(set(used)) == 150
    assert min(differing(a, b) for a, b in itertools.combinations(used, 2)) >= 2


def test_the_first_words_are_three_slips_apart() -> None:
    dice = random.Random(3)
    used: list[str] = []
    for _ in range(12):
        used.append(codes.new_code(used, dice))
    assert min(differing(a, b) for a, b in itertools.combinations(used, 2)) >= 3


def test_the_last_free_short_word_is_found_and_after_it_longer_ones_come() -> None:
    short = [
        a + b + c + d
        for a, b, c, d in itertools.product(codes.LETTERS, codes.DIGITS, codes.LETTERS, codes.DIGITS)
    ]
    assert len(short) == 23_716
    last = "Z9Y4"
    assert codes.new_code([word for word in short if word != last], random.Random(1)) == last
    assert re.fullmatch(r"([A-Z][0-9]){3}", codes.new_code(short, random.Random(1)))


def test_a_word_already_used_is_not_made_again_however_it_is_written() -> None:
    dice = random.Random(9)
    word = codes.new_code((), random.Random(9))
    assert codes.new_code([f" {word.lower()} "], dice) != word


LIVE = {"A7K2": "content-1", "G9Y4": "content-2"}


@pytest.mark.parametrize(
    "typed", ["A7K2", "a7k2", " a7 k2 ", "Ａ７Ｋ２", "a-7-k-2", "A7K2。", "「a7k2」", "a7\u3000k2"]
)
def test_case_width_spaces_and_marks_do_not_matter(typed: str) -> None:
    assert codes.find(typed, LIVE) == codes.CodeMatch("A7K2", "content-1", exact=True)


@pytest.mark.parametrize(
    "typed", ["A7K3", "b7k2", "AIK2", "A7X2", "A7KZ", "7AK2", "A72K", "A7K", "7K2", "A7K22", "AA7K2"]
)
def test_one_slip_is_recognised_but_not_taken_for_certain(typed: str) -> None:
    assert codes.find(typed, LIVE) == codes.CodeMatch("A7K2", "content-1", exact=False)


@pytest.mark.parametrize("typed", ["", "  ", "A3X2", "2K7A", "hello", "G9", "K7A2", "<b>x</b>", "抖音"])
def test_two_slips_are_too_many(typed: str) -> None:
    assert codes.find(typed, LIVE) is None


def test_a_wrong_character_is_nearer_than_a_missing_one_whatever_the_order() -> None:
    live = {"A7K2": "wrong character", "A7K": "one too many"}
    for order in (live, dict(reversed(live.items()))):
        assert codes.find("A7K3", order) == codes.CodeMatch("A7K2", "wrong character", exact=False)


def test_an_exact_word_wins_over_its_neighbours() -> None:
    live = {"A7K2": "one", "A7K3": "other"}
    assert codes.find("a7k3", live) == codes.CodeMatch("A7K3", "other", exact=True)


def test_no_word_left_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codes, "_LENGTHS", (4,))
    short = ["".join(w) for w in itertools.product(codes.LETTERS, codes.DIGITS, codes.LETTERS, codes.DIGITS)]
    with pytest.raises(DeskError) as refused:
        codes.new_code(short, random.Random(1))
    assert refused.value.code == "no_code_left"
