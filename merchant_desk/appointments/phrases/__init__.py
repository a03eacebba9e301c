"""What somebody types in one line, read as an appointment: day, time, length, who, what, by whom.

Pure: text, names and the time of day in, what was understood and what must be asked out. No Qt, no SQL.
"""
