"""Sentences about time: bookings that are refused, the states of appointments, series, calendar files."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from merchant_desk.shell.clash_sentences import taken


def booking() -> dict[str, tuple[str, ...]]:
    """Bookings that are refused for other reasons."""
    return {
        "off_shift": (
            QCoreApplication.translate(
                "notices", "{worker} does not work then. Choose another time, or squeeze it in."
            ),
            QCoreApplication.translate(
                "notices", "Nobody works then. Choose another time, or squeeze it in."
            ),
        ),
        "worker_left": (
            QCoreApplication.translate(
                "notices", "{worker} is not on the team any more. Choose somebody else."
            ),
            QCoreApplication.translate("notices", "This worker is not on the team any more."),
        ),
        "service_archived": (
            QCoreApplication.translate("notices", "“{service}” is not offered any more. Choose another one."),
            QCoreApplication.translate("notices", "This service is not offered any more."),
        ),
        "not_their_service": (
            QCoreApplication.translate("notices", "{worker} does not do “{service}”. Choose somebody else."),
            QCoreApplication.translate("notices", "This worker does not do this service."),
        ),
        "same_visit_clash": (
            QCoreApplication.translate("notices", "{worker} cannot do two things of this visit at once."),
            QCoreApplication.translate("notices", "One worker cannot do two things at once."),
        ),
        "no_service": (QCoreApplication.translate("notices", "Choose at least one service."),),
        "long_past": (
            QCoreApplication.translate("notices", "{day} is long past. Check the date."),
            QCoreApplication.translate("notices", "This day is long past. Check the date."),
        ),
        "far_ahead": (
            QCoreApplication.translate("notices", "{day} is too far ahead. Check the date."),
            QCoreApplication.translate("notices", "This day is too far ahead. Check the date."),
        ),
        "changed_meanwhile": (
            QCoreApplication.translate(
                "notices",
                "Somebody changed this appointment meanwhile. Nothing was saved, and what you typed is still"
                " here: save again to keep yours.",
            ),
        ),
    }


def states() -> dict[str, tuple[str, ...]]:
    """What an appointment's state does not allow."""
    return {
        "appointment_closed": (
            QCoreApplication.translate(
                "notices", "This appointment is over ({status}) and cannot be changed."
            ),
            QCoreApplication.translate("notices", "This appointment is over and cannot be changed."),
        ),
        "wrong_status": (
            QCoreApplication.translate("notices", "This does not go with an appointment that is: {status}."),
            QCoreApplication.translate("notices", "This does not go with the appointment as it is now."),
        ),
        "not_begun": (
            QCoreApplication.translate("notices", "It is not missed yet: it begins at {start}."),
            QCoreApplication.translate("notices", "It is not missed yet: it has not begun."),
        ),
    }


def rooms() -> dict[str, tuple[str, ...]]:
    """Rooms and chairs, and who does what."""
    return {
        "no_kind": (QCoreApplication.translate("notices", "Say what kind it is: a room, a chair, a bed …"),),
        "bad_capacity": (
            QCoreApplication.translate("notices", "It takes at least 1 and at most {most} at once."),
            QCoreApplication.translate("notices", "It takes at least 1 at once."),
        ),
        "last_doer": (
            QCoreApplication.translate(
                "notices", "Nobody but {worker} does “{service}”. Name somebody else, or stop selling it."
            ),
            QCoreApplication.translate("notices", "Nobody else does this. Name somebody else first."),
        ),
    }


def shop_days() -> dict[str, tuple[str, ...]]:
    """The booking rules, closed days and holidays."""
    return {
        "unknown_field": (
            QCoreApplication.translate("notices", "{field} means nothing here. There are: {fields}."),
            QCoreApplication.translate("notices", "One of the words in braces means nothing here."),
        ),
        "too_many_days": (
            QCoreApplication.translate("notices", "{days} days are too many at once; {most} is the most."),
            QCoreApplication.translate("notices", "These are too many days at once."),
        ),
        "not_holidays": (
            QCoreApplication.translate(
                "notices",
                "{file} is no list of holidays. It may be JSON as holiday-cn publishes it, a calendar (.ics),"
                " or a table with day, name and works.",
            ),
            QCoreApplication.translate("notices", "This file is no list of holidays."),
        ),
        "bad_holiday": (
            QCoreApplication.translate(
                "notices",
                "Entry {line} of {file} is no holiday: {text}. Correct it, and load the file again.",
            ),
            QCoreApplication.translate("notices", "One entry of this file is no holiday."),
        ),
        "no_holidays_yet": (
            QCoreApplication.translate("notices", "There are no days of {year} in it yet."),
            QCoreApplication.translate("notices", "There are no days in this file."),
        ),
        "other_year": (
            QCoreApplication.translate("notices", "{day} is too far from {year} to belong to it."),
            QCoreApplication.translate("notices", "One of the days belongs to another year."),
        ),
        "holiday_twice": (
            QCoreApplication.translate("notices", "{day} is named twice. Keep one of the two."),
            QCoreApplication.translate("notices", "One of the days is named twice."),
        ),
    }


def waiting() -> dict[str, tuple[str, ...]]:
    """Wishes on the waiting list that cannot be."""
    return {
        "waiting_over": (
            QCoreApplication.translate(
                "notices", "The last of these days, {last_day}, is over. Choose later ones."
            ),
            QCoreApplication.translate("notices", "These days are over. Choose later ones."),
        ),
        "waiting_too_short": (
            QCoreApplication.translate(
                "notices",
                "“{service}” takes {minutes} minutes: that does not fit between {from_time} and {to_time}.",
            ),
            QCoreApplication.translate("notices", "The service takes longer than that."),
        ),
        "waiting_closed": (
            QCoreApplication.translate("notices", "{customer} is not on the waiting list any more."),
            QCoreApplication.translate("notices", "They are not on the waiting list any more."),
        ),
    }


def given_out() -> dict[str, tuple[str, ...]]:
    """Files that cannot be written, and paper that cannot be printed."""
    return {
        "cannot_write": (
            QCoreApplication.translate(
                "notices",
                "{file} could not be written. Close it in other programs, or choose another folder.",
            ),
            QCoreApplication.translate("notices", "The file could not be written. Choose another folder."),
        ),
        "no_printer": (
            QCoreApplication.translate(
                "notices", "No printer is set up on this PC. Save a PDF, or add a printer and try again."
            ),
        ),
    }


def calendar_times() -> dict[str, tuple[str, ...]]:
    """Events of a calendar file whose time cannot be."""
    return {
        "cut_off": (
            QCoreApplication.translate("notices", "“{title}” is cut off: the file breaks off in it."),
            QCoreApplication.translate("notices", "This event is cut off: the file breaks off in it."),
        ),
        "no_start": (
            QCoreApplication.translate("notices", "“{title}” has no date."),
            QCoreApplication.translate("notices", "This event has no date."),
        ),
        "bad_moment": (
            QCoreApplication.translate("notices", "“{text}” is no date and time."),
            QCoreApplication.translate("notices", "A date of this event cannot be read."),
        ),
        "unknown_zone": (
            QCoreApplication.translate("notices", "Nobody knows the time zone “{zone}”."),
            QCoreApplication.translate("notices", "Nobody knows the time zone of this event."),
        ),
        "all_day": (
            QCoreApplication.translate(
                "notices", "“{title}” lasts all day, so it has no time. Book it by hand if it is one."
            ),
            QCoreApplication.translate("notices", "This event lasts all day, so it has no time."),
        ),
        "no_length": (
            QCoreApplication.translate("notices", "“{title}” ends when it begins, or before."),
            QCoreApplication.translate("notices", "This event ends when it begins, or before."),
        ),
        "too_long": (
            QCoreApplication.translate("notices", "“{title}” takes longer than a day."),
            QCoreApplication.translate("notices", "This event takes longer than a day."),
        ),
        "out_of_range": (
            QCoreApplication.translate(
                "notices", "“{title}” is on {day}: the diary takes no days that far away."
            ),
            QCoreApplication.translate("notices", "The diary takes no days that far away."),
        ),
        "series_goes_on": (
            QCoreApplication.translate(
                "notices", "“{title}” goes on after {until}. Up to then {count} dates are taken."
            ),
            QCoreApplication.translate("notices", "This series goes on. Only its first dates are taken."),
        ),
    }


def calendar_dates() -> dict[str, tuple[str, ...]]:
    """Dates of a calendar file that make no appointment."""
    return {
        "cancelled_there": (
            QCoreApplication.translate("notices", "“{title}” is cancelled in the file and not known here."),
            QCoreApplication.translate("notices", "This is cancelled in the file and not known here."),
        ),
        "no_service_named": (
            QCoreApplication.translate(
                "notices", "“{title}” names none of your services. Choose above what such dates are."
            ),
            QCoreApplication.translate("notices", "This names none of your services."),
        ),
        "nobody_does_it": (
            QCoreApplication.translate("notices", "Nobody on the team does “{service}”."),
            QCoreApplication.translate("notices", "Nobody on the team does this."),
        ),
        "no_customer": (
            QCoreApplication.translate("notices", "“{title}” does not say for whom it is."),
            QCoreApplication.translate("notices", "This does not say for whom it is."),
        ),
        "several_customers": (
            QCoreApplication.translate(
                "notices", "{count} customers are called {name}, and no phone number says who is meant."
            ),
            QCoreApplication.translate("notices", "Several customers have this name."),
        ),
        "part_of_visit": (
            QCoreApplication.translate(
                "notices", "This is one part of the visit of {customer}. Move the visit on the Desk."
            ),
            QCoreApplication.translate("notices", "This is one part of a visit. Move it on the Desk."),
        ),
    }


def shifts() -> dict[str, tuple[str, ...]]:
    """Weeks, dates and time off that cannot be."""
    return {
        "far_day": (
            QCoreApplication.translate("notices", "{day} is too far away. Check the year."),
            QCoreApplication.translate("notices", "This day is too far away. Check the year."),
        ),
        "already_away": (
            QCoreApplication.translate("notices", "{worker} is away from {start} to {end} already."),
            QCoreApplication.translate("notices", "This time off is noted already."),
        ),
    }


def series() -> dict[str, tuple[str, ...]]:
    """Appointments that come again, and the dates of theirs that do not fit."""
    return {
        "bad_rule": (
            QCoreApplication.translate("notices", "“{text}” is no rule for dates that come again."),
            QCoreApplication.translate("notices", "This is no rule for dates that come again."),
        ),
        "series_empty": (
            QCoreApplication.translate(
                "notices", "No date is left to book. Keep at least one, or let it end later."
            ),
        ),
        "series_too_long": (
            QCoreApplication.translate(
                "notices",
                "That would be {count} dates; a series has {most} at most."
                " Let it end sooner, or come less often.",
            ),
            QCoreApplication.translate(
                "notices", "A series has {most} dates at most. Let it end sooner, or come less often."
            ),
            QCoreApplication.translate("notices", "These are too many dates. Let it end sooner."),
        ),
        "series_clashes": (
            QCoreApplication.translate(
                "notices",
                "Nothing was changed: dates that do not fit: {count}. The first is {start}, where {worker}"
                " has {customer} ({service}).",
            ),
            QCoreApplication.translate(
                "notices",
                "Nothing was changed: dates that do not fit: {count}. The first is {start}, when {worker}"
                " does not work.",
            ),
            QCoreApplication.translate(
                "notices", "Nothing was changed: dates that do not fit: {count}. The first is {start}."
            ),
            QCoreApplication.translate("notices", "Nothing was changed: not every date fits."),
        ),
    }


PARTS = (
    taken,
    booking,
    states,
    rooms,
    shop_days,
    waiting,
    given_out,
    calendar_times,
    calendar_dates,
    shifts,
    series,
)
