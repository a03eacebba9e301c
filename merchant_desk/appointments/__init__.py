"""Agreed times: who is served by whom, when, and where there is room for one more.

Availability and the board's lanes are pure; shifts belong to team, prices and durations to catalog.
"""
