"""The words on a receipt, in the customer's language and not in the window's."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """What is written on a receipt beside the shop's own text."""

    sale: str
    refund: str
    void: str
    held: str
    number: str
    time: str
    customer: str
    cashier: str
    refund_of: str
    reason: str
    thing: str
    worker: str
    quantity: str
    price: str
    amount: str
    off: str
    gross: str
    discount: str
    rounding: str
    total: str
    given_back: str
    paid: str
    to_pay: str
    given: str
    change: str
    left: str
    uses: str
    until: str
    invoice: str
    no_invoice: str
    test: str
    colon: str
    comma: str
    methods: dict[str, str]
    platforms: dict[str, str]


_CHINESE = Words(
    sale="消费单",
    refund="退款单",
    void="已作废",
    held="挂单",
    number="单号",
    time="时间",
    customer="顾客",
    cashier="收银",
    refund_of="原单号",
    reason="原因",
    thing="项目",
    worker="员工",
    quantity="数量",
    price="单价",
    amount="金额",
    off="优惠",
    gross="小计",
    discount="优惠合计",
    rounding="抹零",
    total="合计",
    given_back="退款合计",
    paid="已付",
    to_pay="未付",
    given="实收现金",
    change="找零",
    left="余额 {amount}",
    uses="剩 {count} 次",
    until="有效期至 {day}",
    invoice="发票号",
    no_invoice="本单非发票",
    test="打印测试",
    colon="：",
    comma="、",
    methods={
        "wechat": "微信",
        "alipay": "支付宝",
        "cash": "现金",
        "card": "银行卡",
        "transfer": "转账",
        "voucher": "团购券",
        "stored_value": "储值卡",
        "pass": "次卡",
        "deposit": "定金",
    },
    platforms={
        "douyin": "抖音",
        "xiaohongshu": "小红书",
        "kuaishou": "快手",
        "wechat_channels": "视频号",
        "meituan": "美团",
        "dianping": "大众点评",
        "other": "",
    },
)

_ENGLISH = Words(
    sale="Receipt",
    refund="Refund",
    void="VOID",
    held="Put aside",
    number="No.",
    time="Time",
    customer="Customer",
    cashier="Cashier",
    refund_of="Of sale",
    reason="Reason",
    thing="Service",
    worker="Worker",
    quantity="Qty",
    price="Price",
    amount="Amount",
    off="Discount",
    gross="Subtotal",
    discount="Discounts",
    rounding="Rounding",
    total="Total",
    given_back="Given back",
    paid="Paid",
    to_pay="To pay",
    given="Cash given",
    change="Change",
    left="{amount} left",
    uses="{count} left",
    until="valid until {day}",
    invoice="Invoice no.",
    no_invoice="This is not an invoice",
    test="Test print",
    colon=": ",
    comma=", ",
    methods={
        "wechat": "WeChat",
        "alipay": "Alipay",
        "cash": "Cash",
        "card": "Bank card",
        "transfer": "Transfer",
        "voucher": "Voucher",
        "stored_value": "Balance card",
        "pass": "Pass",
        "deposit": "Deposit",
    },
    platforms={
        "douyin": "Douyin",
        "xiaohongshu": "Xiaohongshu",
        "kuaishou": "Kuaishou",
        "wechat_channels": "WeChat Channels",
        "meituan": "Meituan",
        "dianping": "Dianping",
        "other": "",
    },
)


def words_in(language: str) -> Words:
    """The words of "zh_CN" or "en"."""
    return _CHINESE if language == "zh_CN" else _ENGLISH
