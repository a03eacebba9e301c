"""The year of the sample shop: busy before the Spring Festival, shut over it, quiet after."""

import datetime as dt

from merchant_desk.sample.season import closed_days, demand, hours, source_weights, spring_festival


def week_of(first: dt.date) -> float:
    return sum(demand(first + dt.timedelta(days=offset)) for offset in range(7))


def test_before_the_festival_is_a_peak_and_after_it_a_dip() -> None:
    for year in (2024, 2025, 2026):
        new_year = spring_festival(year)
        before = week_of(new_year - dt.timedelta(days=10))
        after = week_of(new_year + dt.timedelta(days=5))
        assert before > 1.5 * week_of(dt.date(year, 4, 7)) > 2 * after * 0.75


def test_summer_and_weekends_are_busier() -> None:
    assert week_of(dt.date(2025, 7, 7)) > 1.1 * week_of(dt.date(2025, 4, 7))
    assert demand(dt.date(2025, 7, 12)) > 1.5 * demand(dt.date(2025, 7, 8))


def test_lunch_and_evening_on_workdays_afternoon_at_weekends() -> None:
    def share(day: dt.date, wanted: set[int]) -> float:
        drawn = [hours(day).at((place + 0.5) / 1000)[0] for place in range(1000)]
        return sum(hour in wanted for hour in drawn) / 1000

    tuesday, saturday = dt.date(2025, 7, 8), dt.date(2025, 7, 12)
    assert share(tuesday, {12, 18}) > share(saturday, {12, 18})
    assert share(saturday, {14, 15}) > share(tuesday, {14, 15})


def test_the_shop_is_shut_over_the_festival_only() -> None:
    closed = closed_days(dt.date(2024, 1, 1), dt.date(2025, 12, 31))
    assert min(closed) == dt.date(2024, 2, 9)
    assert closed[dt.date(2025, 1, 28)] == "除夕"
    assert len(closed) == 10


def test_sources_grow_as_the_industry_does() -> None:
    until = dt.date(2025, 8, 20)
    now, before = source_weights(until, until), source_weights(until.replace(year=2024), until)
    growth = {kind: now[kind] / before[kind] - 1 for kind in now}
    assert growth["short_video"] > 0.83
    assert growth["live_stream"] > 1.23
    assert 0.4 < growth["grass_post"] < 1.13
    assert 0.1 < growth["referral"] < 0.4
