"""How a content and a channel are named on screen."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from merchant_desk.shell import language, words

_WHICH_UNKNOWN = frozenset({"short_video", "live_stream", "grass_post"})


def content_words(kind: str, title: str, published: dt.date | None = None) -> str:
    """A content with its kind, and the day it came out: 'Short video “Autumn nails” 3 Aug'."""
    named = QCoreApplication.translate("sources", "{kind} “{title}”").format(
        kind=words.source_name(kind), title=title
    )
    return f"{named} {language.short_day(published)}" if published else named


def channel_words(kind: str, name: str = "") -> str:
    """A channel as an answer to the question: 'Passing by', 'Doesn't remember', or the shop's own name."""
    if name:
        return name
    if kind == "unknown":
        return QCoreApplication.translate("sources", "Doesn't remember")
    if kind in _WHICH_UNKNOWN:
        return QCoreApplication.translate("sources", "{kind}, not known which").format(
            kind=words.source_name(kind)
        )
    return words.source_name(kind)


def source_words(kind: str, title: str = "") -> str:
    """What brought somebody, from a row of the books: its kind, and its title where it has one."""
    if not kind:
        return ""
    if not title:
        return words.source_name(kind)
    return content_words(kind, title) if kind in _WHICH_UNKNOWN else title
