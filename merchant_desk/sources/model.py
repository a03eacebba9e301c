"""Contents, channels and touches: what may bring a customer, and how well it is known."""

# Annotations stand for themselves here: as text, NamedTuple would compile each of them at the start.

import datetime as dt
from types import MappingProxyType
from typing import NamedTuple

from merchant_desk.core.errors import DeskError
from merchant_desk.shop.model import read_name

# In the order of charts and legends.
SOURCE_KINDS = (
    "short_video",
    "live_stream",
    "grass_post",
    "search_map",
    "shelf",
    "scan",
    "referral",
    "passing_by",
    "other",
    "returning",
    "unknown",
)
CONTENT_KINDS = ("short_video", "live_stream", "grass_post")
PLATFORMS = ("douyin", "xiaohongshu", "kuaishou", "wechat_channels", "meituan", "dianping", "other")
MAKERS = ("shop", "influencer", "worker")
COST_KINDS = ("ads", "gift", "making", "host", "other")

# How much each kind of evidence weighs: where two disagree the stronger one counts.
EVIDENCE = MappingProxyType({"voucher": 6, "code": 5, "qr": 4, "booking_note": 3, "asked": 2, "inferred": 1})

# How long before a visit a touch may lie and still have brought it.
WINDOW = dt.timedelta(days=30)
ASKED_WINDOW = dt.timedelta(days=90)

# A code word still names its content for this long after the content was archived.
CODE_RETIRES = dt.timedelta(days=90)


class Content(NamedTuple):
    """One short video, live stream or grass post; times are naive shop time, `cost` is minor units.

    A live stream runs from `published_at` to `ended_at`; None is not over, or not known.
    """

    id: str
    kind: str
    platform: str
    title: str
    published_at: dt.datetime
    ended_at: dt.datetime | None
    url: str
    code: str
    made_by: str
    maker_name: str
    worker_id: str | None
    service_id: str | None
    paid_promotion: bool
    note: str
    archived: bool
    cost: int


class ContentDraft(NamedTuple):
    """A content as it is typed; `cost` is all that was spent on it, in minor units.

    Without a `platform` of its own a content is on "other".
    """

    kind: str
    title: str
    published_at: dt.datetime
    platform: str = "other"
    ended_at: dt.datetime | None = None
    url: str = ""
    made_by: str = "shop"
    maker_name: str = ""
    worker_id: str | None = None
    service_id: str | None = None
    paid_promotion: bool = False
    note: str = ""
    cost: int = 0
    cost_kind: str = "making"

    def check(self) -> None:
        """Raise DeskError "no_title", "end_before_start" or "bad_amount".

        ValueError for a kind, platform or maker that no screen offers.
        """
        read_title(self.title)
        if self.ended_at is not None and self.ended_at < self.published_at:
            raise DeskError("end_before_start", start=self.published_at, end=self.ended_at)
        if self.cost < 0:
            raise DeskError("bad_amount", amount=self.cost)
        offered = (
            (self.kind, CONTENT_KINDS),
            (self.platform, PLATFORMS),
            (self.made_by, MAKERS),
            (self.cost_kind, COST_KINDS),
        )
        for value, choices in offered:
            if value not in choices:
                raise ValueError(f"{value!r} is none of {choices}")


class ContentCost(NamedTuple):
    """Money spent on a content on a day, in minor units."""

    id: str
    day: dt.date
    kind: str
    amount: int


class ContentStat(NamedTuple):
    """What the platform showed at a moment: counts since the beginning; None where nobody noted it."""

    taken_at: dt.datetime
    views: int | None
    likes: int | None
    comments: int | None
    shares: int | None
    saves: int | None
    orders: int | None


class Channel(NamedTuple):
    """Where a customer came from when it is not one content; built-in ones have their kind as id, no name."""

    id: str
    kind: str
    name: str
    built_in: bool


class SourceRef(NamedTuple):
    """What brought somebody: a content or a channel, the kind a chart shows, and a title, maybe ""."""

    kind: str
    content_id: str | None
    channel_id: str | None
    title: str


class Touch(NamedTuple):
    """One customer met one content or channel at a time, and how that is known."""

    id: str
    customer_id: str | None
    at: dt.datetime
    source: SourceRef
    evidence: str
    strength: int
    appointment_id: str | None
    sale_id: str | None
    asked_by: str
    note: str

    @property
    def content_id(self) -> str | None:
        """The content's id, or None where it is a channel."""
        return self.source.content_id

    @property
    def channel_id(self) -> str | None:
        """The channel's id, or None where it is a content."""
        return self.source.channel_id

    @property
    def kind(self) -> str:
        """The kind a chart shows."""
        return self.source.kind


class VisitTouches(NamedTuple):
    """What is known on a day about why a customer comes: `touch` is what counts, if anything.

    `returning` says that an earlier visit was paid.
    """

    touch: Touch | None
    returning: bool

    @property
    def kind(self) -> str:
        """The kind a chart shows for the visit, "" where nothing is known."""
        if self.touch is not None:
            return self.touch.kind
        return "returning" if self.returning else ""


class Unasked(NamedTuple):
    """A customer of the day whose source nobody has said: `start` and `service` are the appointment's.

    `sale_id` is the paid sale, if there is one yet; for a walk-in `start` is when it was paid.
    """

    customer_id: str
    name: str
    appointment_id: str | None
    sale_id: str | None
    start: dt.datetime | None
    service: str


def read_title(text: str) -> str:
    """A title as it is kept, one line. Raises DeskError "no_title"."""
    try:
        return read_name(text)
    except DeskError as error:
        raise DeskError("no_title") from error
