-- What must hold of money, made at every start where it is missing or differs (see rules.py).
-- A message is the code of the DeskError that the refused act raises.

-- --------------------------------------------------------------------------------------------- money adds up
-- A sale is born open, gets its lines and payments, and turns paid only when all three sums agree. Its takings
-- are what was paid in money; what a prepaid card pays was taken when the card was sold, tips are the workers'.
CREATE TRIGGER sale_born_open BEFORE INSERT ON sale WHEN NEW.status <> 'open'
BEGIN SELECT RAISE(ABORT, 'desk:sale_does_not_add_up'); END;

-- Numbers of a day follow each other without a gap: the day, a hyphen, and at least four digits.
CREATE TRIGGER sale_number_in_sequence BEFORE INSERT ON sale
WHEN substr(NEW.number, 10) <> '0001' AND NOT EXISTS (SELECT 1 FROM sale WHERE number =
    substr(NEW.number, 1, 9) || printf('%04d', CAST(substr(NEW.number, 10) AS INTEGER) - 1))
BEGIN SELECT RAISE(ABORT, 'desk:number_out_of_sequence'); END;

CREATE TRIGGER sale_adds_up BEFORE UPDATE OF status, total, takings ON sale
WHEN NEW.status = 'paid' AND (
    NEW.total <> (SELECT coalesce(sum(amount), 0) FROM sale_line WHERE sale_id = NEW.id)
    OR NEW.total <> (SELECT coalesce(sum(amount), 0) FROM payment WHERE sale_id = NEW.id)
    OR NEW.takings <> (SELECT coalesce(sum(amount), 0) FROM payment WHERE sale_id = NEW.id
        AND method NOT IN ('stored_value', 'pass', 'deposit'))
        - (SELECT coalesce(sum(amount), 0) FROM sale_line WHERE sale_id = NEW.id AND kind = 'tip')
    OR NOT EXISTS (SELECT 1 FROM sale_line WHERE sale_id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'desk:sale_does_not_add_up'); END;

CREATE TRIGGER sale_is_final
BEFORE UPDATE OF number, customer_id, sold_at, day, total, takings, refund_of ON sale
WHEN OLD.status <> 'open' AND (OLD.number <> NEW.number OR OLD.customer_id IS NOT NEW.customer_id
    OR OLD.sold_at <> NEW.sold_at OR OLD.total <> NEW.total OR OLD.takings <> NEW.takings
    OR OLD.refund_of IS NOT NEW.refund_of)
BEGIN SELECT RAISE(ABORT, 'desk:sale_is_final'); END;

CREATE TRIGGER sale_stays_finished BEFORE UPDATE OF status ON sale
WHEN OLD.status = 'paid' AND NEW.status = 'open'
BEGIN SELECT RAISE(ABORT, 'desk:sale_is_final'); END;

CREATE TRIGGER sale_line_final_insert BEFORE INSERT ON sale_line
WHEN (SELECT status FROM sale WHERE id = NEW.sale_id) <> 'open'
BEGIN SELECT RAISE(ABORT, 'desk:sale_is_final'); END;

CREATE TRIGGER sale_line_final_update BEFORE UPDATE ON sale_line
WHEN (SELECT status FROM sale WHERE id = OLD.sale_id) <> 'open'
BEGIN SELECT RAISE(ABORT, 'desk:sale_is_final'); END;

CREATE TRIGGER payment_final_insert BEFORE INSERT ON payment
WHEN (SELECT status FROM sale WHERE id = NEW.sale_id) <> 'open'
BEGIN SELECT RAISE(ABORT, 'desk:sale_is_final'); END;

CREATE TRIGGER payment_final_update BEFORE UPDATE ON payment
WHEN (SELECT status FROM sale WHERE id = OLD.sale_id) <> 'open'
BEGIN SELECT RAISE(ABORT, 'desk:sale_is_final'); END;

-- A voucher pays once, and once more where it was given back.
CREATE TRIGGER payment_voucher_once BEFORE INSERT ON payment
WHEN NEW.voucher_id IS NOT NULL AND NEW.amount > 0 AND (
    SELECT coalesce(sum(p.amount), 0) FROM payment p JOIN sale s ON s.id = p.sale_id
    WHERE p.voucher_id = NEW.voucher_id AND s.status <> 'void') > 0
BEGIN SELECT RAISE(ABORT, 'desk:voucher_used'); END;

CREATE TRIGGER payment_voucher_given_back_once BEFORE INSERT ON payment
WHEN NEW.voucher_id IS NOT NULL AND NEW.amount < 0 AND (
    SELECT coalesce(sum(p.amount), 0) FROM payment p JOIN sale s ON s.id = p.sale_id
    WHERE p.voucher_id = NEW.voucher_id AND s.status <> 'void') + NEW.amount < 0
BEGIN SELECT RAISE(ABORT, 'desk:refund_too_much'); END;

CREATE TRIGGER sale_revived_voucher_once BEFORE UPDATE OF status ON sale
WHEN OLD.status = 'void' AND NEW.status = 'paid' AND EXISTS (
    SELECT 1 FROM payment mine WHERE mine.sale_id = NEW.id AND mine.amount > 0 AND mine.voucher_id IS NOT NULL
    AND (SELECT coalesce(sum(p.amount), 0) FROM payment p JOIN sale s ON s.id = p.sale_id
        WHERE p.voucher_id = mine.voucher_id AND p.sale_id <> mine.sale_id AND s.status <> 'void') > 0)
BEGIN SELECT RAISE(ABORT, 'desk:voucher_used'); END;

CREATE TRIGGER sale_void_refund_voucher_once BEFORE UPDATE OF status ON sale
WHEN OLD.status <> 'void' AND NEW.status = 'void' AND NEW.refund_of IS NOT NULL AND EXISTS (
    SELECT 1 FROM payment mine WHERE mine.sale_id = NEW.id AND mine.amount < 0 AND mine.voucher_id IS NOT NULL
    AND (SELECT coalesce(sum(p.amount), 0) FROM payment p JOIN sale s ON s.id = p.sale_id
        WHERE p.voucher_id = mine.voucher_id AND s.status <> 'void'
        AND s.id <> NEW.refund_of AND s.refund_of IS NOT NEW.refund_of) > 0)
BEGIN SELECT RAISE(ABORT, 'desk:voucher_used'); END;

-- No line gives back more than it took, and none of a sale that is void or another's.
CREATE TRIGGER refund_within_bounds BEFORE UPDATE OF status ON sale
WHEN NEW.status = 'paid' AND NEW.refund_of IS NOT NULL AND (
    (SELECT status FROM sale WHERE id = NEW.refund_of) <> 'paid'
    OR EXISTS (
        SELECT 1 FROM sale_line back LEFT JOIN sale_line sold ON sold.id = back.refund_of_line
        WHERE back.sale_id = NEW.id AND (sold.sale_id IS NOT NEW.refund_of OR back.amount > 0 OR sold.amount + (
            SELECT sum(other.amount) FROM sale_line other JOIN sale s ON s.id = other.sale_id
            WHERE other.refund_of_line = sold.id AND (s.status = 'paid' OR s.id = NEW.id)) < 0)
        AND back.kind <> 'rounding'))
BEGIN SELECT RAISE(ABORT, 'desk:refund_too_much'); END;

CREATE TRIGGER sale_with_refund_stays BEFORE UPDATE OF status ON sale
WHEN OLD.status = 'paid' AND NEW.status = 'void'
AND EXISTS (SELECT 1 FROM sale WHERE refund_of = NEW.id AND status = 'paid')
BEGIN SELECT RAISE(ABORT, 'desk:sale_has_refund'); END;

-- ------------------------------------------------------------------------------------------- the ledger of a card
-- Whatever is written or taken back, no card, no bonus and no counter ever falls below zero.
CREATE TRIGGER card_entry_covered BEFORE INSERT ON card_entry
WHEN NEW.voided = 0 AND (NEW.principal < 0 OR NEW.bonus < 0 OR NEW.units < 0) AND EXISTS (
    SELECT 1 FROM (SELECT coalesce(sum(principal), 0) AS principal, coalesce(sum(bonus), 0) AS bonus,
        coalesce(sum(CASE WHEN counter_id = NEW.counter_id THEN units ELSE 0 END), 0) AS units,
        coalesce(sum(CASE WHEN counter_id = NEW.counter_id THEN principal ELSE 0 END), 0) AS carried
        FROM card_entry WHERE card_id = NEW.card_id AND voided = 0) has
    WHERE has.principal + NEW.principal < 0 OR has.bonus + NEW.bonus < 0
    OR (NEW.counter_id IS NOT NULL AND (has.units + NEW.units < 0 OR has.carried + NEW.principal < 0)))
BEGIN SELECT RAISE(ABORT, 'desk:card_short'); END;

CREATE TRIGGER card_entry_covered_after BEFORE UPDATE OF voided ON card_entry
WHEN OLD.voided <> NEW.voided AND EXISTS (
    SELECT 1 FROM (SELECT coalesce(sum(principal), 0) AS principal, coalesce(sum(bonus), 0) AS bonus,
        coalesce(sum(CASE WHEN counter_id = NEW.counter_id THEN units ELSE 0 END), 0) AS units,
        coalesce(sum(CASE WHEN counter_id = NEW.counter_id THEN principal ELSE 0 END), 0) AS carried
        FROM card_entry WHERE card_id = NEW.card_id AND voided = 0) has
    WHERE has.principal + (OLD.voided - NEW.voided) * NEW.principal < 0
    OR has.bonus + (OLD.voided - NEW.voided) * NEW.bonus < 0
    OR (NEW.counter_id IS NOT NULL AND (has.units + (OLD.voided - NEW.voided) * NEW.units < 0
        OR has.carried + (OLD.voided - NEW.voided) * NEW.principal < 0)))
BEGIN SELECT RAISE(ABORT, 'desk:card_short'); END;

-- A card that was taken back was settled by what was used of it then: no use of it is taken back later.
CREATE TRIGGER card_entry_settled BEFORE UPDATE OF voided ON card_entry
WHEN OLD.voided = 0 AND NEW.voided = 1 AND (OLD.principal < 0 OR OLD.bonus < 0 OR OLD.units < 0)
    AND OLD.kind <> 'refunded' AND (SELECT state FROM card WHERE id = OLD.card_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'desk:card_taken_back'); END;

CREATE TRIGGER card_entry_never_edited BEFORE UPDATE ON card_entry
WHEN OLD.card_id <> NEW.card_id OR OLD.counter_id IS NOT NEW.counter_id OR OLD.kind <> NEW.kind
    OR OLD.at <> NEW.at OR OLD.principal <> NEW.principal OR OLD.bonus <> NEW.bonus OR OLD.units <> NEW.units
    OR OLD.sale_id IS NOT NEW.sale_id
BEGIN SELECT RAISE(ABORT, 'desk:ledger_is_kept'); END;

CREATE TRIGGER card_entry_of_a_live_card BEFORE INSERT ON card_entry
WHEN NEW.kind = 'used' AND (SELECT state FROM card WHERE id = NEW.card_id) IN ('closed', 'void')
BEGIN SELECT RAISE(ABORT, 'desk:card_closed'); END;

CREATE TRIGGER card_entry_not_paused BEFORE INSERT ON card_entry
WHEN NEW.kind = 'used' AND (SELECT state FROM card WHERE id = NEW.card_id) = 'paused'
BEGIN SELECT RAISE(ABORT, 'desk:card_paused'); END;

CREATE TRIGGER card_entry_not_expired BEFORE INSERT ON card_entry
WHEN NEW.kind = 'used' AND (SELECT expires_on FROM card WHERE id = NEW.card_id) < substr(NEW.at, 1, 10)
BEGIN SELECT RAISE(ABORT, 'desk:card_expired'); END;

-- A sale's entries count as long as the sale does. What lowers a card goes first. Undo brings them back by the
-- trail (voiding.py): an entry of a payment that was undone before the sale was finished is not its own any more.
CREATE TRIGGER sale_void_takes_entries AFTER UPDATE OF status ON sale
WHEN OLD.status <> 'void' AND NEW.status = 'void'
BEGIN
    UPDATE card_entry SET voided = 1 WHERE sale_id = NEW.id AND voided = 0
        AND (principal < 0 OR bonus < 0 OR units < 0);
    UPDATE card_entry SET voided = 1 WHERE sale_id = NEW.id AND voided = 0;
END;

-- ------------------------------------------------------------------------------------- a closed day takes no more
CREATE TRIGGER day_closed_sale BEFORE INSERT ON sale
WHEN EXISTS (SELECT 1 FROM day_close WHERE day = NEW.day)
BEGIN SELECT RAISE(ABORT, 'desk:day_closed'); END;

CREATE TRIGGER day_closed_status BEFORE UPDATE OF status ON sale
WHEN OLD.status <> NEW.status AND (
    (('paid' IN (OLD.status, NEW.status)) AND EXISTS (SELECT 1 FROM day_close WHERE day = NEW.day))
    OR ('void' IN (OLD.status, NEW.status) AND EXISTS (SELECT 1 FROM payment JOIN day_close
        ON day_close.day = substr(payment.at, 1, 10) WHERE payment.sale_id = NEW.id)))
BEGIN SELECT RAISE(ABORT, 'desk:day_closed'); END;

CREATE TRIGGER day_closed_payment BEFORE INSERT ON payment
WHEN EXISTS (SELECT 1 FROM day_close WHERE day = substr(NEW.at, 1, 10))
BEGIN SELECT RAISE(ABORT, 'desk:day_closed'); END;

CREATE TRIGGER day_closed_payment_delete BEFORE DELETE ON payment
WHEN EXISTS (SELECT 1 FROM day_close WHERE day = substr(OLD.at, 1, 10))
BEGIN SELECT RAISE(ABORT, 'desk:day_closed'); END;

CREATE TRIGGER day_closed_payment_changed BEFORE UPDATE ON payment
WHEN EXISTS (SELECT 1 FROM day_close WHERE day IN (substr(OLD.at, 1, 10), substr(NEW.at, 1, 10)))
BEGIN SELECT RAISE(ABORT, 'desk:day_closed'); END;

CREATE TRIGGER day_closed_card_entry BEFORE INSERT ON card_entry
WHEN EXISTS (SELECT 1 FROM day_close WHERE day = substr(NEW.at, 1, 10))
BEGIN SELECT RAISE(ABORT, 'desk:day_closed'); END;

CREATE TRIGGER day_closed_card_entry_voided BEFORE UPDATE OF voided ON card_entry
WHEN OLD.voided <> NEW.voided AND EXISTS (SELECT 1 FROM day_close WHERE day = substr(NEW.at, 1, 10))
BEGIN SELECT RAISE(ABORT, 'desk:day_closed'); END;

CREATE TRIGGER day_closed_drawer BEFORE INSERT ON drawer_entry
WHEN EXISTS (SELECT 1 FROM day_close WHERE day = substr(NEW.at, 1, 10))
BEGIN SELECT RAISE(ABORT, 'desk:day_closed'); END;

CREATE TRIGGER day_closed_drawer_voided BEFORE UPDATE ON drawer_entry
WHEN EXISTS (SELECT 1 FROM day_close WHERE day IN (substr(OLD.at, 1, 10), substr(NEW.at, 1, 10)))
BEGIN SELECT RAISE(ABORT, 'desk:day_closed'); END;

-- What was counted is never changed: a day is opened again whole, or it stays.
CREATE TRIGGER day_close_stays BEFORE UPDATE ON day_close
BEGIN SELECT RAISE(ABORT, 'desk:day_closed'); END;

CREATE TRIGGER day_count_stays BEFORE UPDATE ON day_count
BEGIN SELECT RAISE(ABORT, 'desk:day_closed'); END;

CREATE TRIGGER day_piece_stays BEFORE UPDATE ON day_piece
BEGIN SELECT RAISE(ABORT, 'desk:day_closed'); END;

-- --------------------------------------------------------------------------------------- money never vanishes
CREATE TRIGGER sale_never_deleted BEFORE DELETE ON sale
BEGIN SELECT RAISE(ABORT, 'desk:sale_is_final'); END;

CREATE TRIGGER sale_line_never_deleted BEFORE DELETE ON sale_line
WHEN (SELECT status FROM sale WHERE id = OLD.sale_id) <> 'open'
BEGIN SELECT RAISE(ABORT, 'desk:sale_is_final'); END;

CREATE TRIGGER payment_never_deleted BEFORE DELETE ON payment
WHEN (SELECT status FROM sale WHERE id = OLD.sale_id) <> 'open'
BEGIN SELECT RAISE(ABORT, 'desk:sale_is_final'); END;

CREATE TRIGGER voucher_never_deleted BEFORE DELETE ON voucher
BEGIN SELECT RAISE(ABORT, 'desk:sale_is_final'); END;

CREATE TRIGGER card_never_deleted BEFORE DELETE ON card
BEGIN SELECT RAISE(ABORT, 'desk:ledger_is_kept'); END;

CREATE TRIGGER card_entry_never_deleted BEFORE DELETE ON card_entry
BEGIN SELECT RAISE(ABORT, 'desk:ledger_is_kept'); END;

CREATE TRIGGER commission_entry_never_deleted BEFORE DELETE ON commission_entry
BEGIN SELECT RAISE(ABORT, 'desk:ledger_is_kept'); END;

CREATE TRIGGER commission_entry_never_edited BEFORE UPDATE ON commission_entry
BEGIN SELECT RAISE(ABORT, 'desk:ledger_is_kept'); END;

CREATE TRIGGER drawer_entry_never_deleted BEFORE DELETE ON drawer_entry
BEGIN SELECT RAISE(ABORT, 'desk:ledger_is_kept'); END;
