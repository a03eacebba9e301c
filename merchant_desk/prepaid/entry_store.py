"""The entries of all cards' ledgers, read as the books show them: by time, not by card."""

from __future__ import annotations

import datetime as dt

from merchant_desk.core.pinyin import fold
from merchant_desk.db.records import Reader, literal
from merchant_desk.prepaid.model import ENTRY_KINDS, EntryFilter, EntryRow, EntrySum
from merchant_desk.prepaid.store import entry_of

# Entries of a card that was never paid do not exist; those of a void sale do, and do not count.
_FOUND = """
FROM card_entry entry JOIN card ON card.id = entry.card_id
JOIN customer ON customer.id = card.customer_id
LEFT JOIN sale ON sale.id = entry.sale_id
WHERE entry.at >= :from_day AND entry.at < :after
    AND (:kind = '' OR entry.kind = :kind) AND (:card_kind = '' OR card.kind = :card_kind)
    AND (:text = '' OR lower(card.number) LIKE :like ESCAPE '!' OR lower(card.name) LIKE :like ESCAPE '!'
        OR lower(coalesce(sale.number, '')) LIKE :like ESCAPE '!' OR customer.search LIKE :like ESCAPE '!'
        OR lower(entry.note) LIKE :like ESCAPE '!')
"""

_ROWS = f"""
SELECT entry.*, coalesce(sale.number, '') AS sale_number,
    coalesce((SELECT service.name FROM card_counter JOIN service ON service.id = card_counter.service_id
        WHERE card_counter.id = entry.counter_id), '') AS service,
    card.number AS card_number, card.name AS card_name, card.kind AS card_kind, customer.name AS customer
{_FOUND} ORDER BY entry.at DESC, entry.id DESC LIMIT :limit
"""

_SUMS = f"""
SELECT entry.kind, count(*) AS entries, sum(entry.principal) AS principal, sum(entry.bonus) AS bonus,
    sum(entry.units) AS units
{_FOUND} AND entry.voided = 0 GROUP BY entry.kind
"""
_ONE_DAY = dt.timedelta(days=1)


def entries(r: Reader, asked: EntryFilter, limit: int = 500) -> list[EntryRow]:
    """The newest entries first, those that do not count too."""
    return [
        EntryRow(
            entry_of(row),
            row["card_id"],
            row["card_number"],
            row["card_name"],
            row["card_kind"],
            row["customer"],
        )
        for row in r.all(_ROWS, **_params(asked), limit=limit)
    ]


def entry_sums(r: Reader, asked: EntryFilter) -> list[EntrySum]:
    """What all the entries that `entries` would find come to by their kind, in the order of ENTRY_KINDS."""
    found = {row["kind"]: EntrySum(*row) for row in r.all(_SUMS, **_params(asked))}
    return [found[kind] for kind in ENTRY_KINDS if kind in found]


def _params(asked: EntryFilter) -> dict[str, object]:
    typed, last = fold(asked.text), asked.to_day
    return {
        "from_day": asked.from_day.isoformat() if asked.from_day else "",
        "after": (last + _ONE_DAY).isoformat() if last and last < dt.date.max else "9999-12-31",
        "kind": asked.kind,
        "card_kind": asked.card_kind,
        "text": typed,
        "like": f"%{literal(typed)}%",
    }
