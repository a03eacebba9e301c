"""The files that are understood. A platform is a table of headers: to add one, add a table to FORMATS."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from merchant_desk.exchange.cells import Kind

Makes = Literal["customers", "contents", "vouchers", "settlements", "appointments"]


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a row and the headers it is found under, as platforms write them.

    A header that stands in a file twice is found under its name and, the second time, with "#2" behind it.
    `kind` says how a cell is read. For "word", `words` maps what the file says to what we say, and
    `other` stands for words not listed (None: such a row cannot be used). A file without a header of
    a `required` column is not of this format; a row without a value in a `filled` one cannot be used.
    """

    field: str
    headers: tuple[str, ...]
    kind: Kind = "text"
    required: bool = False
    filled: bool = False
    words: Mapping[str, str] = dataclasses.field(default_factory=dict)
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """A platform's file: what it is called, what its rows become, and its columns."""

    key: str
    makes: Makes
    columns: tuple[Column, ...]
    platform: str = "other"


CUSTOMER_LIST = Format(
    key="customer_list",
    makes="customers",
    columns=(
        Column("name", ("姓名", "顾客姓名", "客户姓名", "会员姓名", "顾客", "客户", "Name"), required=True),
        Column(
            "phone",
            ("手机", "手机号", "手机号码", "电话", "联系电话", "电话号码", "联系方式", "Phone", "Mobile"),
            required=True,
        ),
        Column(
            "gender",
            ("性别", "Gender"),
            kind="word",
            words={
                "女": "female",
                "女士": "female",
                "女性": "female",
                "female": "female",
                "f": "female",
                "男": "male",
                "先生": "male",
                "男士": "male",
                "男性": "male",
                "male": "male",
                "m": "male",
            },
            other="",
        ),
        Column("birthday", ("生日", "出生日期", "出生年月", "Birthday")),
        Column("wechat", ("微信", "微信号", "WeChat")),
        Column("address", ("地址", "住址", "联系地址", "Address")),
        Column("note", ("备注", "说明", "Note", "Notes")),
        Column(
            "since", ("首次到店", "登记时间", "建档时间", "注册时间", "加入时间", "添加时间"), kind="when"
        ),
        Column(
            "channel",
            ("来源", "顾客来源", "客户来源", "渠道", "来源渠道", "Source"),
            kind="word",
            words={
                "抖音": "short_video",
                "短视频": "short_video",
                "视频": "short_video",
                "快手": "short_video",
                "视频号": "short_video",
                "直播": "live_stream",
                "直播间": "live_stream",
                "小红书": "grass_post",
                "种草": "grass_post",
                "笔记": "grass_post",
                "大众点评": "search_map",
                "点评": "search_map",
                "美团": "search_map",
                "搜索": "search_map",
                "地图": "search_map",
                "高德": "search_map",
                "百度": "search_map",
                "扫码": "scan",
                "朋友介绍": "referral",
                "老客介绍": "referral",
                "老顾客介绍": "referral",
                "介绍": "referral",
                "转介绍": "referral",
                "路过": "passing_by",
                "自然到店": "passing_by",
                "门店": "passing_by",
                "不记得": "unknown",
                "不知道": "unknown",
                "未知": "unknown",
            },
            other="other",
        ),
    ),
)

DOUYIN_WORKS = Format(
    key="douyin_works",
    makes="contents",
    platform="douyin",
    columns=(
        Column("title", ("作品名称", "作品标题"), required=True, filled=True),
        Column("published_at", ("发布时间",), kind="when", required=True, filled=True),
        Column(
            "kind",
            ("体裁", "作品类型"),
            kind="word",
            required=True,
            filled=True,
            words={"视频": "short_video", "图文": "grass_post", "直播": "live_stream"},
        ),
        Column(
            "status",
            ("审核状态",),
            kind="word",
            words={"不通过": "hidden", "未通过": "hidden", "审核中": "hidden", "已下架": "hidden"},
            other="public",
        ),
        Column("external_id", ("作品ID", "视频ID"), kind="id"),
        Column("url", ("作品链接", "视频链接", "链接")),
        Column("views", ("播放量",), kind="count", required=True),
        Column("likes", ("点赞量", "点赞"), kind="count"),
        Column("comments", ("评论量", "评论"), kind="count"),
        Column("shares", ("分享量", "分享"), kind="count"),
        Column("saves", ("收藏量", "收藏"), kind="count"),
    ),
)

# Which of a chain's shops a row belongs to.
_SHOP = (
    Column("shop", ("核销门店", "美团门店名称", "门店名称")),
    Column("shop_id", ("核销门店ID", "美团门店ID", "门店ID"), kind="id"),
)

# What brought the customer, as Douyin has it.
_CHANNEL = (
    Column(
        "channel",
        ("成交渠道", "售卖渠道"),
        kind="word",
        words={
            "视频": "short_video",
            "短视频": "short_video",
            "直播": "live_stream",
            "图文": "grass_post",
            "笔记": "grass_post",
            "线下扫码": "scan",
            "扫码": "scan",
            "搜索": "search_map",
            "搜索/商城": "search_map",
            "商城": "shelf",
            "货架": "shelf",
            "非内容成交": "shelf",
            "获客卡": "other",
            "增量宝内容成交": "other",
        },
        other="other",
    ),
    Column("content", ("内容渠道", "内容名称", "作品名称", "视频标题", "直播间名称")),
)

DOUYIN_REDEMPTIONS = Format(
    key="douyin_redemptions",
    makes="vouchers",
    platform="douyin",
    columns=(
        Column("code", ("券码（已撤销核销加密）", "券码"), kind="id", required=True, filled=True),
        Column(
            "state",
            ("核销状态",),
            kind="word",
            required=True,
            filled=True,
            words={"已核销": "redeemed", "已撤销核销": "reversed", "核销后退款": "refunded"},
        ),
        Column("redeemed_at", ("核销时间",), kind="when", required=True, filled=True),
        Column("product", ("商品名称",), required=True, filled=True),
        Column("customer_paid", ("券用户实付金额", "用户实付金额"), kind="money", required=True, filled=True),
        Column("order_id", ("订单ID", "订单编号"), kind="id"),
        Column("list_price", ("商品售价（单价）", "商品售价"), kind="money"),
        Column("received", ("订单实收", "订单实收金额"), kind="money"),
        Column("pays_out", ("预计收入", "商家应得"), kind="money"),
        Column("platform_fee", ("软件服务费",), kind="money"),
        Column("influencer_fee", ("达人服务费", "达人佣金"), kind="money"),
        Column("worker_incentive", ("职人激励金", "职人激励佣金"), kind="money"),
        Column("matching_fee", ("撮合经纪服务费",), kind="money"),
        Column("agency_fee", ("服务商服务费",), kind="money"),
        Column("boost_fee", ("增量宝推广费",), kind="money"),
        *_CHANNEL,
        Column(
            "seller_role",
            ("带货角色",),
            kind="word",
            words={"商家": "shop", "达人": "influencer", "职人": "worker"},
            other="",
        ),
        Column("seller", ("带货人",)),
        *_SHOP,
    ),
)

DOUYIN_SETTLEMENT = Format(
    key="douyin_settlement",
    makes="settlements",
    platform="douyin",
    columns=(
        Column("order_id", ("订单编号", "订单ID"), kind="id", required=True),
        Column("redemption_id", ("核销ID",), kind="id", required=True),
        Column("code", ("券码",), kind="id"),
        Column("product", ("订单商品", "商品名称")),
        Column("redeemed_at", ("核销时间",), kind="when"),
        Column("shared_at", ("分账时间",), kind="when"),
        Column("settled_at", ("结算时间",), kind="when"),
        Column(
            "status",
            ("结算状态",),
            kind="word",
            words={"未结算": "waiting", "待结算": "waiting", "结算中": "waiting", "未分账": "waiting"},
            other="settled",
        ),
        Column("list_price", ("券售卖金额",), kind="money"),
        Column("customer_paid", ("用户实付金额",), kind="money"),
        Column("received", ("订单实收金额", "订单实收"), kind="money"),
        Column(
            "pays_out",
            ("商家应得", "提现金额", "提现金额(元)", "商家应得(元)"),
            kind="money",
            required=True,
            filled=True,
        ),
        Column("platform_fee", ("软件服务费",), kind="money"),
        Column("influencer_fee", ("达人佣金", "达人服务费"), kind="money"),
        Column("matching_fee", ("平台撮合佣金",), kind="money"),
        Column("worker_incentive", ("职人激励佣金", "职人激励金"), kind="money"),
        Column("agency_fee", ("服务商佣金", "服务商服务费"), kind="money"),
        Column("broker_fee", ("撮合经纪服务费", "团长服务费"), kind="money"),
        Column("boost_fee", ("增量宝", "增量宝推广费"), kind="money"),
        Column("insurance", ("保险费用",), kind="money"),
        *_CHANNEL,
        *_SHOP,
    ),
)

MEITUAN_SETTLEMENT = Format(
    key="meituan_settlement",
    makes="settlements",
    platform="meituan",
    columns=(
        Column("code", ("券号", "券码"), kind="id", required=True),
        Column("order_id", ("订单号", "订单编号"), kind="id"),
        Column("product", ("项目名称", "商品名称")),
        Column("redeemed_at", ("收益时间",), kind="when", required=True, filled=True),
        Column(
            "flow",
            ("流水类型",),
            kind="word",
            required=True,
            filled=True,
            words={
                "消费": "settled",
                "验券": "settled",
                "撤销": "reversed",
                "撤销消费": "reversed",
                "退款": "refunded",
                "消费后退款": "refunded",
                "保险": "compensated",
                "补偿": "compensated",
                "赔付": "compensated",
            },
        ),
        Column("list_price", ("售价（美团售价）", "售价"), kind="money"),
        Column("received", ("售价（美团售价）", "售价"), kind="money"),
        Column("customer_paid", ("顾客实际支付", "顾客实付"), kind="money"),
        Column("promotion", ("商家承担促销费-随单抵扣", "商家承担促销费"), kind="money"),
        Column("platform_fee", ("服务费（平台实际扣除）", "服务费"), kind="money"),
        Column("partner_fee", ("合作商商业支持费用",), kind="money"),
        Column("partner_fee_again", ("合作商商业支持费用#2",), kind="money"),
        Column("boost_fee", ("核销订单推广费",), kind="money"),
        Column("pays_out", ("商家应得",), kind="money", required=True, filled=True),
        *_SHOP,
    ),
)

# Not recognised by headers: `calendar_file` reads it.
CALENDAR = Format(key="calendar", makes="appointments", columns=())

FORMATS: tuple[Format, ...] = (
    CUSTOMER_LIST,
    DOUYIN_WORKS,
    DOUYIN_REDEMPTIONS,
    DOUYIN_SETTLEMENT,
    MEITUAN_SETTLEMENT,
)
