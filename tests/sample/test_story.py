"""What the sample shop tells: who comes, because of what, and what comes of it."""

import datetime as dt

from merchant_desk.core.spans import Span
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.insights import queries
from merchant_desk.sample.library import LOST_MONEY, WENT_WELL
from merchant_desk.sources import store as sources
from merchant_desk.sources.model import CONTENT_KINDS, SOURCE_KINDS
from merchant_desk.team.store import working_spans

MOMENT = dt.datetime(2025, 8, 20, 14, 24)


def counts(file: ShopFile, sql: str) -> dict[str, int]:
    return {row[0]: row[1] for row in file.all(sql)}


def test_every_kind_of_thing_is_there(file: ShopFile) -> None:
    touched = counts(
        file,
        "SELECT coalesce(content.kind, channel.kind), count(*) FROM touch"
        " LEFT JOIN content ON content.id = touch.content_id"
        " LEFT JOIN channel ON channel.id = touch.channel_id GROUP BY 1",
    )
    assert set(touched) == {
        "short_video",
        "live_stream",
        "grass_post",
        "search_map",
        "shelf",
        "scan",
        "referral",
        "passing_by",
        "other",
        "unknown",
    }
    evidence = counts(file, "SELECT evidence, count(*) FROM touch GROUP BY 1")
    assert set(evidence) == {"voucher", "code", "qr", "booking_note", "asked", "inferred"}
    methods = counts(file, "SELECT method, count(*) FROM payment GROUP BY 1")
    assert set(methods) == {"wechat", "alipay", "cash", "card", "voucher", "stored_value"}
    platforms = counts(file, "SELECT platform, count(*) FROM content GROUP BY 1")
    assert set(platforms) == {"douyin", "xiaohongshu", "kuaishou", "wechat_channels"}
    assert set(counts(file, "SELECT kind, count(*) FROM content GROUP BY 1")) == {
        "short_video",
        "live_stream",
        "grass_post",
    }
    assert set(counts(file, "SELECT kind, count(*) FROM sale_line GROUP BY 1")) == {
        "service",
        "product",
        "tip",
        "card",
    }
    assert file.value("SELECT count(*) FROM sale_line WHERE discount > 0") > 300
    assert file.value("SELECT count(*) FROM sale WHERE status = 'void' AND void_reason <> ''") >= 5
    assert (
        file.value("SELECT count(*) FROM (SELECT 1 FROM payment GROUP BY sale_id HAVING count(*) > 1)") > 50
    )


def test_who_stays_away(file: ShopFile) -> None:
    status = counts(file, "SELECT status, count(*) FROM appointment GROUP BY 1")
    everyone = sum(status.values())
    assert 0.02 < status["no_show"] / everyone < 0.05
    assert 0.02 < status["cancelled"] / everyone < 0.08
    assert (
        file.value("SELECT count(*) FROM appointment WHERE status = 'cancelled' AND cancel_reason = ''") == 0
    )


def test_nobody_is_from_the_future(file: ShopFile) -> None:
    now = f"{MOMENT:%Y-%m-%dT%H:%M}"
    assert file.value("SELECT max(sold_at) FROM sale") <= now
    assert file.value("SELECT max(at) FROM touch") <= now
    assert file.value("SELECT max(taken_at) FROM content_stat") <= now
    assert file.value("SELECT max(published_at) FROM content") <= now
    late = (
        "SELECT count(*) FROM appointment_line line JOIN appointment ON appointment.id = line.appointment_id"
    )
    assert (
        file.value(
            f"{late} WHERE line.start > :now AND status IN ('done', 'arrived', 'no_show')",
            now="2025-08-20T14:34",
        )
        == 0
    )


def test_a_touch_is_never_older_than_its_content(file: ShopFile) -> None:
    older = (
        "SELECT count(*) FROM touch JOIN content ON content.id = touch.content_id"
        " WHERE touch.at < content.published_at"
    )
    assert file.value(older) == 0


def test_everybody_is_served_on_shift(file: ShopFile) -> None:
    day = dt.date(2025, 7, 1)
    last = dt.date(2025, 12, 31)
    shifts = working_spans(file, day, last)
    lines = file.all(
        "SELECT worker_id, busy_from, busy_to FROM appointment_line WHERE busy_from >= :first",
        first=day.isoformat(),
    )
    assert len(lines) > 400
    for line in lines:
        busy = Span(dt.datetime.fromisoformat(line["busy_from"]), dt.datetime.fromisoformat(line["busy_to"]))
        assert any(span.start <= busy.start and busy.end <= span.end for span in shifts[line["worker_id"]]), (
            tuple(line)
        )


def test_only_who_does_lashes_does_lashes(file: ShopFile) -> None:
    wrong = (
        "SELECT count(*) FROM sale_line line WHERE EXISTS (SELECT 1 FROM worker_service able"
        " WHERE able.service_id = line.service_id) AND NOT EXISTS (SELECT 1 FROM worker_service able"
        " WHERE able.service_id = line.service_id AND able.worker_id = line.worker_id)"
    )
    assert file.value("SELECT count(*) FROM worker_service") > 0
    assert file.value(wrong) == 0


def test_todays_board(file: ShopFile) -> None:
    rows = file.all(
        "SELECT worker.name AS worker, customer.name, substr(min(line.start), 12) AS start, status"
        " FROM appointment JOIN appointment_line line ON line.appointment_id = appointment.id"
        " JOIN worker ON worker.id = line.worker_id JOIN customer ON customer.id = appointment.customer_id"
        " WHERE line.start >= '2025-08-20' AND line.start < '2025-08-21'"
        " GROUP BY appointment.id ORDER BY worker.seq, start"
    )
    assert [(row["worker"], row["name"], row["start"]) for row in rows] == [
        ("小雨", "王女士", "09:30"),
        ("小雨", "陈晓", "11:00"),
        ("小雨", "李悦", "14:00"),
        ("小雨", "赵敏", "16:00"),
        ("阿琳", "孙佳", "10:00"),
        ("阿琳", "周婷", "13:30"),
        ("阿琳", "吴倩", "15:00"),
        ("阿琳", "郑好", "18:00"),
        ("Momo", "冯雪", "10:30"),
        ("Momo", "何静", "14:30"),
        ("Momo", "许愿", "17:00"),
    ]
    by_name = {row["name"]: row["status"] for row in rows}
    assert [name for name, status in by_name.items() if status == "arrived"] == ["李悦", "何静"]
    assert [name for name, status in by_name.items() if status == "done"] == [
        "王女士",
        "陈晓",
        "孙佳",
        "周婷",
        "冯雪",
    ]
    visits = counts(
        file,
        "SELECT customer.name, count(*) FROM sale JOIN customer ON customer.id = sale.customer_id"
        " WHERE customer.name IN ('李悦', '吴倩', '赵敏') AND sale.status = 'paid' GROUP BY 1",
    )
    assert visits == {"李悦": 2, "吴倩": 2, "赵敏": 3}


def test_the_next_two_weeks_thin_out(file: ShopFile) -> None:
    ahead = counts(
        file,
        "SELECT substr(line.start, 1, 10), count(*) FROM appointment_line line"
        " JOIN appointment ON appointment.id = line.appointment_id"
        " WHERE line.start >= '2025-08-21' AND series_id IS NULL GROUP BY 1",
    )
    days = sorted(ahead)
    assert days[0] == "2025-08-21"
    assert days[-1] > "2025-08-30"
    assert sum(ahead[day] for day in days if day < "2025-08-28") > 2 * sum(
        ahead[day] for day in days if day >= "2025-08-28"
    )


def test_where_the_money_came_from(file: ShopFile) -> None:
    """Two years by source: content leads, nobody's share is nothing, about one in seven is not known."""
    rows = queries.takings_by_source(file, dt.date(2023, 8, 20), MOMENT.date())
    visits = {kind: sum(row.visits for row in rows if row.kind == kind) for kind in SOURCE_KINDS}
    everyone = sum(visits.values())
    assert min(visits.values()) > 0
    assert 0.12 < visits["unknown"] / everyone < 0.19
    assert 0.05 < visits["returning"] / everyone < 0.20
    assert sum(visits[kind] for kind in CONTENT_KINDS) > 0.35 * everyone


def test_it_grew_about_as_the_industry_did(file: ShopFile) -> None:
    year = queries.growth_by_kind(file, dt.date(2024, 8, 21), MOMENT.date())
    for row in year:
        assert row.growth is not None
        assert 0.5 < row.growth / row.industry < 1.6


def test_one_video_went_well_and_one_live_stream_lost_money(file: ShopFile) -> None:
    month = queries.best_contents(file, dt.date(2025, 7, 21), MOMENT.date())
    assert month[0].title == WENT_WELL
    assert month[0].kind == "short_video"
    assert month[0].roas is not None
    assert month[0].roas > 20
    (lost,) = (row for row in month if row.title == LOST_MONEY)
    assert lost.kind == "live_stream"
    assert lost.takings < lost.cost / 2


def test_customers_of_a_live_stream_come_back_less_often(file: ShopFile) -> None:
    year = queries.best_contents(file, dt.date(2023, 9, 1), dt.date(2025, 6, 30), MOMENT.date())

    def rate(kind: str) -> float:
        return sum(row.returned for row in year if row.kind == kind) / sum(
            row.return_of for row in year if row.kind == kind
        )

    assert rate("live_stream") < rate("short_video")
    assert rate("live_stream") < rate("grass_post")
    half_year = queries.figures(file, dt.date(2025, 1, 1), dt.date(2025, 6, 30)).now.returns
    assert half_year.rate is not None
    assert 0.25 < half_year.rate < 0.65


def test_phones_are_well_formed_and_nobodys(file: ShopFile) -> None:
    phones = [row[0] for row in file.all("SELECT phone FROM customer WHERE phone IS NOT NULL")]
    assert len(phones) == len(set(phones)) > 800
    assert all(len(phone) == 14 and phone.startswith("+861") and phone[6:10] == "0000" for phone in phones)


def test_the_counter_has_something_to_ask_and_to_offer(file: ShopFile) -> None:
    day = MOMENT.date()
    assert [one.name for one in sources.unknown_today(file, day)] == ["周婷", "郑好"]
    offered = [content.title for content in sources.likely(file, MOMENT)]
    assert WENT_WELL in offered[:2]
    today = queries.today(file, day)
    assert today.sales == 6
    assert {"short_video", "live_stream", "grass_post", "passing_by"} <= {kind for kind, _ in today.by_source}


def test_some_come_again_and_again(file: ShopFile) -> None:
    rows = file.all(
        "SELECT customer.name, series.rule, count(*) AS dates, min(series_at) AS first"
        " FROM appointment JOIN series ON series.id = appointment.series_id"
        " JOIN customer ON customer.id = appointment.customer_id GROUP BY series.id ORDER BY customer.name"
    )
    assert [tuple(row) for row in rows] == [
        ("冯雪", "FREQ=WEEKLY;INTERVAL=1;COUNT=6", 6, "2025-08-20T10:30"),
        ("孙佳", "FREQ=WEEKLY;INTERVAL=2;COUNT=6", 6, "2025-08-20T10:00"),
    ]


def test_some_wait_for_a_time(file: ShopFile) -> None:
    rows = file.all(
        "SELECT customer.name, service.name FROM waiting JOIN customer ON customer.id = waiting.customer_id"
        " JOIN service ON service.id = waiting.service_id WHERE state = 'waiting'"
    )
    assert {tuple(row) for row in rows} == {("周婷", "法式美甲"), ("郑好", "日式美睫"), ("赵敏", "足部护理")}


def test_every_service_has_the_chair_it_needs(file: ShopFile) -> None:
    wrong = (
        "SELECT count(*) FROM appointment_line line JOIN service ON service.id = line.service_id"
        " LEFT JOIN place ON place.id = line.place_id WHERE coalesce(place.kind, '') <> service.place_kind"
    )
    assert file.value("SELECT count(*) FROM appointment_line WHERE place_id IS NOT NULL") > 1_000
    assert file.value(wrong) == 0


def test_prepaid_commission_stock_and_closed_days_hang_together(file: ShopFile) -> None:
    """What only one file has is little: every ledger of the books is there and agrees with the sales."""
    sold = file.value("SELECT count(*) FROM card")
    assert 20 <= sold <= 200
    used = file.value("SELECT -sum(principal + bonus) FROM card_entry WHERE kind = 'used'")
    assert used == file.value("SELECT sum(amount) FROM payment WHERE method = 'stored_value'") > 0
    assert (
        file.value(
            "SELECT min(left) FROM (SELECT sum(quantity) AS left FROM stock_entry GROUP BY product_id)"
        )
        >= 0
    )
    assert file.value("SELECT count(*) FROM commission_entry") > 200
    expected = (
        "SELECT sum(expected) - (SELECT sum(float) FROM day_close) FROM day_count"
        " JOIN day_close ON day_close.id = day_close_id"
    )
    taken = (
        "SELECT sum(payment.amount) FROM payment JOIN sale ON sale.id = payment.sale_id"
        " JOIN day_close ON day_close.day = sale.day WHERE sale.status = 'paid'"
    )
    assert file.value(expected) == file.value(taken) > 0
    assert file.value("SELECT count(*) FROM day_close") >= 50
