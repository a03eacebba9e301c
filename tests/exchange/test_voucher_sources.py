"""What a platform's rows say brought a voucher's customer, beside what was said at the till."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.exchange.imports import ImportActs, ImportReport
from merchant_desk.insights import queries
from merchant_desk.sales.acts import SaleActs
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sales.vouchers.model import VoucherDraft
from merchant_desk.sources.acts import SourceActs
from merchant_desk.sources.model import ContentDraft
from tests.exchange.files import redemptions
from tests.exchange.payouts import douyin

JUNE = dt.datetime(2025, 6, 1, 12, 47)
TITLE = "周日晚8点直播"


def take_in(file: ShopFile, path: Path) -> ImportReport:
    (report,) = ImportActs(file).run([path])
    return report


def content(file: ShopFile, kind: str = "live_stream", title: str = TITLE) -> str:
    draft = ContentDraft(kind, title, dt.datetime(2025, 5, 25, 20), "douyin")
    return SourceActs(file).log_content(draft)


def at_the_till(file: ShopFile, content_id: str | None = None, channel_id: str | None = None) -> str:
    voucher = VoucherDraft("douyin", "904562191877", 229_00, pays_out=229_00)
    return SaleActs(file).check_out(
        SaleDraft(
            (SaleLineDraft("双人", 229_00),),
            (PaymentDraft("voucher", 229_00, voucher=voucher),),
            content_id=content_id,
            channel_id=channel_id,
            sold_at=JUNE,
        )
    )


def touches(file: ShopFile) -> list[tuple[object, ...]]:
    rows = file.all("SELECT sale_id, content_id, channel_id, evidence FROM touch ORDER BY strength, id")
    return [tuple(row) for row in rows]


def test_the_channel_of_the_content_that_was_named_at_the_till_is_the_same_touch(
    desk_file: ShopFile, tmp_path: Path
) -> None:
    live = content(desk_file)
    sale_id = at_the_till(desk_file, live)
    take_in(desk_file, redemptions(tmp_path, {}))
    assert touches(desk_file) == [(sale_id, live, None, "voucher")]
    history.undo(desk_file)
    assert touches(desk_file) == [(sale_id, live, None, "asked")]


@pytest.mark.parametrize("said", ["the content", "its channel"])
def test_the_content_that_the_payout_names_is_the_same_touch(
    desk_file: ShopFile, tmp_path: Path, said: str
) -> None:
    live = content(desk_file)
    named = {"content_id": live} if said == "the content" else {"channel_id": "live_stream"}
    sale_id = at_the_till(desk_file, **named)
    path = douyin(tmp_path, {"售卖渠道": "直播", "内容渠道": TITLE})
    take_in(desk_file, path)
    assert touches(desk_file) == [(sale_id, live, None, "voucher")]
    assert take_in(desk_file, path).known == 1


def test_what_the_platform_says_otherwise_stands_beside_it_and_counts(
    desk_file: ShopFile, tmp_path: Path
) -> None:
    live, other = content(desk_file), content(desk_file, "grass_post", "显白")
    sale_id = at_the_till(desk_file, other)
    take_in(desk_file, douyin(tmp_path, {"内容渠道": TITLE}))
    assert touches(desk_file) == [(sale_id, other, None, "asked"), (sale_id, live, None, "voucher")]
    (result,) = queries.best_contents(desk_file, dt.date(2025, 6, 1), dt.date(2025, 6, 30))
    assert (result.content_id, result.takings) == (live, 229_00)


@pytest.mark.parametrize("payouts_first", [False, True])
def test_a_payout_says_which_content_it_was_where_the_redemption_said_the_channel(
    desk_file: ShopFile, tmp_path: Path, payouts_first: bool
) -> None:
    live = content(desk_file, "short_video")
    redeemed, paid_out = redemptions(tmp_path, {}), douyin(tmp_path, {"售卖渠道": "直播", "内容渠道": TITLE})
    if payouts_first:
        take_in(desk_file, paid_out)
    take_in(desk_file, redeemed)
    assert [row[2] for row in touches(desk_file)] == ["live_stream"]
    take_in(desk_file, paid_out)
    sale_id = desk_file.value("SELECT id FROM sale")
    assert touches(desk_file) == [(sale_id, live, None, "voucher")]
    voucher = desk_file.one("SELECT content_id, channel_id FROM voucher")
    assert voucher is not None
    assert tuple(voucher) == (live, None)
    # The list of redemptions knows the channel only, and takes nothing back.
    assert take_in(desk_file, redeemed).known == 1
    assert touches(desk_file) == [(sale_id, live, None, "voucher")]


def test_contents_that_are_logged_later_are_found_when_the_file_comes_again(
    desk_file: ShopFile, tmp_path: Path
) -> None:
    take_in(desk_file, redemptions(tmp_path, {}))
    path = douyin(tmp_path, {"售卖渠道": "直播", "内容渠道": TITLE})
    take_in(desk_file, path)
    live = content(desk_file)
    assert take_in(desk_file, path).updated == 1
    assert [row[1] for row in touches(desk_file)] == [live]
