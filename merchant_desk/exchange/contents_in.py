"""A platform's list of works becomes contents with their counts as of the import."""

from __future__ import annotations

import datetime as dt

from merchant_desk.core.clock import wall
from merchant_desk.core.pinyin import fold
from merchant_desk.db.records import Act
from merchant_desk.exchange.encoding import is_lost
from merchant_desk.exchange.landing import Outcome, RowNotes
from merchant_desk.exchange.recognise import Record, Table
from merchant_desk.sources.acts import insert_content
from merchant_desk.sources.model import ContentDraft
from merchant_desk.sources.store import live_codes

_COUNTS = ("views", "likes", "comments", "shares", "saves")


class ContentsIn:
    """Takes rows of a list of works.

    A work is the content with its id on the platform, or with its title and minute of publishing; one
    that the shop logged by hand on that day under that title is it too. Counts that differ from the
    last ones noted are noted with the time of the import.
    """

    def __init__(self, act: Act, table: Table, notes: RowNotes, now: dt.datetime) -> None:
        self._act = act
        self._platform = table.format.platform
        self._format = table.format.key
        self._notes = notes
        self._now = wall(now)
        self._codes = set(live_codes(act, act.now_ms))
        self._by_external: dict[str, str] = {}
        self._by_minute: dict[tuple[str, str], str] = {}
        self._by_hand: dict[tuple[str, str], str] = {}
        for row in act.all(
            "SELECT id, title, published_at, external_id FROM content WHERE platform = :platform ORDER BY id",
            platform=self._platform,
        ):
            title = fold(row["title"])
            self._by_minute[title, row["published_at"]] = row["id"]
            if row["external_id"] is not None:
                self._by_external[row["external_id"]] = row["id"]
            elif not notes.knows(_key("", row["title"], row["published_at"])):
                self._by_hand[title, row["published_at"][:10]] = row["id"]

    def take(self, record: Record) -> Outcome:
        """Make the row's content or recognise it, and note its counts where they changed."""
        title, published_at = record.words("title"), record.moment("published_at")
        if is_lost(title):
            return Outcome("unused", reason="broken_text", facts={"text": title})
        if published_at is None or record.words("status") == "hidden":
            return Outcome("unused", reason="not_published", facts={"title": title})
        external = record.words("external_id")
        key = _key(external, title, wall(published_at))
        content_id = self._same(external, title, wall(published_at))
        added = content_id is None
        if content_id is None:
            content_id = self._add(record, title, published_at, external)
        counts = {name: record.number_of(name) for name in _COUNTS}
        changed = self._count(content_id, counts, fresh=added)
        if added:
            return Outcome("added", key, "content", content_id)
        return Outcome("updated" if changed else "known", key, "content", content_id)

    def finish(self) -> None:
        """Nothing waits: contents are few, and each code word must differ from the one before."""

    def _same(self, external: str, title: str, published_at: str) -> str | None:
        if external and external in self._by_external:
            return self._by_external[external]
        same_minute = self._by_minute.get((fold(title), published_at))
        # One work by hand is one work of the platform: the next of that day and title is another.
        return same_minute or self._by_hand.pop((fold(title), published_at[:10]), None)

    def _add(self, record: Record, title: str, published_at: dt.datetime, external: str) -> str:
        draft = ContentDraft(
            kind=record.words("kind"),
            title=title,
            published_at=published_at,
            platform=self._platform,
            url=record.words("url"),
        )
        content_id = insert_content(self._act, draft, external_id=external or None, taken=self._codes)
        self._codes.add(self._act.value("SELECT code FROM content WHERE id = :id", id=content_id))
        self._by_minute[fold(title), wall(published_at)] = content_id
        if external:
            self._by_external[external] = content_id
        return content_id

    def _count(self, content_id: str, counts: dict[str, int | None], *, fresh: bool) -> bool:
        """Note the counts where one differs from what was noted last; gives whether they were."""
        told = {name: count for name, count in counts.items() if count is not None}
        if not told:
            return False
        last = None
        if not fresh:
            last = self._act.one(
                "SELECT * FROM content_stat WHERE content_id = :id ORDER BY taken_at DESC LIMIT 1",
                id=content_id,
            )
        if last is not None and all(last[name] == count for name, count in told.items()):
            return False
        if last is not None and last["taken_at"] >= self._now:
            self._act.update("content_stat", last["id"], **told)
        else:
            self._act.insert("content_stat", {"content_id": content_id, "taken_at": self._now, **counts})
        return True


def _key(external: str, title: str, published_at: str) -> str:
    return external or f"{title}/{published_at}"
