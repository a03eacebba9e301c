"""The team's screens: a card for each worker, and the sheet of one.

The sheet holds the weekly shifts and the time off; the day board reads them from the room itself.
"""
