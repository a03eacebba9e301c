"""The equations of money as queries: each finds what breaks one, and names it in its first column."""

from __future__ import annotations

# A paid sale is its lines and its payments, its takings the money in them without tips. An open one is its
# lines; of one put aside nothing is paid, of one that is owed no more than it comes to.
_SALES = """
WITH lines AS (SELECT sale_id, sum(amount) AS amount,
        sum(CASE WHEN kind = 'tip' THEN amount ELSE 0 END) AS tips FROM sale_line GROUP BY sale_id),
    payments AS (SELECT sale_id, sum(amount) AS amount, count(*) AS many,
        sum(CASE WHEN method IN ('stored_value', 'pass', 'deposit') THEN 0 ELSE amount END) AS money
        FROM payment GROUP BY sale_id)
SELECT sale.number FROM sale
LEFT JOIN lines ON lines.sale_id = sale.id
LEFT JOIN payments ON payments.sale_id = sale.id
WHERE (sale.status = 'paid' AND (lines.amount IS NULL OR lines.amount <> sale.total
    OR coalesce(payments.amount, 0) <> sale.total
    OR coalesce(payments.money, 0) - lines.tips <> sale.takings))
OR (sale.status = 'open' AND (lines.amount IS NULL OR lines.amount <> sale.total
    OR coalesce(payments.amount, 0) > sale.total OR (sale.held = 1 AND coalesce(payments.many, 0) > 0)))
ORDER BY sale.number
"""

# A day's numbers are counted from one on.
_NUMBERS = """
SELECT substr(number, 1, 8) AS day FROM sale GROUP BY substr(number, 1, 8)
HAVING count(*) <> max(CAST(substr(number, 10) AS INTEGER)) ORDER BY day
"""

_REFUNDS = """
SELECT DISTINCT sale.number FROM sale JOIN sale AS first ON first.id = sale.refund_of
JOIN sale_line AS back ON back.sale_id = sale.id
LEFT JOIN sale_line AS sold ON sold.id = back.refund_of_line
LEFT JOIN (SELECT line.refund_of_line, sum(line.amount) AS amount FROM sale_line AS line
    JOIN sale AS refund ON refund.id = line.sale_id WHERE refund.status = 'paid' GROUP BY line.refund_of_line
) AS gone ON gone.refund_of_line = sold.id
WHERE sale.status = 'paid' AND (first.status <> 'paid' OR sold.id IS NULL OR sold.sale_id <> first.id
    OR (back.kind <> 'rounding' AND (back.amount > 0 OR sold.amount + gone.amount < 0)))
ORDER BY sale.number
"""

# What a card paid went off it and what was given back is on it; what was sold is on it; no card and no
# counter is below zero; no entry of a void sale counts; nothing is left on a card that is no more.
_CARDS = """
SELECT DISTINCT card.number FROM card JOIN (
    SELECT card_id FROM (
        SELECT payment.sale_id, payment.card_id, payment.amount FROM payment
        JOIN sale ON sale.id = payment.sale_id WHERE payment.card_id IS NOT NULL AND sale.status <> 'void'
        UNION ALL SELECT sale_id, card_id, principal + bonus FROM card_entry
        WHERE voided = 0 AND kind IN ('used', 'returned')) AS spent
    GROUP BY sale_id, card_id HAVING sum(amount) <> 0
    UNION ALL SELECT card_id FROM (
        SELECT line.sale_id, line.card_id, line.amount FROM sale_line AS line
        JOIN sale ON sale.id = line.sale_id
        WHERE line.kind = 'card' AND sale.status = 'paid' AND sale.refund_of IS NULL
        UNION ALL SELECT sale_id, card_id, -principal FROM card_entry
        WHERE voided = 0 AND kind = 'sold') AS sold
    GROUP BY sale_id, card_id HAVING sum(amount) <> 0
    UNION ALL SELECT card_id FROM card_entry WHERE voided = 0 GROUP BY card_id
    HAVING sum(principal) < 0 OR sum(bonus) < 0
    UNION ALL SELECT card_id FROM card_entry WHERE voided = 0 AND counter_id IS NOT NULL
    GROUP BY card_id, counter_id HAVING sum(units) < 0 OR sum(principal) < 0
    UNION ALL SELECT entry.card_id FROM card_entry AS entry JOIN sale ON sale.id = entry.sale_id
    WHERE entry.voided = 0 AND sale.status = 'void'
    UNION ALL SELECT entry.card_id FROM card_entry AS entry JOIN card AS over ON over.id = entry.card_id
    WHERE entry.voided = 0 AND over.state IN ('closed', 'void') GROUP BY entry.card_id
    HAVING sum(entry.principal) <> 0 OR sum(entry.bonus) <> 0 OR sum(entry.units) <> 0
) AS broken ON broken.card_id = card.id ORDER BY card.number
"""

# A voucher pays once, and is redeemed as long as it pays; of a sale that is given back whole by now it may
# have been taken away although a part went back in money.
_VOUCHERS = """
SELECT voucher.platform || ' ' || voucher.code AS code FROM voucher JOIN (
    SELECT payment.voucher_id, sum(CASE WHEN sale.status = 'void' THEN 0 ELSE payment.amount END) AS amount,
        sum(CASE WHEN sale.status <> 'void' AND payment.amount > 0 THEN 1 ELSE 0 END) AS uses,
        sum(CASE WHEN sale.status <> 'void' AND payment.amount < 0 THEN 1 ELSE 0 END) AS returns
    FROM payment JOIN sale ON sale.id = payment.sale_id
    WHERE payment.voucher_id IS NOT NULL GROUP BY payment.voucher_id
) AS paid ON paid.voucher_id = voucher.id
WHERE paid.amount < 0 OR (paid.amount > 0 AND voucher.state <> 'redeemed' AND EXISTS (
    SELECT 1 FROM payment JOIN sale ON sale.id = payment.sale_id
    LEFT JOIN (SELECT refund_of, sum(total) AS total FROM sale WHERE status = 'paid' GROUP BY refund_of
    ) AS gone ON gone.refund_of = sale.id
    WHERE payment.voucher_id = voucher.id AND payment.amount > 0 AND sale.status <> 'void'
    AND sale.total + coalesce(gone.total, 0) > 0)) OR paid.uses > 1 + paid.returns
OR (paid.amount = 0 AND voucher.customer_paid > 0 AND voucher.state = 'redeemed')
ORDER BY code
"""

# What was earned by a line that was given back whole is nothing, and never less.
_COMMISSION = """
WITH counted AS (
    SELECT coalesce(first.sale_line_id, entry.sale_line_id) AS line_id,
        entry.base, entry.amount, entry.requested
    FROM commission_entry AS entry JOIN sale ON sale.id = entry.sale_id
    LEFT JOIN commission_entry AS first ON first.id = entry.reverses WHERE sale.status = 'paid'),
earned AS (
    SELECT line_id, sum(base) AS base, sum(amount) AS amount, sum(requested) AS requested
    FROM counted GROUP BY line_id),
gone AS (
    SELECT line.refund_of_line AS line_id, sum(line.amount) AS amount FROM sale_line AS line
    JOIN sale ON sale.id = line.sale_id
    WHERE sale.status = 'paid' AND line.refund_of_line IS NOT NULL GROUP BY line.refund_of_line)
SELECT DISTINCT sale.number FROM earned JOIN sale_line AS line ON line.id = earned.line_id
JOIN sale ON sale.id = line.sale_id LEFT JOIN gone ON gone.line_id = line.id
WHERE earned.amount < 0 OR earned.requested < 0
OR (line.amount <> 0 AND line.amount + coalesce(gone.amount, 0) = 0
    AND (earned.base <> 0 OR earned.amount <> 0 OR earned.requested <> 0))
ORDER BY sale.number
"""

# What a closed day expected is what its payments, its float and its entries come to; the pieces are the cash
# that was counted, and no more of it was kept.
_DRAWER = """
WITH counted AS (SELECT DISTINCT day_close.id, day_close.day, day_close.float, day_close.kept FROM day_close
    JOIN day_count ON day_count.day_close_id = day_close.id)
SELECT day || ' ' || method AS place FROM (
    SELECT counted.day, payment.method, payment.amount FROM counted
    JOIN payment ON payment.at >= counted.day || 'T00:00' AND payment.at <= counted.day || 'T23:59'
    JOIN sale ON sale.id = payment.sale_id WHERE sale.status <> 'void'
    UNION ALL SELECT day, 'cash', float FROM counted
    UNION ALL SELECT counted.day, 'cash',
        CASE WHEN entry.kind = 'in' THEN entry.amount ELSE -entry.amount END FROM counted
    JOIN drawer_entry AS entry ON entry.at >= counted.day || 'T00:00' AND entry.at <= counted.day || 'T23:59'
    WHERE entry.voided = 0 AND entry.kind <> 'float'
    UNION ALL SELECT counted.day, one.method, -one.expected FROM counted
    JOIN day_count AS one ON one.day_close_id = counted.id) AS drawer
GROUP BY day, method HAVING sum(amount) <> 0
UNION SELECT counted.day || ' cash' FROM counted
JOIN day_count AS one ON one.day_close_id = counted.id AND one.method = 'cash'
LEFT JOIN (SELECT day_close_id, sum(value * pieces) AS amount FROM day_piece GROUP BY day_close_id) AS pile
    ON pile.day_close_id = counted.id
WHERE counted.kept > one.counted OR pile.amount <> one.counted
ORDER BY place
"""

# A product that was sold is off the shelf, and no more pieces are back on it than were sold.
_STOCK = """
SELECT sale.number FROM sale_line AS line JOIN sale ON sale.id = line.sale_id
LEFT JOIN (SELECT sale_line_id, sum(quantity) AS pieces FROM stock_entry
    WHERE sale_line_id IS NOT NULL GROUP BY sale_line_id) AS moved ON moved.sale_line_id = line.id
LEFT JOIN (SELECT back.refund_of_line, sum(entry.quantity) AS pieces FROM stock_entry AS entry
    JOIN sale_line AS back ON back.id = entry.sale_line_id JOIN sale AS refund ON refund.id = back.sale_id
    WHERE refund.status = 'paid' AND refund.refund_of IS NOT NULL GROUP BY back.refund_of_line
) AS shelved ON shelved.refund_of_line = line.id
WHERE line.kind = 'product' AND sale.status = 'paid' AND sale.refund_of IS NULL
AND (coalesce(moved.pieces, 0) <> -line.quantity OR coalesce(shelved.pieces, 0) > line.quantity)
GROUP BY sale.number ORDER BY sale.number
"""

CHECKS: tuple[tuple[str, str], ...] = (
    ("sale_does_not_add_up", _SALES),
    ("number_missing", _NUMBERS),
    ("refund_does_not_add_up", _REFUNDS),
    ("card_does_not_add_up", _CARDS),
    ("voucher_does_not_add_up", _VOUCHERS),
    ("commission_does_not_add_up", _COMMISSION),
    ("drawer_does_not_add_up", _DRAWER),
    ("stock_does_not_add_up", _STOCK),
)
