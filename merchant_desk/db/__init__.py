"""The shop's file: the only place that opens one, writes to it, and undoes what was written.

Tables and rules, connection, the one door for writes (records), history, backup and health
live here. What the rows mean lives in the rooms.
"""
