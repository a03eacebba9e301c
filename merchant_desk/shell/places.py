"""What the window is made of, as its app hands it over: places to go to and commands to give."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from merchant_desk.shell.page import Page


class Place(NamedTuple):
    """One page of the window: its key, words, icon, shortcut, and how it is made at the first visit."""

    key: str
    words: str
    icon: str
    shortcut: str
    make: Callable[[], Page]
    at_bottom: bool = False


class Command(NamedTuple):
    """One thing to do from anywhere: icon, words, shortcut ("" for none), and the act.

    What is `to_read` is offered in the guide too.
    """

    icon: str
    words: str
    shortcut: str
    act: Callable[[], object]
    to_read: bool = False


class Keys(NamedTuple):
    """The keys that hold in one part of the window: its heading, and what they do."""

    heading: str
    lines: Sequence[tuple[str, Sequence[str]]]  # words, and the keys for it
