"""The Desk page: the day board, what stands beside it, the booking sheet and an appointment's sheet.

Board geometry, cursor and drags are plain arithmetic without Qt; painting and mouse know only those.
"""
