"""The sheets of the accountant's month: what each reads, and what its columns are called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Col(NamedTuple):
    """A column: its name in Chinese and English, the field it shows, and what kind of value that is.

    `kind` is "text", "money", "price" (money that no sum means anything of), "count",
    "day", "moment", or a table of `books_words`.
    """

    chinese: str
    english: str
    field: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class BookSheet:
    """One sheet; `query` takes :first and :last (days) and :after (the day behind the last).

    The money columns are summed over the rows whose field `counts` is 1.
    """

    chinese: str
    english: str
    query: str
    columns: tuple[Col, ...]


_SALES = """
SELECT sale.number, sale.sold_at, sale.day, coalesce(customer.name, '') AS customer, sale.status,
    coalesce(sum(line.quantity * line.unit_price), 0) AS gross, coalesce(sum(line.discount), 0) AS discount,
    sale.total, sale.takings,
    coalesce(sum(CASE WHEN line.kind = 'tip' THEN line.amount ELSE 0 END), 0) AS tips,
    (SELECT coalesce(sum(payment.amount), 0) FROM payment WHERE payment.sale_id = sale.id
        AND payment.method IN ('stored_value', 'pass', 'deposit')) AS prepaid,
    coalesce(sold.number, '') AS refund_of,
    coalesce(nullif(sale.refund_reason, ''), sale.void_reason) AS reason,
    sale.invoice_number, sale.of_day, sale.cashier, sale.note,
    CASE WHEN sale.status = 'paid' THEN 1 ELSE 0 END AS counts
FROM sale LEFT JOIN sale_line line ON line.sale_id = sale.id
LEFT JOIN customer ON customer.id = sale.customer_id LEFT JOIN sale sold ON sold.id = sale.refund_of
WHERE sale.day BETWEEN :first AND :last
GROUP BY sale.id, sale.number, sale.sold_at, sale.day, customer.name, sale.status, sale.total, sale.takings,
    sold.number, sale.refund_reason, sale.void_reason, sale.invoice_number, sale.of_day, sale.cashier,
    sale.note
ORDER BY sale.day, sale.number
"""

_LINES = """
SELECT sale.number, sale.day, sale.status, line.kind, line.title, coalesce(worker.name, '') AS worker,
    line.quantity, line.list_price, line.unit_price, line.price_reason, line.discount, line.amount,
    line.material_cost, line.requested, CASE WHEN sale.status = 'paid' THEN 1 ELSE 0 END AS counts
FROM sale_line line JOIN sale ON sale.id = line.sale_id LEFT JOIN worker ON worker.id = line.worker_id
WHERE sale.day BETWEEN :first AND :last ORDER BY sale.day, sale.number, line.seq
"""

# By the day that money changed hands, which is not the sale's where it was paid later.
_PAYMENTS = """
SELECT payment.at, sale.number, sale.status, payment.method, payment.amount, payment.fee, payment.given,
    coalesce(voucher.platform, '') AS platform, coalesce(voucher.code, '') AS code,
    coalesce(card.number, '') AS card, coalesce(customer.name, '') AS customer, payment.reason,
    CASE WHEN sale.status <> 'void' THEN 1 ELSE 0 END AS counts
FROM payment JOIN sale ON sale.id = payment.sale_id LEFT JOIN voucher ON voucher.id = payment.voucher_id
LEFT JOIN card ON card.id = payment.card_id LEFT JOIN customer ON customer.id = sale.customer_id
WHERE payment.at >= :first AND payment.at < :after ORDER BY payment.at, sale.number, payment.seq
"""

_REFUNDS = """
SELECT sale.number, sale.sold_at, sold.number AS of_number, sold.day AS of_day, line.title,
    coalesce(worker.name, '') AS worker, line.quantity, line.amount,
    sale.refund_reason AS reason, sale.status,
    CASE WHEN sale.status = 'paid' THEN 1 ELSE 0 END AS counts
FROM sale JOIN sale sold ON sold.id = sale.refund_of JOIN sale_line line ON line.sale_id = sale.id
LEFT JOIN worker ON worker.id = line.worker_id
WHERE sale.day BETWEEN :first AND :last ORDER BY sale.day, sale.number, line.seq
"""

_VOUCHERS = """
SELECT voucher.redeemed_at, voucher.platform, voucher.code, voucher.order_id, voucher.product,
    (SELECT min(sale.number) FROM payment JOIN sale ON sale.id = payment.sale_id
        WHERE payment.voucher_id = voucher.id AND payment.amount > 0 AND sale.status <> 'void') AS number,
    voucher.list_price, voucher.customer_paid, voucher.platform_fee, voucher.influencer_fee,
    voucher.worker_incentive, voucher.pays_out, voucher.state, voucher.state_at, voucher.state_reason,
    (SELECT sum(settlement.pays_out) FROM settlement WHERE settlement.voucher_id = voucher.id) AS settled,
    CASE WHEN voucher.state = 'redeemed' THEN 1 ELSE 0 END AS counts
FROM voucher WHERE voucher.redeemed_at >= :first AND voucher.redeemed_at < :after
ORDER BY voucher.redeemed_at, voucher.platform, voucher.code
"""

_CARDS = """
SELECT entry.at, card.number AS card, card.kind AS card_kind, card.name, customer.name AS customer,
    entry.kind,
    coalesce(service.name, '') AS service, entry.principal, entry.bonus, entry.units,
    coalesce(sale.number, '') AS number, entry.note, entry.who, entry.voided, 1 - entry.voided AS counts
FROM card_entry entry JOIN card ON card.id = entry.card_id JOIN customer ON customer.id = card.customer_id
LEFT JOIN card_counter counter ON counter.id = entry.counter_id
LEFT JOIN service ON service.id = counter.service_id LEFT JOIN sale ON sale.id = entry.sale_id
WHERE entry.at >= :first AND entry.at < :after ORDER BY entry.at, card.number, entry.id
"""

_COMMISSION = """
SELECT entry.at, sale.number, worker.name AS worker, line.title, line.kind, entry.base, entry.amount,
    entry.requested, CASE WHEN entry.reverses IS NULL THEN 0 ELSE 1 END AS reversal, 1 AS counts
FROM commission_entry entry JOIN sale ON sale.id = entry.sale_id
JOIN sale_line line ON line.id = entry.sale_line_id JOIN worker ON worker.id = entry.worker_id
WHERE sale.status = 'paid' AND entry.at >= :first AND entry.at < :after
ORDER BY entry.at, sale.number, line.seq, worker.name
"""

_DRAWER = """
SELECT at, kind, CASE WHEN kind = 'out' THEN -amount ELSE amount END AS amount, reason, who, voided,
    CASE WHEN voided = 0 AND kind <> 'float' THEN 1 ELSE 0 END AS counts
FROM drawer_entry WHERE at >= :first AND at < :after ORDER BY at, id
"""

_CLOSES = """
SELECT day_close.day, day_close.closed_at, day_close.who, day_close.float, day_close.kept, day_close.note,
    count.method, count.expected, count.counted, count.counted - count.expected AS difference, count.reason,
    1 AS counts
FROM day_close LEFT JOIN day_count count ON count.day_close_id = day_close.id
WHERE day_close.day BETWEEN :first AND :last ORDER BY day_close.day, count.method
"""

_NUMBER = Col("单号", "Sale", "number")
_DAY = Col("日期", "Day", "day", "day")
_STATUS = Col("状态", "State", "status", "status")
_CUSTOMER = Col("顾客", "Customer", "customer")
_WORKER = Col("员工", "Worker", "worker")
_REASON = Col("原因", "Reason", "reason")
_AMOUNT = Col("金额", "Amount", "amount", "money")

SHEETS = (
    BookSheet(
        "消费单",
        "Sales",
        _SALES,
        (
            _NUMBER,
            Col("时间", "Time", "sold_at", "moment"),
            _CUSTOMER,
            _STATUS,
            Col("优惠前", "Before discounts", "gross", "money"),
            Col("优惠", "Discounts", "discount", "money"),
            Col("合计", "Total", "total", "money"),
            Col("营业额", "Takings", "takings", "money"),
            Col("预付卡支付", "Paid by prepaid", "prepaid", "money"),
            Col("小费", "Tips", "tips", "money"),
            Col("原单号", "Refund of", "refund_of"),
            _REASON,
            Col("发票号", "Invoice no.", "invoice_number"),
            Col("归属日期", "Belongs to", "of_day", "day"),
            Col("收银", "Cashier", "cashier"),
            Col("备注", "Note", "note"),
        ),
    ),
    BookSheet(
        "明细",
        "Lines",
        _LINES,
        (
            _NUMBER,
            _DAY,
            _STATUS,
            Col("类别", "Kind", "kind", "line"),
            Col("名称", "Title", "title"),
            _WORKER,
            Col("数量", "Quantity", "quantity", "count"),
            Col("目录价", "List price", "list_price", "price"),
            Col("单价", "Price", "unit_price", "price"),
            Col("改价原因", "Reason of the price", "price_reason"),
            Col("优惠", "Discount", "discount", "money"),
            _AMOUNT,
            Col("材料成本", "Material cost", "material_cost", "money"),
            Col("点名", "Asked for", "requested", "yes"),
        ),
    ),
    BookSheet(
        "收款",
        "Payments",
        _PAYMENTS,
        (
            Col("时间", "Time", "at", "moment"),
            _NUMBER,
            Col("单据状态", "State of the sale", "status", "status"),
            Col("方式", "Method", "method", "method"),
            _AMOUNT,
            Col("手续费", "Fee", "fee", "money"),
            Col("实收现金", "Cash given", "given", "price"),
            Col("平台", "Platform", "platform", "platform"),
            Col("券码", "Voucher", "code"),
            Col("卡号", "Card", "card"),
            _CUSTOMER,
            _REASON,
        ),
    ),
    BookSheet(
        "退款",
        "Refunds",
        _REFUNDS,
        (
            _NUMBER,
            Col("时间", "Time", "sold_at", "moment"),
            Col("原单号", "Refund of", "of_number"),
            Col("原单日期", "Day of that sale", "of_day", "day"),
            Col("名称", "Title", "title"),
            _WORKER,
            Col("数量", "Quantity", "quantity", "count"),
            _AMOUNT,
            _REASON,
            _STATUS,
        ),
    ),
    BookSheet(
        "团购券",
        "Vouchers",
        _VOUCHERS,
        (
            Col("核销时间", "Redeemed", "redeemed_at", "moment"),
            Col("平台", "Platform", "platform", "platform"),
            Col("券码", "Code", "code"),
            Col("订单号", "Order", "order_id"),
            Col("商品", "Product", "product"),
            _NUMBER,
            Col("门市价", "List price", "list_price", "money"),
            Col("顾客实付", "Customer paid", "customer_paid", "money"),
            Col("平台服务费", "Platform fee", "platform_fee", "money"),
            Col("达人佣金", "Influencer fee", "influencer_fee", "money"),
            Col("职人激励", "Staff incentive", "worker_incentive", "money"),
            Col("商家应得", "Platform pays out", "pays_out", "money"),
            Col("已结算", "Settled", "settled", "money"),
            Col("状态", "State", "state", "voucher"),
            Col("状态时间", "State since", "state_at", "moment"),
            Col("原因", "Reason", "state_reason"),
        ),
    ),
    BookSheet(
        "卡流水",
        "Card entries",
        _CARDS,
        (
            Col("时间", "Time", "at", "moment"),
            Col("卡号", "Card", "card"),
            Col("卡类", "Kind of card", "card_kind", "card"),
            Col("卡名", "Name", "name"),
            _CUSTOMER,
            Col("事项", "What", "kind", "entry"),
            Col("项目", "Service", "service"),
            Col("本金", "Principal", "principal", "money"),
            Col("赠送", "Bonus", "bonus", "money"),
            Col("次数", "Uses", "units", "count"),
            _NUMBER,
            Col("说明", "Note", "note"),
            Col("经手", "By", "who"),
            Col("已作废", "Void", "voided", "yes"),
        ),
    ),
    BookSheet(
        "提成",
        "Commission",
        _COMMISSION,
        (
            Col("时间", "Time", "at", "moment"),
            _NUMBER,
            _WORKER,
            Col("名称", "Title", "title"),
            Col("类别", "Kind", "kind", "line"),
            Col("提成基数", "Base", "base", "money"),
            Col("提成", "Commission", "amount", "money"),
            Col("其中点名", "For being asked for", "requested", "money"),
            Col("冲回", "Taken back", "reversal", "yes"),
        ),
    ),
    BookSheet(
        "钱箱",
        "Drawer",
        _DRAWER,
        (
            Col("时间", "Time", "at", "moment"),
            Col("事项", "What", "kind", "drawer"),
            _AMOUNT,
            _REASON,
            Col("经手", "By", "who"),
            Col("已作废", "Void", "voided", "yes"),
        ),
    ),
    BookSheet(
        "日结",
        "Day closes",
        _CLOSES,
        (
            _DAY,
            Col("日结时间", "Closed", "closed_at", "moment"),
            Col("经手", "By", "who"),
            Col("备用金", "Float", "float", "price"),
            Col("留存", "Kept in the drawer", "kept", "price"),
            Col("方式", "Method", "method", "method"),
            Col("应有", "Expected", "expected", "money"),
            Col("实点", "Counted", "counted", "money"),
            Col("差异", "Difference", "difference", "money"),
            _REASON,
            Col("备注", "Note", "note"),
        ),
    ),
)
