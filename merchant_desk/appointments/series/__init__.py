"""Agreements of many dates: what a rule gives, booked whole, changed from one of its dates on.

The rule itself is read in core/recurrence.py.
"""
