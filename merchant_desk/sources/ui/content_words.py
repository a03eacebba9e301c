"""How a content is told of on its page: one line about it, and the words to say in it."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from merchant_desk.shell import language, words
from merchant_desk.sources.model import Content

_LINK = re.compile(r"https?://[^\s<>\"'，。；！）】」”]+", re.IGNORECASE)
_DOMAIN = re.compile(r"[\w-]+(\.[\w-]+)+(/\S*)?", re.ASCII)


def content_line(content: Content, today: dt.date) -> str:
    """'Live stream · Douyin · 10 Aug 20:00 · 2 h 10 min'; videos and posts go without the time."""
    start = content.published_at
    parts = [words.source_name(content.kind), words.platform_name(content.platform)]
    when = language.near_day(start.date(), today)
    if content.kind != "live_stream":
        return " · ".join([*parts, when])
    parts.append(f"{when} {language.time_text(start)}")
    if content.ended_at is not None and content.ended_at > start:
        parts.append(language.minutes_text(int((content.ended_at - start).total_seconds() // 60)))
    return " · ".join(parts)


def words_to_say(content: Content) -> str:
    """What to say or write in a content, so that customers name it."""
    return QCoreApplication.translate(
        "sources", "Say the code word {code} when you come in, and we know “{title}” brought you."
    ).format(code=content.code, title=content.title)


def how_to_use(kind: str) -> str:
    """What the code word is for, in one sentence."""
    if kind == "live_stream":
        return QCoreApplication.translate(
            "sources", "Say the code word in the stream; a customer who names it is logged to this one."
        )
    if kind == "grass_post":
        return QCoreApplication.translate(
            "sources", "Write the code word in the post; a customer who names it is logged to this one."
        )
    return QCoreApplication.translate(
        "sources", "Say the code word in the video; a customer who names it is logged to this one."
    )


def read_link(text: str) -> str | None:
    """The address in what was pasted, also out of an app's share text; '' for nothing, None for no link."""
    plain = text.strip()
    if not plain:
        return ""
    found = _LINK.search(plain)
    if found:
        return found[0]
    return f"https://{plain}" if _DOMAIN.fullmatch(plain) else None


def opens(link: str) -> bool:
    """Whether a link may be handed to the browser: http and https only."""
    parts = urlsplit(link) if "\n" not in link else None
    return parts is not None and parts.scheme.lower() in {"http", "https"} and bool(parts.netloc)
