"""Who is to be reminded of a day's appointments, the words for it, and what is about to begin.

The owner's own words are a booking rule of the shop.
"""
