"""Prepaid cards: balances with a bonus, passes with counters, deposits; their kinds and the ledger of each.

Selling and spending one happens in a sale; the sale calls this room from within its act.
"""
