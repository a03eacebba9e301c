-- Every table of a shop's file, as the first released schema has it. Migrations change it from here on.
-- Money: integer minor units. Wall time: TEXT 'YYYY-MM-DDTHH:MM' in the shop's zone. day: TEXT 'YYYY-MM-DD'.
-- created_at / updated_at: epoch milliseconds, UTC. rev counts a row's versions. Flags are 0 / 1.

-- ------------------------------------------------------------------------------------------------ history
CREATE TABLE act (
    id TEXT NOT NULL PRIMARY KEY,
    seq INTEGER NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
    verb TEXT NOT NULL,
    subject TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL,
    who TEXT NOT NULL DEFAULT '',
    station TEXT NOT NULL DEFAULT '',
    undoes TEXT REFERENCES act (id),
    undone_by TEXT REFERENCES act (id),
    undoable INTEGER NOT NULL DEFAULT 1 CHECK (undoable IN (0, 1))
) STRICT;
CREATE INDEX act_undoes ON act (undoes);
CREATE INDEX act_undone_by ON act (undone_by);

CREATE TABLE change (
    act_id TEXT NOT NULL REFERENCES act (id),
    seq INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (act_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_row ON change (row_id, table_name);

-- --------------------------------------------------------------------------------------------------- shop
CREATE TABLE setting (
    id TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value)),
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE opening (
    id TEXT NOT NULL PRIMARY KEY,
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    start TEXT NOT NULL CHECK (start GLOB '[0-2][0-9]:[0-5][0-9]'),
    end TEXT NOT NULL CHECK (end GLOB '[0-2][0-9]:[0-5][0-9]'),
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    CHECK (start < end)
) STRICT;

CREATE TABLE closed_day (
    id TEXT NOT NULL PRIMARY KEY,
    day TEXT NOT NULL UNIQUE CHECK (length(day) = 10),
    name TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1
) STRICT;

-- --------------------------------------------------------------------------------------------------- team
CREATE TABLE worker (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    colour TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT 'worker' CHECK (role IN ('owner', 'manager', 'worker')),
    pin_hash TEXT,
    seq INTEGER NOT NULL DEFAULT 0,
    archived_at INTEGER,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE shift (
    id TEXT NOT NULL PRIMARY KEY,
    worker_id TEXT NOT NULL REFERENCES worker (id),
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    start TEXT NOT NULL CHECK (start GLOB '[0-2][0-9]:[0-5][0-9]'),
    end TEXT NOT NULL CHECK (end GLOB '[0-2][0-9]:[0-5][0-9]'),
    valid_from TEXT NOT NULL DEFAULT '0001-01-01',
    valid_to TEXT NOT NULL DEFAULT '9999-12-31',
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    CHECK (start < end), CHECK (valid_from <= valid_to)
) STRICT;
CREATE INDEX shift_worker ON shift (worker_id, weekday);

CREATE TABLE shift_break (
    id TEXT NOT NULL PRIMARY KEY,
    worker_id TEXT NOT NULL REFERENCES worker (id),
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    start TEXT NOT NULL CHECK (start GLOB '[0-2][0-9]:[0-5][0-9]'),
    end TEXT NOT NULL CHECK (end GLOB '[0-2][0-9]:[0-5][0-9]'),
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    CHECK (start < end)
) STRICT;
CREATE INDEX shift_break_worker ON shift_break (worker_id, weekday);

CREATE TABLE shift_exception (
    id TEXT NOT NULL PRIMARY KEY,
    worker_id TEXT NOT NULL REFERENCES worker (id),
    day TEXT NOT NULL CHECK (length(day) = 10),
    start TEXT, end TEXT,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    CHECK ((start IS NULL) = (end IS NULL)), CHECK (start IS NULL OR start < end)
) STRICT;
CREATE INDEX shift_exception_worker ON shift_exception (worker_id, day);

CREATE TABLE time_off (
    id TEXT NOT NULL PRIMARY KEY,
    worker_id TEXT NOT NULL REFERENCES worker (id),
    start TEXT NOT NULL CHECK (length(start) = 16),
    end TEXT NOT NULL CHECK (length(end) = 16),
    reason TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    CHECK (start < end)
) STRICT;
CREATE INDEX time_off_worker ON time_off (worker_id, start);

-- ------------------------------------------------------------------------------------------------ catalog
CREATE TABLE category (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    seq INTEGER NOT NULL DEFAULT 0,
    archived_at INTEGER,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE place (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    kind TEXT NOT NULL DEFAULT '',
    capacity INTEGER NOT NULL DEFAULT 1 CHECK (capacity >= 1),
    archived_at INTEGER,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE service (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    category_id TEXT REFERENCES category (id),
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    before_minutes INTEGER NOT NULL DEFAULT 0 CHECK (before_minutes BETWEEN 0 AND 480),
    after_minutes INTEGER NOT NULL DEFAULT 0 CHECK (after_minutes BETWEEN 0 AND 480),
    price INTEGER NOT NULL CHECK (price >= 0),
    material_cost INTEGER NOT NULL DEFAULT 0 CHECK (material_cost >= 0),
    place_kind TEXT NOT NULL DEFAULT '',
    at_home INTEGER NOT NULL DEFAULT 0 CHECK (at_home IN (0, 1)),
    seq INTEGER NOT NULL DEFAULT 0,
    archived_at INTEGER,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX service_category ON service (category_id);

-- Who does what. A service without a row here is done by everybody.
CREATE TABLE worker_service (
    id TEXT NOT NULL PRIMARY KEY,
    worker_id TEXT NOT NULL REFERENCES worker (id),
    service_id TEXT NOT NULL REFERENCES service (id),
    price INTEGER CHECK (price >= 0),
    minutes INTEGER CHECK (minutes BETWEEN 1 AND 1440),
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    UNIQUE (service_id, worker_id)
) STRICT;
CREATE INDEX worker_service_worker ON worker_service (worker_id);

-- ---------------------------------------------------------------------------------------------- customers
CREATE TABLE customer (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    phone TEXT,
    phone_typed TEXT NOT NULL DEFAULT '',
    phone_tail TEXT NOT NULL DEFAULT '',
    phone_shared INTEGER NOT NULL DEFAULT 0 CHECK (phone_shared IN (0, 1)),
    wechat TEXT NOT NULL DEFAULT '',
    gender TEXT NOT NULL DEFAULT '' CHECK (gender IN ('', 'female', 'male', 'other')),
    birthday TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    search TEXT NOT NULL DEFAULT '',
    referred_by TEXT REFERENCES customer (id),
    blocked INTEGER NOT NULL DEFAULT 0 CHECK (blocked IN (0, 1)),
    consent TEXT CHECK (consent IS NULL OR json_valid(consent)),
    merged_into TEXT REFERENCES customer (id),
    anonymised_at INTEGER,
    archived_at INTEGER,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX customer_phone ON customer (phone)
    WHERE phone IS NOT NULL AND phone_shared = 0 AND archived_at IS NULL AND merged_into IS NULL;
CREATE INDEX customer_any_phone ON customer (phone);
CREATE INDEX customer_search ON customer (search);
CREATE INDEX customer_referred_by ON customer (referred_by);
CREATE INDEX customer_merged_into ON customer (merged_into);

-- ------------------------------------------------------------------------------------------------ sources
-- The built-in channels have their code as id and are made by ensure_rules. kind is the source a chart shows.
CREATE TABLE channel (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('short_video', 'live_stream', 'grass_post', 'search_map', 'shelf',
        'scan', 'referral', 'passing_by', 'returning', 'unknown', 'other')),
    name TEXT NOT NULL DEFAULT '',
    built_in INTEGER NOT NULL DEFAULT 0 CHECK (built_in IN (0, 1)),
    seq INTEGER NOT NULL DEFAULT 0,
    archived_at INTEGER,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE content (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('short_video', 'live_stream', 'grass_post')),
    platform TEXT NOT NULL,
    title TEXT NOT NULL CHECK (length(trim(title)) > 0),
    published_at TEXT NOT NULL CHECK (length(published_at) = 16),
    ended_at TEXT CHECK (length(ended_at) = 16),
    url TEXT NOT NULL DEFAULT '',
    external_id TEXT,
    code TEXT,
    made_by TEXT NOT NULL DEFAULT 'shop' CHECK (made_by IN ('shop', 'influencer', 'worker')),
    maker_name TEXT NOT NULL DEFAULT '',
    worker_id TEXT REFERENCES worker (id),
    service_id TEXT REFERENCES service (id),
    paid_promotion INTEGER NOT NULL DEFAULT 0 CHECK (paid_promotion IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    search TEXT NOT NULL DEFAULT '',
    archived_at INTEGER,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    CHECK (ended_at IS NULL OR ended_at >= published_at)
) STRICT;
CREATE UNIQUE INDEX content_code ON content (code) WHERE code IS NOT NULL AND archived_at IS NULL;
CREATE UNIQUE INDEX content_external ON content (platform, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX content_published ON content (published_at);
CREATE INDEX content_worker ON content (worker_id);
CREATE INDEX content_service ON content (service_id);

CREATE TABLE content_cost (
    id TEXT NOT NULL PRIMARY KEY,
    content_id TEXT NOT NULL REFERENCES content (id),
    day TEXT NOT NULL CHECK (length(day) = 10),
    kind TEXT NOT NULL CHECK (kind IN ('ads', 'gift', 'making', 'host', 'other')),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX content_cost_content ON content_cost (content_id, day);

CREATE TABLE content_stat (
    id TEXT NOT NULL PRIMARY KEY,
    content_id TEXT NOT NULL REFERENCES content (id),
    taken_at TEXT NOT NULL CHECK (length(taken_at) = 16),
    views INTEGER, likes INTEGER, comments INTEGER, shares INTEGER, saves INTEGER, orders INTEGER,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    UNIQUE (content_id, taken_at)
) STRICT;

CREATE TABLE touch (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT REFERENCES customer (id),
    content_id TEXT REFERENCES content (id),
    channel_id TEXT REFERENCES channel (id),
    at TEXT NOT NULL CHECK (length(at) = 16),
    evidence TEXT NOT NULL
        CHECK (evidence IN ('voucher', 'code', 'qr', 'booking_note', 'asked', 'inferred')),
    strength INTEGER NOT NULL CHECK (strength = CASE evidence WHEN 'voucher' THEN 6 WHEN 'code' THEN 5
        WHEN 'qr' THEN 4 WHEN 'booking_note' THEN 3 WHEN 'asked' THEN 2 ELSE 1 END),
    appointment_id TEXT REFERENCES appointment (id),
    sale_id TEXT REFERENCES sale (id),
    asked_by TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    CHECK ((content_id IS NULL) <> (channel_id IS NULL)),
    CHECK (customer_id IS NOT NULL OR sale_id IS NOT NULL)
) STRICT;
CREATE INDEX touch_customer ON touch (customer_id, at);
CREATE INDEX touch_content ON touch (content_id, at);
CREATE INDEX touch_channel ON touch (channel_id);
CREATE INDEX touch_appointment ON touch (appointment_id);
CREATE INDEX touch_sale ON touch (sale_id);
CREATE INDEX touch_at ON touch (at);

-- ------------------------------------------------------------------------------------------- appointments
CREATE TABLE appointment (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL REFERENCES customer (id),
    status TEXT NOT NULL DEFAULT 'booked'
        CHECK (status IN ('booked', 'confirmed', 'arrived', 'done', 'no_show', 'cancelled')),
    address TEXT NOT NULL DEFAULT '',
    travel_minutes INTEGER NOT NULL DEFAULT 0 CHECK (travel_minutes BETWEEN 0 AND 480),
    note TEXT NOT NULL DEFAULT '',
    deposit INTEGER NOT NULL DEFAULT 0 CHECK (deposit >= 0),
    cancelled_by TEXT NOT NULL DEFAULT '' CHECK (cancelled_by IN ('', 'customer', 'shop')),
    cancelled_at TEXT,
    cancel_reason TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX appointment_customer ON appointment (customer_id);

-- start..end is what the customer sees; busy_from..busy_to is what the worker is busy.
CREATE TABLE appointment_line (
    id TEXT NOT NULL PRIMARY KEY,
    appointment_id TEXT NOT NULL REFERENCES appointment (id),
    seq INTEGER NOT NULL,
    service_id TEXT NOT NULL REFERENCES service (id),
    worker_id TEXT NOT NULL REFERENCES worker (id),
    place_id TEXT REFERENCES place (id),
    start TEXT NOT NULL CHECK (length(start) = 16),
    end TEXT NOT NULL CHECK (length(end) = 16),
    busy_from TEXT NOT NULL CHECK (length(busy_from) = 16),
    busy_to TEXT NOT NULL CHECK (length(busy_to) = 16),
    squeezed INTEGER NOT NULL DEFAULT 0 CHECK (squeezed IN (0, 1)),
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    UNIQUE (appointment_id, seq),
    CHECK (start < end), CHECK (busy_from <= start), CHECK (end <= busy_to),
    CHECK (julianday(busy_to) - julianday(busy_from) <= 1.0)
) STRICT;
CREATE INDEX appointment_line_worker ON appointment_line (worker_id, busy_from);
CREATE INDEX appointment_line_place ON appointment_line (place_id, busy_from);
CREATE INDEX appointment_line_start ON appointment_line (start);
CREATE INDEX appointment_line_service ON appointment_line (service_id);

-- -------------------------------------------------------------------------------------------------- sales
CREATE TABLE sale (
    id TEXT NOT NULL PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    customer_id TEXT REFERENCES customer (id),
    appointment_id TEXT REFERENCES appointment (id),
    sold_at TEXT NOT NULL CHECK (length(sold_at) = 16),
    day TEXT NOT NULL CHECK (day = substr(sold_at, 1, 10)),
    cashier TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL CHECK (status IN ('open', 'paid', 'void')),
    total INTEGER NOT NULL DEFAULT 0,
    refund_of TEXT REFERENCES sale (id),
    void_reason TEXT NOT NULL DEFAULT '',
    voided_at INTEGER,
    note TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1
) STRICT;
-- Wide enough that the charts read takings and visits from the index alone.
CREATE INDEX sale_day ON sale (day, customer_id, sold_at, total, status, refund_of);
CREATE INDEX sale_customer ON sale (customer_id, day, sold_at, status, refund_of);
CREATE INDEX sale_appointment ON sale (appointment_id);
-- Nearly every sale has none: without them "refund_of IS NULL" is no reason to walk this index.
CREATE INDEX sale_refund_of ON sale (refund_of) WHERE refund_of IS NOT NULL;

CREATE TABLE sale_line (
    id TEXT NOT NULL PRIMARY KEY,
    sale_id TEXT NOT NULL REFERENCES sale (id),
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL DEFAULT 'service' CHECK (kind IN ('service', 'product', 'card', 'tip', 'free')),
    service_id TEXT REFERENCES service (id),
    worker_id TEXT REFERENCES worker (id),
    title TEXT NOT NULL,
    quantity INTEGER NOT NULL DEFAULT 1 CHECK (quantity <> 0),
    unit_price INTEGER NOT NULL,
    discount INTEGER NOT NULL DEFAULT 0,
    amount INTEGER NOT NULL,
    material_cost INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    UNIQUE (sale_id, seq),
    CHECK (amount = quantity * unit_price - discount)
) STRICT;
CREATE INDEX sale_line_service ON sale_line (service_id);
CREATE INDEX sale_line_worker ON sale_line (worker_id);

-- A group-buy voucher: what it listed at, what the customer paid, what the platform kept and pays out.
CREATE TABLE voucher (
    id TEXT NOT NULL PRIMARY KEY,
    platform TEXT NOT NULL,
    code TEXT NOT NULL,
    product TEXT NOT NULL DEFAULT '',
    order_id TEXT NOT NULL DEFAULT '',
    list_price INTEGER NOT NULL DEFAULT 0 CHECK (list_price >= 0),
    customer_paid INTEGER NOT NULL DEFAULT 0 CHECK (customer_paid >= 0),
    platform_fee INTEGER NOT NULL DEFAULT 0 CHECK (platform_fee >= 0),
    influencer_fee INTEGER NOT NULL DEFAULT 0 CHECK (influencer_fee >= 0),
    worker_incentive INTEGER NOT NULL DEFAULT 0 CHECK (worker_incentive >= 0),
    pays_out INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL CHECK (state IN ('issued', 'redeemed', 'reversed', 'refunded', 'expired')),
    redeemed_at TEXT CHECK (length(redeemed_at) = 16),
    content_id TEXT REFERENCES content (id),
    channel_id TEXT REFERENCES channel (id),
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    UNIQUE (platform, code)
) STRICT;
CREATE INDEX voucher_content ON voucher (content_id);
CREATE INDEX voucher_channel ON voucher (channel_id);

CREATE TABLE payment (
    id TEXT NOT NULL PRIMARY KEY,
    sale_id TEXT NOT NULL REFERENCES sale (id),
    seq INTEGER NOT NULL,
    method TEXT NOT NULL
        CHECK (method IN ('wechat', 'alipay', 'cash', 'card', 'transfer', 'voucher', 'stored_value', 'pass')),
    amount INTEGER NOT NULL,
    fee INTEGER NOT NULL DEFAULT 0,
    voucher_id TEXT REFERENCES voucher (id),
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    UNIQUE (sale_id, seq),
    CHECK ((method = 'voucher') = (voucher_id IS NOT NULL))
) STRICT;
CREATE INDEX payment_voucher ON payment (voucher_id);

-- ----------------------------------------------------------------------------------------------- exchange
CREATE TABLE import_run (
    id TEXT NOT NULL PRIMARY KEY,
    file_name TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    format TEXT NOT NULL,
    at INTEGER NOT NULL,
    added INTEGER NOT NULL, updated INTEGER NOT NULL, known INTEGER NOT NULL, unused INTEGER NOT NULL,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Which platform row became which of ours (a key counts once), and which rows could not be used and why.
CREATE TABLE import_row (
    id TEXT NOT NULL PRIMARY KEY,
    run_id TEXT NOT NULL REFERENCES import_run (id),
    format TEXT NOT NULL,
    row_key TEXT,
    row_number INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('added', 'updated', 'unused')),
    reason TEXT NOT NULL DEFAULT '',
    target_table TEXT NOT NULL DEFAULT '',
    target_id TEXT NOT NULL DEFAULT '',
    raw TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX import_row_key ON import_row (format, row_key) WHERE row_key IS NOT NULL;
CREATE INDEX import_row_run ON import_row (run_id);
