"""What every room stands on: money, time, ids, text, errors, and the bus of changes.

No Qt, no SQL, and nothing of the shop's own rooms lives here.
"""
