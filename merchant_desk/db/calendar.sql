-- Schema 2: the whole calendar. Series, the waiting list, rooms and chairs, calendar files, reminders, holidays.

-- One agreement of many dates: an RFC 5545 rule without DTSTART, its first wall time, and what was left out
-- (JSON list of wall times of the rule).
CREATE TABLE series (
    id TEXT NOT NULL PRIMARY KEY,
    rule TEXT NOT NULL CHECK (length(rule) > 0),
    start TEXT NOT NULL CHECK (length(start) = 16),
    skipped TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(skipped)),
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1
) STRICT;

-- series_at: when the rule has this date, wherever it was moved to. uid: the iCalendar UID it came with; of a
-- series there also "/" and when that calendar has the date, whatever becomes of the series here.
-- sequence counts its changes for calendars that have read it; rules.sql raises it, and undo does not lower it.
ALTER TABLE appointment ADD COLUMN series_id TEXT REFERENCES series (id);
ALTER TABLE appointment ADD COLUMN series_at TEXT CHECK (series_at IS NULL OR length(series_at) = 16);
ALTER TABLE appointment ADD COLUMN late_cancel INTEGER NOT NULL DEFAULT 0 CHECK (late_cancel IN (0, 1));
ALTER TABLE appointment ADD COLUMN reminded_at TEXT CHECK (reminded_at IS NULL OR length(reminded_at) = 16);
ALTER TABLE appointment ADD COLUMN uid TEXT CHECK (uid IS NULL OR length(uid) > 0);
ALTER TABLE appointment ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;
-- What was called off until now counts as late where it was the customer, less than a day before.
UPDATE appointment SET late_cancel = 1
WHERE status = 'cancelled' AND cancelled_by = 'customer' AND cancelled_at IS NOT NULL
    AND julianday((SELECT min(start) FROM appointment_line WHERE appointment_id = appointment.id))
        - julianday(cancelled_at) < 1.0;
CREATE INDEX appointment_series ON appointment (series_id, series_at);
CREATE UNIQUE INDEX appointment_uid ON appointment (uid) WHERE uid IS NOT NULL;

-- Somebody who would come if a time opened: any of the days, between the two times of day.
CREATE TABLE waiting (
    id TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL REFERENCES customer (id),
    service_id TEXT NOT NULL REFERENCES service (id),
    worker_id TEXT REFERENCES worker (id),
    first_day TEXT NOT NULL CHECK (length(first_day) = 10),
    last_day TEXT NOT NULL CHECK (length(last_day) = 10),
    from_time TEXT NOT NULL DEFAULT '00:00' CHECK (from_time GLOB '[0-2][0-9]:[0-5][0-9]'),
    to_time TEXT NOT NULL DEFAULT '24:00' CHECK (to_time GLOB '[0-2][0-9]:[0-5][0-9]'),
    note TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'booked', 'withdrawn')),
    appointment_id TEXT REFERENCES appointment (id),
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1,
    CHECK (first_day <= last_day), CHECK (from_time < to_time),
    CHECK ((state = 'booked') = (appointment_id IS NOT NULL))
) STRICT;
CREATE INDEX waiting_customer ON waiting (customer_id);
CREATE INDEX waiting_service ON waiting (service_id);
CREATE INDEX waiting_worker ON waiting (worker_id);
CREATE INDEX waiting_appointment ON waiting (appointment_id);
CREATE INDEX waiting_state ON waiting (state, first_day);

-- Time off with a rule comes again: every occurrence is as long as the first.
ALTER TABLE time_off ADD COLUMN rule TEXT NOT NULL DEFAULT '';

ALTER TABLE place ADD COLUMN colour TEXT NOT NULL DEFAULT '';
ALTER TABLE place ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;

-- Days of a year that was loaded later than the program was made: a statutory holiday, or (works) a weekend
-- day that is a working day in exchange.
CREATE TABLE holiday (
    id TEXT NOT NULL PRIMARY KEY,
    day TEXT NOT NULL UNIQUE CHECK (length(day) = 10),
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    works INTEGER NOT NULL DEFAULT 0 CHECK (works IN (0, 1)),
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 1
) STRICT;
