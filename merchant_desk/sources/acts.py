"""What is done about sources: contents logged and counted, and customers asked what brought them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from merchant_desk.core.clock import wall
from merchant_desk.core.errors import DeskError
from merchant_desk.core.pinyin import fold, search_key
from merchant_desk.db.records import Act, Reader
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop.model import read_name
from merchant_desk.sources import codes, store
from merchant_desk.sources.model import COST_KINDS, EVIDENCE, Content, ContentDraft, read_title


class SourceActs:
    """The acts on contents, channels and touches."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def log_content(self, draft: ContentDraft) -> str:
        """Note a new content, make its code word, and give its id.

        Raises DeskError "no_title", "end_before_start", "bad_amount", "no_code_left".
        """
        draft.check()
        with self._file.act("log_content", subject=read_title(draft.title)) as act:
            return insert_content(act, draft)

    def edit_content(self, content_id: str, draft: ContentDraft) -> None:
        """Make the content what the draft says; its code word stays.

        Where the draft's cost differs from what was noted, the difference is added to the first cost
        or taken off the last ones. Raises DeskError "gone" and what `log_content` raises.
        """
        draft.check()
        before = self._known(content_id)
        with self._file.act("edit_content", subject=read_title(draft.title)) as act:
            act.update("content", content_id, **_columns(draft, before.code))
            _settle_cost(act, before, draft)

    def archive_content(self, content_id: str) -> None:
        """Take a content out of the lists; its code word counts for 90 days more. Raises DeskError "gone"."""
        with self._file.act("archive_content", subject=self._known(content_id).title) as act:
            act.update("content", content_id, archived_at=act.now_ms)

    def add_cost(self, content_id: str, day: dt.date, kind: str, amount: int) -> str:
        """Note money spent on a content, in minor units, and give the cost's id.

        Raises DeskError "gone", "bad_amount".
        """
        if kind not in COST_KINDS:
            raise ValueError(f"no such kind of cost: {kind}")
        if amount < 0:
            raise DeskError("bad_amount", amount=amount)
        with self._file.act("add_cost", subject=self._known(content_id).title) as act:
            row = {"content_id": content_id, "day": day.isoformat(), "kind": kind, "amount": amount}
            return act.insert("content_cost", row)

    def add_views(
        self,
        content_id: str,
        at: dt.datetime,
        views: int | None,
        *,
        likes: int | None = None,
        comments: int | None = None,
        shares: int | None = None,
        saves: int | None = None,
        orders: int | None = None,
    ) -> None:
        """Note the counts a platform shows at a moment; the same minute again corrects them.

        Raises DeskError "gone", and "bad_amount" for a negative count.
        """
        counts = {
            "views": views,
            "likes": likes,
            "comments": comments,
            "shares": shares,
            "saves": saves,
            "orders": orders,
        }
        for count in counts.values():
            if count is not None and count < 0:
                raise DeskError("bad_amount", amount=count)
        with self._file.act("add_views", subject=self._known(content_id).title) as act:
            noted: str | None = act.value(
                "SELECT id FROM content_stat WHERE content_id = :content AND taken_at = :at",
                content=content_id,
                at=wall(at),
            )
            if noted is None:
                act.insert("content_stat", {"content_id": content_id, "taken_at": wall(at), **counts})
            else:
                act.update("content_stat", noted, **{k: v for k, v in counts.items() if v is not None})

    def add_channel(self, name: str) -> str:
        """Add a channel of the shop's own, shown as "other" in charts, and give its id.

        Raises DeskError "no_name", "name_taken".
        """
        clean = read_name(name)
        with self._file.act("add_channel", subject=clean) as act:
            own = act.all("SELECT name FROM channel WHERE built_in = 0 AND archived_at IS NULL")
            if any(fold(row["name"]) == fold(clean) for row in own):
                raise DeskError("name_taken", name=clean)
            return act.insert("channel", {"kind": "other", "name": clean, "seq": len(own)})

    def say(
        self,
        *,
        content_id: str | None = None,
        channel_id: str | None = None,
        customer_id: str | None = None,
        appointment_id: str | None = None,
        sale_id: str | None = None,
        evidence: str = "asked",
        asked_by: str = "",
        note: str = "",
        at: dt.datetime | None = None,
    ) -> str:
        """Note what brought somebody, a content or a channel, and give the touch's id.

        Whose it is follows from the appointment or sale where no customer is given. Without `at` it
        is now, but for a visit paid already the time of its sale: a touch after it would not count.
        What was noted before stays. Raises DeskError "gone".
        """
        customer_id = customer_id or self._whose(appointment_id, sale_id)
        subject = self._file.value("SELECT name FROM customer WHERE id = :id", id=customer_id)
        if customer_id is not None and subject is None:
            raise DeskError("gone", table="customer", id=customer_id)
        moment = at or _paid_at(self._file, appointment_id, sale_id) or self._file.clock.now()
        with self._file.act("say", subject=subject or "") as act:
            return add_touch(
                act,
                content_id=content_id,
                channel_id=channel_id,
                customer_id=customer_id,
                appointment_id=appointment_id,
                sale_id=sale_id,
                evidence=evidence,
                asked_by=asked_by,
                note=note,
                at=moment,
            )

    def _whose(self, appointment_id: str | None, sale_id: str | None) -> str | None:
        for table, row_id in (("sale", sale_id), ("appointment", appointment_id)):
            if row_id is None:
                continue
            row = self._file.one(f"SELECT customer_id FROM {table} WHERE id = :id", id=row_id)
            if row is None:
                raise DeskError("gone", table=table, id=row_id)
            if row["customer_id"] is not None:
                return str(row["customer_id"])
        return None

    def _known(self, content_id: str) -> Content:
        found = store.content(self._file, content_id)
        if found is None:
            raise DeskError("gone", table="content", id=content_id)
        return found


def add_touch(
    act: Act,
    *,
    content_id: str | None = None,
    channel_id: str | None = None,
    customer_id: str | None = None,
    appointment_id: str | None = None,
    sale_id: str | None = None,
    evidence: str = "asked",
    asked_by: str = "",
    note: str = "",
    at: dt.datetime,
) -> str:
    """Within another act: note what brought somebody at a naive shop time; gives the touch's id.

    ValueError unless there is exactly one of content and channel, a customer or a sale, and
    evidence that is known. Raises DeskError "gone" for a content or channel that is not there.
    """
    if (content_id is None) == (channel_id is None):
        raise ValueError("a touch is of one content or of one channel")
    if customer_id is None and sale_id is None:
        raise ValueError("a touch is a customer's, or a sale's without a name")
    if evidence not in EVIDENCE:
        raise ValueError(f"no such evidence: {evidence}")
    for table, row_id in (("content", content_id), ("channel", channel_id)):
        if row_id is not None and act.value(f"SELECT 1 FROM {table} WHERE id = :id", id=row_id) is None:
            raise DeskError("gone", table=table, id=row_id)
    return act.insert(
        "touch",
        {
            "customer_id": customer_id,
            "content_id": content_id,
            "channel_id": channel_id,
            "at": wall(at),
            "evidence": evidence,
            "strength": EVIDENCE[evidence],
            "appointment_id": appointment_id,
            "sale_id": sale_id,
            "asked_by": asked_by.strip(),
            "note": note.strip(),
        },
    )


def insert_content(
    act: Act,
    draft: ContentDraft,
    *,
    external_id: str | None = None,
    taken: Collection[str] | None = None,
) -> str:
    """Within another act: write a checked draft with a new code word and its cost; gives its id.

    `taken` are the code words in use, for whoever writes many at once; by default the live ones are
    read. Raises DeskError "no_code_left".
    """
    in_use = store.live_codes(act, act.now_ms) if taken is None else taken
    code = codes.new_code(in_use)
    content_id = act.insert("content", {**_columns(draft, code), "code": code, "external_id": external_id})
    if draft.cost:
        _insert_cost(act, content_id, draft, draft.cost)
    return content_id


def known_code(r: Reader, typed: str, now_ms: int | None = None) -> str:
    """The id of the content whose code word was typed; `now_ms` as in `store.live_codes`.

    Raises DeskError "unknown_code" (facts: typed, and nearest, nearest_title where one slip is off).
    """
    match = codes.find(typed, store.live_codes(r, now_ms))
    if match is None:
        raise DeskError("unknown_code", typed=typed)
    if not match.exact:
        found = store.content(r, match.content_id)
        title = found.title if found else ""
        raise DeskError("unknown_code", typed=typed, nearest=match.code, nearest_title=title)
    return match.content_id


def _columns(draft: ContentDraft, code: str) -> dict[str, object]:
    title, maker = read_title(draft.title), draft.maker_name.strip()
    return {
        "kind": draft.kind,
        "platform": draft.platform,
        "title": title,
        "published_at": wall(draft.published_at),
        "ended_at": wall(draft.ended_at) if draft.ended_at else None,
        "url": draft.url.strip(),
        "made_by": draft.made_by,
        "maker_name": maker,
        "worker_id": draft.worker_id,
        "service_id": draft.service_id,
        "paid_promotion": int(draft.paid_promotion),
        "note": draft.note.strip(),
        "search": search_key(title, code, maker),
    }


def _insert_cost(act: Act, content_id: str, draft: ContentDraft, amount: int) -> None:
    day = wall(draft.published_at)[:10]
    act.insert(
        "content_cost", {"content_id": content_id, "day": day, "kind": draft.cost_kind, "amount": amount}
    )


def _settle_cost(act: Act, before: Content, draft: ContentDraft) -> None:
    """Bring the sum of the costs to what the draft says."""
    noted = store.costs(act, before.id)
    more = draft.cost - before.cost
    if more > 0 and noted:
        act.update("content_cost", noted[0].id, amount=noted[0].amount + more)
    elif more > 0:
        _insert_cost(act, before.id, draft, more)
    for cost in reversed(noted):
        if more >= 0:
            break
        less = min(cost.amount, -more)
        more += less
        if less == cost.amount:
            act.delete("content_cost", cost.id)
        else:
            act.update("content_cost", cost.id, amount=cost.amount - less)


def _paid_at(r: Reader, appointment_id: str | None, sale_id: str | None) -> dt.datetime | None:
    """When the visit was paid, naive shop time; None where it is not."""
    if sale_id is None and appointment_id is None:
        return None
    found: str | None = r.value(
        "SELECT max(sold_at) FROM sale WHERE status = 'paid'"
        " AND (id = :sale OR appointment_id = :appointment)",
        sale=sale_id,
        appointment=appointment_id,
    )
    return dt.datetime.fromisoformat(found) if found else None
