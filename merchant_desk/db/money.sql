-- Schema 3: sales of every kind, group-buy vouchers and their settlement, prepaid cards, commission, the drawer
-- and the day's close, products and their stock. The migration has dropped the triggers before it runs this.

-- ------------------------------------------------------------------------------------------------ catalog
ALTER TABLE service ADD COLUMN add_on INTEGER NOT NULL DEFAULT 0 CHECK (add_on IN (0, 1));

-- A thing that is sold, by the piece. Its stock is the sum of its entries.
CREATE TABLE product (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    code TEXT NOT NULL DEFAULT '',
    price INTEGER NOT NULL CHECK (price >= 0),
    cost INTEGER NOT NULL DEFAULT 0 CHECK (cost >= 0),
    low_mark INTEGER NOT NULL DEFAULT 0 CHECK (low_mark >= 0),
    seq INTEGER NOT NULL DEFAULT 0,
    archived_at INTEGER,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX product_code ON product (code) WHERE code <> '' AND archived_at IS NULL;

-- --------------------------------------------------------------------------------------------- group-buy vouchers
-- What the shop offers on a platform: the amounts that a redeemed voucher starts with.
CREATE TABLE voucher_product (
    id TEXT NOT NULL PRIMARY KEY,
    platform TEXT NOT NULL CHECK (length(platform) > 0),
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    service_id TEXT REFERENCES service (id),
    list_price INTEGER NOT NULL DEFAULT 0 CHECK (list_price >= 0),
    customer_paid INTEGER NOT NULL CHECK (customer_paid >= 0),
    platform_fee INTEGER NOT NULL DEFAULT 0 CHECK (platform_fee >= 0),
    influencer_fee INTEGER NOT NULL DEFAULT 0 CHECK (influencer_fee >= 0),
    worker_incentive INTEGER NOT NULL DEFAULT 0 CHECK (worker_incentive >= 0),
    pays_out INTEGER NOT NULL CHECK (pays_out >= 0),
    seq INTEGER NOT NULL DEFAULT 0,
    archived_at INTEGER,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX voucher_product_service ON voucher_product (service_id);

ALTER TABLE voucher ADD COLUMN voucher_product_id TEXT REFERENCES voucher_product (id);
-- The service it was redeemed for: the product's own, or what replaced one that is no longer sold.
ALTER TABLE voucher ADD COLUMN service_id TEXT REFERENCES service (id);
ALTER TABLE voucher ADD COLUMN expires_on TEXT CHECK (length(expires_on) = 10);
ALTER TABLE voucher ADD COLUMN state_at TEXT CHECK (length(state_at) = 16);
ALTER TABLE voucher ADD COLUMN state_reason TEXT NOT NULL DEFAULT '';
CREATE INDEX voucher_voucher_product ON voucher (voucher_product_id);
CREATE INDEX voucher_service ON voucher (service_id);
CREATE INDEX voucher_redeemed ON voucher (redeemed_at);

-- A platform's row of what it pays out. Several may belong to one voucher; one without a voucher stays and waits.
CREATE TABLE settlement (
    id TEXT NOT NULL PRIMARY KEY,
    platform TEXT NOT NULL,
    row_key TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    order_id TEXT NOT NULL DEFAULT '',
    product TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL CHECK (kind IN ('settled', 'refunded', 'compensated')),
    settled_at TEXT NOT NULL CHECK (length(settled_at) = 16),
    list_price INTEGER NOT NULL DEFAULT 0,
    customer_paid INTEGER NOT NULL DEFAULT 0,
    platform_fee INTEGER NOT NULL DEFAULT 0,
    influencer_fee INTEGER NOT NULL DEFAULT 0,
    worker_incentive INTEGER NOT NULL DEFAULT 0,
    pays_out INTEGER NOT NULL,
    voucher_id TEXT REFERENCES voucher (id),
    accepted INTEGER NOT NULL DEFAULT 0 CHECK (accepted IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    UNIQUE (platform, row_key)
) STRICT;
CREATE INDEX settlement_voucher ON settlement (voucher_id);
CREATE INDEX settlement_code ON settlement (code);

-- ------------------------------------------------------------------------------------------------ prepaid cards
-- What the shop sells ahead: a balance with a bonus, or a pass with counters.
CREATE TABLE card_type (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('balance', 'pass')),
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    price INTEGER NOT NULL CHECK (price >= 0),
    bonus INTEGER NOT NULL DEFAULT 0 CHECK (bonus >= 0),
    valid_days INTEGER CHECK (valid_days > 0),
    spend_first TEXT NOT NULL DEFAULT 'principal' CHECK (spend_first IN ('principal', 'bonus', 'share')),
    seq INTEGER NOT NULL DEFAULT 0,
    archived_at INTEGER,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    CHECK (kind = 'balance' OR bonus = 0)
) STRICT;

CREATE TABLE card_type_counter (
    id TEXT NOT NULL PRIMARY KEY,
    card_type_id TEXT NOT NULL REFERENCES card_type (id),
    seq INTEGER NOT NULL,
    service_id TEXT NOT NULL REFERENCES service (id),
    units INTEGER NOT NULL CHECK (units > 0),
    unit_price INTEGER NOT NULL CHECK (unit_price >= 0),
    free INTEGER NOT NULL DEFAULT 0 CHECK (free IN (0, 1)),
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    UNIQUE (card_type_id, seq)
) STRICT;
CREATE INDEX card_type_counter_service ON card_type_counter (service_id);

-- A customer's card. A deposit taken for an appointment is one too: it is spent at its checkout.
CREATE TABLE card (
    id TEXT NOT NULL PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('balance', 'pass', 'deposit')),
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    card_type_id TEXT REFERENCES card_type (id),
    customer_id TEXT NOT NULL REFERENCES customer (id),
    appointment_id TEXT REFERENCES appointment (id),
    price INTEGER NOT NULL CHECK (price >= 0),
    bonus INTEGER NOT NULL DEFAULT 0 CHECK (bonus >= 0),
    spend_first TEXT NOT NULL DEFAULT 'principal' CHECK (spend_first IN ('principal', 'bonus', 'share')),
    sold_on TEXT NOT NULL CHECK (length(sold_on) = 10),
    expires_on TEXT CHECK (length(expires_on) = 10),
    state TEXT NOT NULL DEFAULT 'live' CHECK (state IN ('live', 'paused', 'closed', 'void')),
    paused_on TEXT CHECK (length(paused_on) = 10),
    note TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    CHECK ((state = 'paused') = (paused_on IS NOT NULL)),
    CHECK (appointment_id IS NULL OR kind = 'deposit')
) STRICT;
CREATE INDEX card_customer ON card (customer_id);
CREATE INDEX card_card_type ON card (card_type_id);
CREATE INDEX card_appointment ON card (appointment_id);

-- How often a pass may be used for a service; principal is the part of the price that these units carry.
CREATE TABLE card_counter (
    id TEXT NOT NULL PRIMARY KEY,
    card_id TEXT NOT NULL REFERENCES card (id),
    seq INTEGER NOT NULL,
    service_id TEXT NOT NULL REFERENCES service (id),
    units INTEGER NOT NULL CHECK (units > 0),
    unit_price INTEGER NOT NULL CHECK (unit_price >= 0),
    principal INTEGER NOT NULL CHECK (principal >= 0),
    free INTEGER NOT NULL DEFAULT 0 CHECK (free IN (0, 1)),
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    UNIQUE (card_id, seq)
) STRICT;
CREATE INDEX card_counter_service ON card_counter (service_id);

-- --------------------------------------------------------------------------------------------------- sales
ALTER TABLE sale ADD COLUMN takings INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sale ADD COLUMN opened_at TEXT CHECK (length(opened_at) = 16);
ALTER TABLE sale ADD COLUMN held INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1));
-- The closed day that a sale written down later belongs to.
ALTER TABLE sale ADD COLUMN of_day TEXT CHECK (length(of_day) = 10);
ALTER TABLE sale ADD COLUMN refund_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE sale ADD COLUMN invoice_number TEXT NOT NULL DEFAULT '';
UPDATE sale SET takings = total - (SELECT coalesce(sum(amount), 0) FROM sale_line
    WHERE sale_line.sale_id = sale.id AND kind = 'tip');
DROP INDEX sale_day;
-- Wide enough that the charts read takings and visits from the index alone.
CREATE INDEX sale_day ON sale (day, customer_id, sold_at, takings, status, refund_of);
CREATE INDEX sale_open ON sale (opened_at) WHERE status = 'open';

CREATE TABLE sale_line_new (
    id TEXT NOT NULL PRIMARY KEY,
    sale_id TEXT NOT NULL REFERENCES sale (id),
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL DEFAULT 'service'
        CHECK (kind IN ('service', 'add_on', 'product', 'card', 'tip', 'free', 'rounding')),
    service_id TEXT REFERENCES service (id),
    product_id TEXT REFERENCES product (id),
    card_id TEXT REFERENCES card (id),
    worker_id TEXT REFERENCES worker (id),
    title TEXT NOT NULL,
    quantity INTEGER NOT NULL DEFAULT 1 CHECK (quantity <> 0),
    unit_price INTEGER NOT NULL,
    list_price INTEGER NOT NULL,
    price_reason TEXT NOT NULL DEFAULT '',
    discount INTEGER NOT NULL DEFAULT 0,
    amount INTEGER NOT NULL,
    material_cost INTEGER NOT NULL DEFAULT 0,
    requested INTEGER NOT NULL DEFAULT 0 CHECK (requested IN (0, 1)),
    refund_of_line TEXT REFERENCES sale_line (id),
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    UNIQUE (sale_id, seq),
    CHECK (amount = quantity * unit_price - discount),
    CHECK (kind <> 'product' OR product_id IS NOT NULL),
    CHECK (kind <> 'card' OR card_id IS NOT NULL)
) STRICT;
INSERT INTO sale_line_new (id, sale_id, seq, kind, service_id, worker_id, title, quantity, unit_price, list_price,
    discount, amount, material_cost, created_at, updated_at, rev)
SELECT id, sale_id, seq, CASE WHEN kind IN ('product', 'card') THEN 'free' ELSE kind END, service_id, worker_id,
    title, quantity, unit_price, unit_price, discount, amount, material_cost, created_at, updated_at, rev
FROM sale_line;
DROP TABLE sale_line;
ALTER TABLE sale_line_new RENAME TO sale_line;
CREATE INDEX sale_line_service ON sale_line (service_id);
CREATE INDEX sale_line_worker ON sale_line (worker_id);
CREATE INDEX sale_line_product ON sale_line (product_id) WHERE product_id IS NOT NULL;
CREATE INDEX sale_line_card ON sale_line (card_id) WHERE card_id IS NOT NULL;
CREATE INDEX sale_line_refund_of ON sale_line (refund_of_line) WHERE refund_of_line IS NOT NULL;

-- Who did a line together, and in which parts; a line without rows here is all its worker's.
CREATE TABLE sale_share (
    id TEXT NOT NULL PRIMARY KEY,
    sale_line_id TEXT NOT NULL REFERENCES sale_line (id),
    worker_id TEXT NOT NULL REFERENCES worker (id),
    share INTEGER NOT NULL CHECK (share > 0),
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    UNIQUE (sale_line_id, worker_id)
) STRICT;
CREATE INDEX sale_share_worker ON sale_share (worker_id);

CREATE TABLE payment_new (
    id TEXT NOT NULL PRIMARY KEY,
    sale_id TEXT NOT NULL REFERENCES sale (id),
    seq INTEGER NOT NULL,
    at TEXT NOT NULL CHECK (length(at) = 16),
    method TEXT NOT NULL CHECK (method IN
        ('wechat', 'alipay', 'cash', 'card', 'transfer', 'voucher', 'stored_value', 'pass', 'deposit')),
    amount INTEGER NOT NULL,
    given INTEGER,
    fee INTEGER NOT NULL DEFAULT 0,
    voucher_id TEXT REFERENCES voucher (id),
    card_id TEXT REFERENCES card (id),
    reason TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    UNIQUE (sale_id, seq),
    CHECK ((method = 'voucher') = (voucher_id IS NOT NULL)),
    CHECK ((method IN ('stored_value', 'pass', 'deposit')) = (card_id IS NOT NULL)),
    CHECK (given IS NULL OR (method = 'cash' AND given >= amount))
) STRICT;
INSERT INTO payment_new (id, sale_id, seq, at, method, amount, fee, voucher_id, created_at, updated_at, rev)
SELECT payment.id, sale_id, payment.seq, sale.sold_at,
    CASE WHEN method IN ('stored_value', 'pass') THEN 'transfer' ELSE method END, amount, fee, voucher_id,
    payment.created_at, payment.updated_at, payment.rev
FROM payment JOIN sale ON sale.id = payment.sale_id;
DROP TABLE payment;
ALTER TABLE payment_new RENAME TO payment;
CREATE INDEX payment_voucher ON payment (voucher_id) WHERE voucher_id IS NOT NULL;
CREATE INDEX payment_card ON payment (card_id) WHERE card_id IS NOT NULL;
CREATE INDEX payment_at ON payment (at, method, amount);

-- The ledger of the cards: what came on, what went off. Nothing in it is ever changed but whether it counts.
CREATE TABLE card_entry (
    id TEXT NOT NULL PRIMARY KEY,
    card_id TEXT NOT NULL REFERENCES card (id),
    counter_id TEXT REFERENCES card_counter (id),
    kind TEXT NOT NULL CHECK (kind IN ('opening', 'sold', 'used', 'returned', 'refunded', 'corrected',
        'transferred', 'paused', 'resumed', 'extended', 'closed')),
    at TEXT NOT NULL CHECK (length(at) = 16),
    principal INTEGER NOT NULL DEFAULT 0,
    bonus INTEGER NOT NULL DEFAULT 0,
    units INTEGER NOT NULL DEFAULT 0,
    sale_id TEXT REFERENCES sale (id),
    note TEXT NOT NULL DEFAULT '',
    who TEXT NOT NULL DEFAULT '',
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    CHECK ((kind IN ('sold', 'used', 'returned', 'refunded')) = (sale_id IS NOT NULL)),
    CHECK (kind NOT IN ('transferred', 'paused', 'resumed', 'extended', 'closed')
        OR (principal = 0 AND bonus = 0 AND units = 0)),
    CHECK (units = 0 OR counter_id IS NOT NULL)
) STRICT;
CREATE INDEX card_entry_card ON card_entry (card_id, at);
CREATE INDEX card_entry_counter ON card_entry (counter_id) WHERE counter_id IS NOT NULL;
CREATE INDEX card_entry_sale ON card_entry (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX card_entry_at ON card_entry (at);

-- In, out and counted; a sale's own entries count as long as the sale does.
CREATE TABLE stock_entry (
    id TEXT NOT NULL PRIMARY KEY,
    product_id TEXT NOT NULL REFERENCES product (id),
    kind TEXT NOT NULL CHECK (kind IN ('in', 'out', 'count', 'sold')),
    at TEXT NOT NULL CHECK (length(at) = 16),
    quantity INTEGER NOT NULL,
    counted INTEGER CHECK (counted >= 0),
    unit_cost INTEGER CHECK (unit_cost >= 0),
    sale_line_id TEXT REFERENCES sale_line (id),
    note TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    CHECK ((kind = 'sold') = (sale_line_id IS NOT NULL)),
    CHECK ((kind = 'count') = (counted IS NOT NULL)),
    CHECK (kind <> 'in' OR quantity > 0), CHECK (kind <> 'out' OR quantity < 0)
) STRICT;
CREATE INDEX stock_entry_product ON stock_entry (product_id, at);
CREATE INDEX stock_entry_line ON stock_entry (sale_line_id) WHERE sale_line_id IS NOT NULL;

-- ------------------------------------------------------------------------------------------------ commission
-- NULL stands for all. rate is in hundredths of a percent; tiers is a JSON list of [takings from, rate].
CREATE TABLE commission_rule (
    id TEXT NOT NULL PRIMARY KEY,
    worker_id TEXT REFERENCES worker (id),
    service_id TEXT REFERENCES service (id),
    category_id TEXT REFERENCES category (id),
    line_kind TEXT NOT NULL DEFAULT 'service' CHECK (line_kind IN ('service', 'product', 'card')),
    basis TEXT NOT NULL DEFAULT 'paid' CHECK (basis IN ('list', 'paid', 'after_fee')),
    kind TEXT NOT NULL CHECK (kind IN ('percent', 'fixed', 'tiered')),
    rate INTEGER NOT NULL DEFAULT 0 CHECK (rate BETWEEN 0 AND 10000),
    amount INTEGER NOT NULL DEFAULT 0 CHECK (amount >= 0),
    tiers TEXT CHECK (tiers IS NULL OR json_valid(tiers)),
    whole INTEGER NOT NULL DEFAULT 0 CHECK (whole IN (0, 1)),
    with_prepaid INTEGER NOT NULL DEFAULT 1 CHECK (with_prepaid IN (0, 1)),
    requested_rate INTEGER NOT NULL DEFAULT 0 CHECK (requested_rate BETWEEN 0 AND 10000),
    requested_amount INTEGER NOT NULL DEFAULT 0 CHECK (requested_amount >= 0),
    valid_from TEXT NOT NULL DEFAULT '0001-01-01' CHECK (length(valid_from) = 10),
    valid_to TEXT NOT NULL DEFAULT '9999-12-31' CHECK (length(valid_to) = 10),
    archived_at INTEGER,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    CHECK (valid_from <= valid_to),
    CHECK ((kind = 'tiered') = (tiers IS NOT NULL)),
    CHECK (service_id IS NULL OR category_id IS NULL)
) STRICT;
CREATE INDEX commission_rule_worker ON commission_rule (worker_id);
CREATE INDEX commission_rule_service ON commission_rule (service_id);
CREATE INDEX commission_rule_category ON commission_rule (category_id);

-- What a worker earns by a line. A tiered rule's amount is known when its month is: the entry has its base.
CREATE TABLE commission_entry (
    id TEXT NOT NULL PRIMARY KEY,
    sale_id TEXT NOT NULL REFERENCES sale (id),
    sale_line_id TEXT NOT NULL REFERENCES sale_line (id),
    worker_id TEXT NOT NULL REFERENCES worker (id),
    rule_id TEXT NOT NULL REFERENCES commission_rule (id),
    at TEXT NOT NULL CHECK (length(at) = 16),
    base INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    requested INTEGER NOT NULL DEFAULT 0,
    reverses TEXT REFERENCES commission_entry (id),
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX commission_entry_worker ON commission_entry (worker_id, at);
CREATE INDEX commission_entry_sale ON commission_entry (sale_id);
CREATE INDEX commission_entry_line ON commission_entry (sale_line_id);
CREATE INDEX commission_entry_rule ON commission_entry (rule_id);
CREATE INDEX commission_entry_reverses ON commission_entry (reverses) WHERE reverses IS NOT NULL;

-- ------------------------------------------------------------------------------------------ drawer and day close
CREATE TABLE drawer_entry (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('float', 'in', 'out')),
    at TEXT NOT NULL CHECK (length(at) = 16),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    reason TEXT NOT NULL DEFAULT '',
    who TEXT NOT NULL DEFAULT '',
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    CHECK (kind = 'float' OR (amount > 0 AND length(trim(reason)) > 0))
) STRICT;
CREATE INDEX drawer_entry_at ON drawer_entry (at);

-- A day that was counted and closed: it takes no new money. kept is what stays in the drawer for the next day.
CREATE TABLE day_close (
    id TEXT NOT NULL PRIMARY KEY,
    day TEXT NOT NULL UNIQUE CHECK (length(day) = 10),
    closed_at TEXT NOT NULL CHECK (length(closed_at) = 16),
    who TEXT NOT NULL DEFAULT '',
    float INTEGER NOT NULL DEFAULT 0,
    kept INTEGER NOT NULL DEFAULT 0 CHECK (kept >= 0),
    note TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE day_count (
    id TEXT NOT NULL PRIMARY KEY,
    day_close_id TEXT NOT NULL REFERENCES day_close (id),
    method TEXT NOT NULL,
    expected INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    UNIQUE (day_close_id, method),
    CHECK (expected = counted OR length(trim(reason)) > 0)
) STRICT;

CREATE TABLE day_piece (
    id TEXT NOT NULL PRIMARY KEY,
    day_close_id TEXT NOT NULL REFERENCES day_close (id),
    value INTEGER NOT NULL CHECK (value > 0),
    pieces INTEGER NOT NULL CHECK (pieces > 0),
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    UNIQUE (day_close_id, value)
) STRICT;
