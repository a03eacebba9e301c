"""Code words: short, sayable words that stand for one content each."""

from __future__ import annotations

import itertools
import random
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from merchant_desk.core.errors import DeskError

# Without 0 O 1 I L B 8: they are misread on a screen and misheard over a dryer.
LETTERS = "ACDEFGHJKMNPQRSTUVWXYZ"
DIGITS = "2345679"
_TRIES = 40
_LENGTHS = (4, 6)


@dataclass(frozen=True, slots=True)
class CodeMatch:
    """A live code word that what was typed stands for, or nearly does.

    `exact` False means that one character differs: ask before using it.
    """

    code: str
    content_id: str
    exact: bool


def normal(text: str) -> str:
    """The code word in `text` as it is kept: half-width, upper case, letters and digits only."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).upper() if char.isalnum())


def new_code(taken: Iterable[str], rng: random.Random | None = None) -> str:
    """A word of letter, digit, letter, digit that is not in `taken`.

    It differs from each of them in as many characters as a few tries can reach, so that one slip
    of the finger seldom turns one live word into another. When all 23,716 short words are taken
    the new one is six characters long. Raises DeskError "no_code_left" beyond that.
    """
    dice = rng or random.Random()
    used = {normal(code) for code in taken}
    for length in _LENGTHS:
        rivals = [code for code in used if len(code) == length]
        for blurred in (2, 1, 0):
            # A word shares no view with `blurred` characters masked: it differs in more than that.
            seen = {view for rival in rivals for view in _views(rival, blurred)}
            for _ in range(_TRIES):
                word = _word(length, dice)
                if seen.isdisjoint(_views(word, blurred)):
                    return word
        word = _first_free(length, used)
        if word:
            return word
    raise DeskError("no_code_left")


def find(text: str, live: Mapping[str, str]) -> CodeMatch | None:
    """The content that a typed code word names; `live` maps each code word to its content's id.

    Case, width and spaces do not matter. A word that is one character off (wrong, missing, one too
    many, or two swapped) comes back with `exact` False; among several such words one with only a
    wrong character comes first. None when nothing is that near.
    """
    typed = normal(text)
    if not typed:
        return None
    words = {normal(code): (code, content_id) for code, content_id in live.items()}
    if typed in words:
        return CodeMatch(*words[typed], exact=True)
    near = sorted((rank, word) for word in words if (rank := _slip(typed, word)))
    return CodeMatch(*words[near[0][1]], exact=False) if near else None


def _word(length: int, dice: random.Random) -> str:
    return "".join(dice.choice(DIGITS if at % 2 else LETTERS) for at in range(length))


def _first_free(length: int, used: set[str]) -> str:
    """The first unused word in order, '' when all are used: luck may miss the last few."""
    alphabets = [DIGITS if at % 2 else LETTERS for at in range(length)]
    # One more candidate than there are used words: one of them must be free, if that many exist.
    for number in range(len(used) + 1):
        rest, chars = number, []
        for alphabet in reversed(alphabets):
            rest, at = divmod(rest, len(alphabet))
            chars.append(alphabet[at])
        word = "".join(reversed(chars))
        if not rest and word not in used:
            return word
    return ""


def _views(word: str, blurred: int) -> list[str]:
    """The word with every choice of `blurred` characters masked."""
    return [
        "".join("*" if at in masked else char for at, char in enumerate(word))
        for masked in itertools.combinations(range(len(word)), blurred)
    ]


def _slip(typed: str, word: str) -> int:
    """1 for one wrong character, 2 for two swapped, 3 for one missing or one too many, 0 for more."""
    if len(typed) == len(word):
        wrong = [at for at, char in enumerate(word) if typed[at] != char]
        if len(wrong) == 1:
            return 1
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1
        return 2 if swapped and typed[wrong[0]] + typed[wrong[1]] == word[wrong[1]] + word[wrong[0]] else 0
    longer, shorter = (typed, word) if len(typed) > len(word) else (word, typed)
    if len(longer) - len(shorter) != 1:
        return 0
    return 3 if any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))) else 0
