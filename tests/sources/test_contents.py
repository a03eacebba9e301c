from __future__ import annotations

import datetime as dt

import pytest

from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.sources import store
from merchant_desk.sources.acts import SourceActs, insert_content, known_code
from merchant_desk.sources.model import COST_KINDS, ContentDraft
from tests.conftest import NOW

VIDEO = ContentDraft("short_video", "三分钟法式", NOW - dt.timedelta(days=3), platform="douyin")


@pytest.fixture
def acts(desk_file: ShopFile) -> SourceActs:
    return SourceActs(desk_file)


def code_of(file: ShopFile, content_id: str) -> str:
    found = store.content(file, content_id)
    assert found is not None
    return found.code


def test_a_logged_content_is_all_there(acts: SourceActs, desk_file: ShopFile) -> None:
    draft = VIDEO._replace(
        kind="live_stream",
        ended_at=NOW - dt.timedelta(days=2),
        url=" https://example.com/v/1 ",
        made_by="influencer",
        maker_name="  Lin ",
        paid_promotion=True,
        note="sunset",
        cost=60_000,
        cost_kind="ads",
    )
    found = store.content(desk_file, acts.log_content(draft))
    assert found is not None
    assert (found.kind, found.platform, found.title) == ("live_stream", "douyin", "三分钟法式")
    assert (found.published_at, found.ended_at) == (draft.published_at, draft.ended_at)
    assert (found.url, found.made_by, found.maker_name) == ("https://example.com/v/1", "influencer", "Lin")
    assert (found.paid_promotion, found.note, found.archived, found.cost) == (True, "sunset", False, 60_000)
    assert [(c.day, c.kind, c.amount) for c in store.costs(desk_file, found.id)] == [
        (draft.published_at.date(), "ads", 60_000)
    ]
    assert len(found.code) == 4


def test_every_content_gets_a_code_word_of_its_own(acts: SourceActs, desk_file: ShopFile) -> None:
    ids = [acts.log_content(VIDEO._replace(title=f"Video {n}")) for n in range(20)]
    assert {code_of(desk_file, one): one for one in ids} == store.live_codes(desk_file)
    assert len(store.live_codes(desk_file)) == 20


@pytest.mark.parametrize("title", ["", "  ", "\u200b", "\n"])
def test_a_content_needs_a_title(acts: SourceActs, desk_file: ShopFile, title: str) -> None:
    with pytest.raises(DeskError) as refused:
        acts.log_content(VIDEO._replace(title=title))
    assert refused.value.code == "no_title"
    assert store.contents(desk_file) == []


def test_a_stream_cannot_end_before_it_begins(acts: SourceActs, desk_file: ShopFile) -> None:
    with pytest.raises(DeskError) as refused:
        acts.log_content(VIDEO._replace(ended_at=VIDEO.published_at - dt.timedelta(minutes=1)))
    assert refused.value.code == "end_before_start"
    acts.log_content(VIDEO._replace(ended_at=VIDEO.published_at))


def test_a_cost_is_not_below_nothing(acts: SourceActs) -> None:
    content_id = acts.log_content(VIDEO)
    for refused_act in (
        lambda: acts.log_content(VIDEO._replace(cost=-1)),
        lambda: acts.add_cost(content_id, NOW.date(), "ads", -1),
        lambda: acts.add_views(content_id, NOW, -1),
    ):
        with pytest.raises(DeskError) as refused:
            refused_act()
        assert refused.value.code == "bad_amount"


@pytest.mark.parametrize(
    "wrong",
    [{"kind": "shelf"}, {"platform": "tiktak"}, {"made_by": "nobody"}, {"cost_kind": "tea"}],
    ids=lambda wrong: next(iter(wrong)),
)
def test_what_no_screen_offers_is_a_fault(acts: SourceActs, wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong.values()))):
        acts.log_content(VIDEO._replace(**wrong))  # type: ignore[arg-type]


def test_titles_are_plain_text_of_any_script(acts: SourceActs, desk_file: ShopFile) -> None:
    title = "<b>x</b><img src=x> Ногти 100%_\\ 'ok'"
    found = store.content(desk_file, acts.log_content(VIDEO._replace(title=title)))
    assert found is not None
    assert found.title == title
    assert [one.title for one in store.contents(desk_file, text="100%_\\")] == [title]
    assert store.contents(desk_file, text="100__") == []


def test_contents_are_found_by_title_pinyin_initials_code_and_maker(
    acts: SourceActs, desk_file: ShopFile
) -> None:
    mine = acts.log_content(VIDEO._replace(maker_name="小雨"))
    acts.log_content(VIDEO._replace(title="开业周年庆"))
    for text in ("法式", "sanfenzhong", "sfzfs", code_of(desk_file, mine).lower(), "三分钟 小雨"):
        assert [one.id for one in store.contents(desk_file, text=text)] == [mine]
    assert store.contents(desk_file, text="法式 周年") == []
    assert len(store.contents(desk_file, text="  ")) == 2


def test_contents_come_newest_first_and_are_narrowed(acts: SourceActs, desk_file: ShopFile) -> None:
    old = acts.log_content(VIDEO._replace(published_at=NOW - dt.timedelta(days=40)))
    new = acts.log_content(VIDEO)
    post = acts.log_content(VIDEO._replace(kind="grass_post", published_at=NOW - dt.timedelta(days=5)))
    assert [one.id for one in store.contents(desk_file)] == [new, post, old]
    assert [one.id for one in store.contents(desk_file, kind="grass_post")] == [post]
    since = (NOW - dt.timedelta(days=40)).date()
    assert [one.id for one in store.contents(desk_file, from_day=since)] == [new, post, old]
    assert [one.id for one in store.contents(desk_file, from_day=since + dt.timedelta(days=1))] == [new, post]


def test_an_edit_keeps_the_code_word_and_finds_the_new_title(acts: SourceActs, desk_file: ShopFile) -> None:
    content_id = acts.log_content(VIDEO)
    code = code_of(desk_file, content_id)
    acts.edit_content(content_id, VIDEO._replace(title="Five colours", platform="kuaishou"))
    found = store.content(desk_file, content_id)
    assert found is not None
    assert (found.title, found.platform, found.code) == ("Five colours", "kuaishou", code)
    assert [one.id for one in store.contents(desk_file, text=f"five {code}")] == [content_id]
    assert store.contents(desk_file, text="法式") == []


@pytest.mark.parametrize(
    ("cost", "left"),
    [(900, [600, 200, 100]), (1000, [700, 200, 100]), (820, [600, 200, 20]), (700, [600, 100]), (0, [])],
)
def test_an_edited_cost_is_settled_against_what_was_noted(
    acts: SourceActs, desk_file: ShopFile, cost: int, left: list[int]
) -> None:
    content_id = acts.log_content(VIDEO._replace(cost=600))
    acts.add_cost(content_id, NOW.date(), "ads", 200)
    acts.add_cost(content_id, NOW.date() + dt.timedelta(days=1), "gift", 100)
    acts.edit_content(content_id, VIDEO._replace(cost=cost))
    assert [one.amount for one in store.costs(desk_file, content_id)] == left
    found = store.content(desk_file, content_id)
    assert found is not None
    assert found.cost == cost
    history.undo(desk_file)
    assert [one.amount for one in store.costs(desk_file, content_id)] == [600, 200, 100]


def test_a_first_cost_may_come_with_an_edit(acts: SourceActs, desk_file: ShopFile) -> None:
    content_id = acts.log_content(VIDEO)
    acts.edit_content(content_id, VIDEO._replace(cost=500, cost_kind="gift"))
    assert [(one.kind, one.amount) for one in store.costs(desk_file, content_id)] == [("gift", 500)]


def test_an_archived_content_is_out_of_lists_and_its_word_counts_for_90_days(
    acts: SourceActs, desk_file: ShopFile, clock: FixedClock
) -> None:
    content_id = acts.log_content(VIDEO)
    code = code_of(desk_file, content_id)
    acts.archive_content(content_id)
    assert store.contents(desk_file) == []
    assert [one.archived for one in store.contents(desk_file, archived=True)] == [True]
    assert store.likely(desk_file, NOW) == []
    clock.set(NOW + dt.timedelta(days=89, hours=23))
    assert store.live_codes(desk_file, clock.epoch_ms()) == {code: content_id}
    clock.set(NOW + dt.timedelta(days=90))
    assert store.live_codes(desk_file, clock.epoch_ms()) == {}


def test_a_word_given_out_again_counts_for_its_newest_content(
    acts: SourceActs, desk_file: ShopFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("merchant_desk.sources.codes.new_code", lambda taken, rng=None: "A7K2")
    old = acts.log_content(VIDEO)
    acts.archive_content(old)
    new = acts.log_content(VIDEO)
    assert store.live_codes(desk_file, desk_file.clock.epoch_ms()) == {"A7K2": new}
    with pytest.raises(DeskError) as refused:
        acts.log_content(VIDEO)
    assert refused.value.code == "rule_broken"


def test_many_contents_can_share_one_look_at_the_words_in_use(desk_file: ShopFile) -> None:
    with desk_file.act("import") as act:
        made = insert_content(act, VIDEO, external_id="7312", taken={"A7K2"})
    row = desk_file.one("SELECT external_id, code FROM content WHERE id = :id", id=made)
    assert row is not None
    assert row["external_id"] == "7312"
    assert row["code"] != "A7K2"


def test_counts_are_kept_over_time_and_the_same_minute_corrects_them(
    acts: SourceActs, desk_file: ShopFile
) -> None:
    content_id = acts.log_content(VIDEO)
    acts.add_views(content_id, NOW, 900, likes=4)
    acts.add_views(content_id, NOW - dt.timedelta(days=1), 1200)
    acts.add_views(content_id, NOW.replace(second=40), 950)
    found = store.stats(desk_file, content_id)
    assert [(one.taken_at, one.views, one.likes) for one in found] == [
        (NOW - dt.timedelta(days=1), 1200, None),
        (NOW, 950, 4),
    ]


def test_what_is_not_there_is_gone(acts: SourceActs) -> None:
    for refused_act in (
        lambda: acts.edit_content("no", VIDEO),
        lambda: acts.archive_content("no"),
        lambda: acts.add_cost("no", NOW.date(), "ads", 1),
        lambda: acts.add_views("no", NOW, 1),
    ):
        with pytest.raises(DeskError) as refused:
            refused_act()
        assert refused.value.code == "gone"


def test_a_kind_of_cost_is_one_of_the_known(acts: SourceActs) -> None:
    content_id = acts.log_content(VIDEO)
    for kind in COST_KINDS:
        acts.add_cost(content_id, NOW.date(), kind, 1)
    with pytest.raises(ValueError, match="tea"):
        acts.add_cost(content_id, NOW.date(), "tea", 1)


def test_a_typed_code_word_names_its_content_or_the_nearest(acts: SourceActs, desk_file: ShopFile) -> None:
    content_id = acts.log_content(VIDEO)
    code = code_of(desk_file, content_id)
    assert known_code(desk_file, f" {code.lower()} ") == content_id
    with pytest.raises(DeskError) as refused:
        known_code(desk_file, code[:3] + "8")
    assert refused.value.code == "unknown_code"
    assert refused.value.facts == {"typed": code[:3] + "8", "nearest": code, "nearest_title": "三分钟法式"}
    with pytest.raises(DeskError) as refused:
        known_code(desk_file, "抖音")
    assert refused.value.facts == {"typed": "抖音"}


def test_undo_takes_a_logged_content_back_with_its_cost(acts: SourceActs, desk_file: ShopFile) -> None:
    acts.log_content(VIDEO._replace(cost=500))
    history.undo(desk_file)
    assert store.contents(desk_file, archived=True) == []
    assert desk_file.value("SELECT count(*) FROM content_cost") == 0
