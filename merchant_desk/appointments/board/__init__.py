"""What the calendar shows: boards of days by worker or room, side-by-side lanes, who holds which time.

Pure but for store.py; the painting is in ui/.
"""
