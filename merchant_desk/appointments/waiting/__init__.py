"""The waiting list: who would come if a time opened, and which free times are for them.

Free times are found by offers.py; booking from the list goes through write.py like every booking.
"""
