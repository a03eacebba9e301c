-- What must hold, made at every start where it is missing or differs (see rules.py).
-- A message is the code of the DeskError that the refused act raises.

-- ------------------------------------------------------------------------------------------ no double booking
-- Of two busy spans of a worker that overlap, at least one was squeezed in by a person at the desk. That is all
-- that holds here, so that every undo finds its way back; that nobody new is booked over one who was squeezed in
-- is asked by rules.py, inside the act. Lines of one visit do not clash with each other, so that a visit can be
-- moved line by line; a line that only gets shorter clashes with nobody. Spans are at most 24 hours long (a
-- check on the table), which bounds the part of the index that is read.
CREATE TRIGGER appointment_line_clash_insert BEFORE INSERT ON appointment_line
WHEN NEW.squeezed = 0 AND EXISTS (
    SELECT 1 FROM appointment a WHERE a.id = NEW.appointment_id AND a.status NOT IN ('cancelled', 'no_show'))
AND EXISTS (
    SELECT 1 FROM appointment_line o JOIN appointment a ON a.id = o.appointment_id
    WHERE o.worker_id = NEW.worker_id AND o.busy_from < NEW.busy_to
    AND o.busy_from > strftime('%Y-%m-%dT%H:%M', NEW.busy_from, '-1 day', '-1 minute')
    AND o.busy_to > NEW.busy_from AND o.appointment_id <> NEW.appointment_id AND o.squeezed = 0
    AND a.status NOT IN ('cancelled', 'no_show'))
BEGIN SELECT RAISE(ABORT, 'desk:clash'); END;

CREATE TRIGGER appointment_line_clash_update
BEFORE UPDATE OF worker_id, busy_from, busy_to, squeezed, appointment_id ON appointment_line
WHEN NEW.squeezed = 0 AND EXISTS (
    SELECT 1 FROM appointment a WHERE a.id = NEW.appointment_id AND a.status NOT IN ('cancelled', 'no_show'))
AND (OLD.worker_id <> NEW.worker_id OR OLD.squeezed <> 0 OR OLD.appointment_id <> NEW.appointment_id
    OR NEW.busy_from < OLD.busy_from OR NEW.busy_to > OLD.busy_to)
AND EXISTS (
    SELECT 1 FROM appointment_line o JOIN appointment a ON a.id = o.appointment_id
    WHERE o.worker_id = NEW.worker_id AND o.busy_from < NEW.busy_to
    AND o.busy_from > strftime('%Y-%m-%dT%H:%M', NEW.busy_from, '-1 day', '-1 minute')
    AND o.busy_to > NEW.busy_from AND o.appointment_id <> NEW.appointment_id AND o.squeezed = 0
    AND a.status NOT IN ('cancelled', 'no_show'))
BEGIN SELECT RAISE(ABORT, 'desk:clash'); END;

CREATE TRIGGER appointment_revived_clash BEFORE UPDATE OF status ON appointment
WHEN OLD.status IN ('cancelled', 'no_show') AND NEW.status NOT IN ('cancelled', 'no_show') AND EXISTS (
    SELECT 1 FROM appointment_line n
    JOIN appointment_line o ON o.worker_id = n.worker_id AND o.busy_from < n.busy_to
        AND o.busy_from > strftime('%Y-%m-%dT%H:%M', n.busy_from, '-1 day', '-1 minute')
        AND o.busy_to > n.busy_from AND o.appointment_id <> n.appointment_id AND o.squeezed = 0
    JOIN appointment a ON a.id = o.appointment_id AND a.status NOT IN ('cancelled', 'no_show')
    WHERE n.appointment_id = NEW.id AND n.squeezed = 0)
BEGIN SELECT RAISE(ABORT, 'desk:clash'); END;

-- A room or chair never holds more lines at one moment than its capacity, squeezed ones not counted. The load can only peak where the
-- new line starts or where another starts inside it. What was there before the capacity was lowered is left
-- alone. Lines of the same visit count while their customer is there, but not while they are moved one by one.
-- Spans of a day at most bound the part of the index that is read here too.
CREATE TRIGGER appointment_line_place_insert BEFORE INSERT ON appointment_line
WHEN NEW.squeezed = 0 AND NEW.place_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM appointment a WHERE a.id = NEW.appointment_id AND a.status NOT IN ('cancelled', 'no_show'))
AND (SELECT capacity FROM place WHERE id = NEW.place_id) <= (
    SELECT coalesce(max(load), 0) FROM (
        SELECT (SELECT count(*) FROM appointment_line o JOIN appointment a ON a.id = o.appointment_id
            WHERE o.place_id = NEW.place_id AND o.squeezed = 0
            AND o.busy_from > strftime('%Y-%m-%dT%H:%M', NEW.busy_from, '-1 day', '-1 minute')
            AND a.status NOT IN ('cancelled', 'no_show') AND (
                o.appointment_id <> NEW.appointment_id AND o.busy_from <= p.at AND o.busy_to > p.at
                OR o.appointment_id = NEW.appointment_id AND o.start <= p.at AND o.end > p.at
                    AND NEW.start <= p.at AND NEW.end > p.at)) AS load
        FROM (SELECT NEW.busy_from AS at UNION SELECT NEW.start UNION SELECT busy_from FROM appointment_line
            WHERE place_id = NEW.place_id AND busy_from >= NEW.busy_from AND busy_from < NEW.busy_to
            UNION SELECT start FROM appointment_line
            WHERE appointment_id = NEW.appointment_id AND start >= NEW.start AND start < NEW.end) p))
BEGIN SELECT RAISE(ABORT, 'desk:place_full'); END;

CREATE TRIGGER appointment_line_place_update
BEFORE UPDATE OF place_id, busy_from, busy_to, squeezed, appointment_id ON appointment_line
WHEN NEW.squeezed = 0 AND NEW.place_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM appointment a WHERE a.id = NEW.appointment_id AND a.status NOT IN ('cancelled', 'no_show'))
AND (OLD.place_id IS NOT NEW.place_id OR OLD.squeezed <> 0 OR OLD.appointment_id <> NEW.appointment_id
    OR NEW.busy_from < OLD.busy_from OR NEW.busy_to > OLD.busy_to)
AND (SELECT capacity FROM place WHERE id = NEW.place_id) <= (
    SELECT coalesce(max(load), 0) FROM (
        SELECT (SELECT count(*) FROM appointment_line o JOIN appointment a ON a.id = o.appointment_id
            WHERE o.place_id = NEW.place_id AND o.squeezed = 0 AND o.appointment_id <> NEW.appointment_id
            AND o.busy_from > strftime('%Y-%m-%dT%H:%M', NEW.busy_from, '-1 day', '-1 minute')
            AND a.status NOT IN ('cancelled', 'no_show') AND o.busy_from <= p.at AND o.busy_to > p.at) AS load
        FROM (SELECT NEW.busy_from AS at UNION SELECT busy_from FROM appointment_line
            WHERE place_id = NEW.place_id AND busy_from >= NEW.busy_from AND busy_from < NEW.busy_to) p))
BEGIN SELECT RAISE(ABORT, 'desk:place_full'); END;

CREATE TRIGGER appointment_revived_place BEFORE UPDATE OF status ON appointment
WHEN OLD.status IN ('cancelled', 'no_show') AND NEW.status NOT IN ('cancelled', 'no_show') AND EXISTS (
    SELECT 1 FROM appointment_line n JOIN place ON place.id = n.place_id
    WHERE n.appointment_id = NEW.id AND n.squeezed = 0 AND place.capacity <= (
        SELECT coalesce(max(load), 0) FROM (
            SELECT (SELECT count(*) FROM appointment_line o JOIN appointment a ON a.id = o.appointment_id
                WHERE o.place_id = n.place_id AND o.squeezed = 0 AND o.id <> n.id
                AND o.busy_from > strftime('%Y-%m-%dT%H:%M', n.busy_from, '-1 day', '-1 minute') AND (
                    o.appointment_id <> n.appointment_id AND a.status NOT IN ('cancelled', 'no_show')
                        AND o.busy_from <= p.at AND o.busy_to > p.at
                    OR o.appointment_id = n.appointment_id AND o.start <= p.at AND o.end > p.at
                        AND n.start <= p.at AND n.end > p.at)) AS load
            FROM (SELECT n.busy_from AS at UNION SELECT n.start UNION SELECT busy_from FROM appointment_line
                WHERE place_id = n.place_id AND busy_from >= n.busy_from AND busy_from < n.busy_to
                UNION SELECT start FROM appointment_line
                WHERE appointment_id = n.appointment_id AND start >= n.start AND start < n.end) p)))
BEGIN SELECT RAISE(ABORT, 'desk:place_full'); END;

-- ------------------------------------------------------------------------------------ calendars hear of changes
-- iCalendar's SEQUENCE only ever rises, also when a change is undone: so it is counted here and not by the acts.
CREATE TRIGGER appointment_sequence AFTER UPDATE OF customer_id, status, address, note, deposit, travel_minutes ON appointment
WHEN OLD.customer_id <> NEW.customer_id OR OLD.status <> NEW.status OR OLD.address <> NEW.address
    OR OLD.note <> NEW.note OR OLD.deposit <> NEW.deposit OR OLD.travel_minutes <> NEW.travel_minutes
BEGIN UPDATE appointment SET sequence = sequence + 1 WHERE id = NEW.id; END;

CREATE TRIGGER appointment_line_sequence_update
AFTER UPDATE OF service_id, worker_id, start, end ON appointment_line
WHEN OLD.service_id <> NEW.service_id OR OLD.worker_id <> NEW.worker_id OR OLD.start <> NEW.start
    OR OLD.end <> NEW.end
BEGIN UPDATE appointment SET sequence = sequence + 1 WHERE id = NEW.appointment_id; END;

CREATE TRIGGER appointment_line_sequence_delete AFTER DELETE ON appointment_line
BEGIN UPDATE appointment SET sequence = sequence + 1 WHERE id = OLD.appointment_id; END;

CREATE TRIGGER appointment_line_sequence_insert AFTER INSERT ON appointment_line WHEN NEW.seq > 0
BEGIN UPDATE appointment SET sequence = sequence + 1 WHERE id = NEW.appointment_id; END;

-- A calendar file may have set it higher; undoing that must not lower it.
CREATE TRIGGER appointment_sequence_rises AFTER UPDATE OF sequence ON appointment WHEN NEW.sequence < OLD.sequence
BEGIN UPDATE appointment SET sequence = OLD.sequence + 1 WHERE id = NEW.id; END;

-- ------------------------------------------------------------------------------------------- history is a trail
CREATE TRIGGER change_never_deleted BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'desk:trail_is_kept'); END;

CREATE TRIGGER change_never_changed BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'desk:trail_is_kept'); END;

CREATE TRIGGER act_never_deleted BEFORE DELETE ON act
BEGIN SELECT RAISE(ABORT, 'desk:trail_is_kept'); END;

CREATE TRIGGER channel_built_in_stays BEFORE DELETE ON channel WHEN OLD.built_in = 1
BEGIN SELECT RAISE(ABORT, 'desk:in_use'); END;
