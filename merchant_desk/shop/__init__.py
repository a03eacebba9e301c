"""The shop itself: its name, trade, currency and zone, when it opens, and the days it stays closed.

Who works in it is `team`, what it sells `catalog`; the lists each trade starts with are read here.
"""
